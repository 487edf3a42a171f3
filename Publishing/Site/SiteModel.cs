using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// The pure join behind all pages: what needs several rows (an agreement's declarations, a village's newest, what is open) is found here,
/// never in a fold. A function of (register, day, settings). Every answer is a shelf: the rows that name a slice, newest act first, in one
/// total order.
/// </summary>
public sealed class SiteModel
{
    private static readonly Comparer<IPublicRow> NewestFirst = Comparer<IPublicRow>.Create((a, b) =>
        b.LastAct.CompareTo(a.LastAct) is var byTime && byTime != 0 ? byTime
        : string.CompareOrdinal(a.PublicKey, b.PublicKey) is var byKey && byKey != 0 ? byKey
        : string.CompareOrdinal(a.Id, b.Id));

    private readonly ImmutableDictionary<string, ImmutableArray<IPublicRow>> shelves;
    private readonly Lazy<IReadOnlyList<SiteWork>> works;
    private readonly Lazy<HolidayTable> holidays;
    private readonly Lazy<IReadOnlyList<SiteDuty>> duties;

    /// <param name="asOf">the day from which days left are counted</param>
    public SiteModel(PublicRegister register, DateOnly asOf, SiteSettings settings)
        : this(register, asOf, settings, Shelved(register.Rows.Values))
    {
    }

    private SiteModel(
        PublicRegister register, DateOnly asOf, SiteSettings settings, ImmutableDictionary<string, ImmutableArray<IPublicRow>> shelves)
    {
        (Register, AsOf, Settings, this.shelves) = (register, asOf, settings, shelves);
        works = new(() => [.. SiteWork.All(this)]);
        holidays = new(() => HolidayTable.Of(register.Town.Holidays));
        duties = new(() => SiteDuties.All(this));
    }

    public PublicRegister Register { get; }

    public DateOnly AsOf { get; }

    public SiteSettings Settings { get; }

    public TownOnRegister Town => Register.Town;

    /// <summary>The one that moved last on top.</summary>
    public IReadOnlyList<SiteWork> Works => works.Value;

    /// <summary>The disclosure calendar; who reads it names <see cref="Slices.Duties"/>, or that of the one village it reads.</summary>
    public IReadOnlyList<SiteDuty> Duties => duties.Value;

    /// <summary>The same site with another register: only the shelves that a changed row stands on are made anew.</summary>
    public SiteModel Next(PublicRegister register, DateOnly asOf)
    {
        var next = shelves.ToBuilder();
        foreach (var change in register.ChangesSince(Register))
        {
            if (change.Before is { } old)
                foreach (var slice in Slices.Of(old)) Take(next, slice, old);
            if (change.After is { } row)
                foreach (var slice in Slices.Of(row)) Put(next, slice, row);
        }
        return new(register, asOf, Settings, next.ToImmutable());
    }

    /// <summary>The rows of one type on the shelf of a slice, newest act first.</summary>
    public IEnumerable<T> In<T>(string slice) where T : class, IPublicRow => On(slice).OfType<T>();

    /// <summary>Every row on the shelf of a slice.</summary>
    public ImmutableArray<IPublicRow> On(string slice) => shelves.GetValueOrDefault(slice, []);

    public T? Find<T>(string key) where T : class, IPublicRow => Register.Find<T>(key);

    /// <summary>Cases on the shelf of a slice, newest act first.</summary>
    public IEnumerable<SiteCase> CasesIn(string slice) => On(slice).Select(SiteCase.Of).OfType<SiteCase>();

    /// <summary>Years whose slice holds at least one row, newest first.</summary>
    public IEnumerable<int> Years(Func<int, string> slice) =>
        Enumerable.Range(1900, 300).Reverse().Where(year => shelves.ContainsKey(slice(year)));

    /// <summary>What can be objected to now, the one that ends first on top.</summary>
    public IEnumerable<DeclarationOnRegister> Open => In<DeclarationOnRegister>(Slices.Open)
        .Where(d => d.Window.Last >= AsOf)
        .OrderBy(d => d.Window.Last).ThenBy(d => d.Number.Year).ThenBy(d => d.Number.Ordinal);

    /// <summary>The same of one village.</summary>
    public IEnumerable<DeclarationOnRegister> OpenOf(VillageCode village) => Open.Where(d => d.Section.Village == village);

    /// <summary>Objections received over all windows of a declaration.</summary>
    public int Arrived(DeclarationOnRegister declaration) => In<ObjectionOnRegister>(Slices.Declaration(declaration.Id)).Count();

    /// <summary>The span that the town's rules give from <paramref name="trigger"/>, or why it cannot be counted.</summary>
    public Result<Deadline> Count(string rule, DateOnly trigger, VillageCode? village = null) =>
        new DeadlineRules(Town.Rules).Count(rule, trigger, village, holidays.Value);

    /// <summary>The row by which the town counts on this day, or null when none is in force.</summary>
    public DeadlineRule? Rule(string code) => new DeadlineRules(Town.Rules).InForce(code, AsOf);

    /// <summary>Objections of a declaration that wait for an answer, oldest first.</summary>
    public IEnumerable<ObjectionOnRegister> Waiting(DeclarationOnRegister declaration) =>
        In<ObjectionOnRegister>(Slices.Declaration(declaration.Id)).Where(o => o.Settled is null)
            .OrderBy(o => o.At).ThenBy(o => o.Id, StringComparer.Ordinal);

    /// <summary>Last day − <see cref="AsOf"/>, in calendar days; 0 on the last day.</summary>
    public int DaysLeft(DeclarationOnRegister declaration) => declaration.Window.Last.DayNumber - AsOf.DayNumber;

    /// <summary>Business time of the newest act on the shelf of a slice, UTC, or null when it is empty.</summary>
    public DateTimeOffset? NewestAt(string slice) => On(slice) is [var newest, ..] ? newest.LastAct : null;

    /// <summary>Day of the newest act on the shelf of a slice, or null when it is empty.</summary>
    public DateOnly? NewestIn(string slice) => On(slice) is [var newest, ..] ? Shanghai.DayOf(newest.LastAct) : null;

    private static ImmutableDictionary<string, ImmutableArray<IPublicRow>> Shelved(IEnumerable<IPublicRow> rows)
    {
        var shelves = new Dictionary<string, ImmutableArray<IPublicRow>.Builder>(StringComparer.Ordinal);
        foreach (var row in rows.Order(NewestFirst))
            foreach (var slice in Slices.Of(row))
            {
                if (!shelves.TryGetValue(slice, out var shelf)) shelves[slice] = shelf = ImmutableArray.CreateBuilder<IPublicRow>(1);
                shelf.Add(row);
            }
        return ImmutableDictionary.CreateRange(
            StringComparer.Ordinal, shelves.Select(s => KeyValuePair.Create(s.Key, s.Value.ToImmutable())));
    }

    private static void Put(ImmutableDictionary<string, ImmutableArray<IPublicRow>>.Builder shelves, string slice, IPublicRow row)
    {
        var shelf = shelves.GetValueOrDefault(slice, []);
        shelves[slice] = shelf.Insert(~shelf.BinarySearch(row, NewestFirst), row);
    }

    private static void Take(ImmutableDictionary<string, ImmutableArray<IPublicRow>>.Builder shelves, string slice, IPublicRow row)
    {
        var rest = shelves[slice].RemoveAt(shelves[slice].BinarySearch(row, NewestFirst));
        if (rest.IsEmpty) shelves.Remove(slice);
        else shelves[slice] = rest;
    }
}
