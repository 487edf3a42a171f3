using Transparency.Contracts;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// The pure join behind all pages: what needs several rows (an agreement's declarations, a village's newest, what is open) is found here, never in a fold.
/// A function of (register, day, settings); every list has one total order.
/// </summary>
public sealed class SiteModel
{
    private readonly ILookup<string, DeclarationOnRegister> bySubject;
    private readonly Dictionary<(string Declaration, int Round), int> arrived;

    /// <param name="asOf">the day from which days left are counted</param>
    public SiteModel(PublicRegister register, DateOnly asOf, SiteSettings settings)
    {
        (Register, AsOf, Settings) = (register, asOf, settings);
        Declarations = [.. register.Declarations.Values.OrderByDescending(d => d.LastAct).ThenByDescending(d => d.Number.Year).ThenByDescending(d => d.Number.Ordinal)];
        Agreements = [.. register.Agreements.Values.OrderByDescending(a => a.LastAct).ThenBy(a => a.Agreement.Value, StringComparer.Ordinal)];
        bySubject = Declarations.SelectMany(d => d.Section.Subjects, (d, s) => (d, s.Id)).ToLookup(x => x.Id.Value, x => x.d);
        arrived = register.Objections.Values.GroupBy(o => (o.Declaration, o.Round)).ToDictionary(g => g.Key, g => g.Count());
    }

    public PublicRegister Register { get; }

    public DateOnly AsOf { get; }

    public SiteSettings Settings { get; }

    public TownOnRegister Town => Register.Town;

    /// <summary>Newest act first.</summary>
    public IReadOnlyList<DeclarationOnRegister> Declarations { get; }

    /// <summary>Newest disclosure first.</summary>
    public IReadOnlyList<AgreementOnRegister> Agreements { get; }

    /// <summary>What can be objected to now, the one that ends first on top.</summary>
    public IEnumerable<DeclarationOnRegister> Open => Declarations
        .Where(d => d.Status == PublicStatus.InPublicity && d.Window.Last >= AsOf)
        .OrderBy(d => d.Window.Last).ThenBy(d => d.Number.Year).ThenBy(d => d.Number.Ordinal);

    public IEnumerable<DeclarationOnRegister> DeclarationsOf(VillageCode? village) => Declarations.Where(d => d.Section.Village == village);

    public IEnumerable<AgreementOnRegister> AgreementsOf(VillageCode village) => Agreements.Where(a => a.Section.Village == village);

    /// <summary>By number, the highest first.</summary>
    public IEnumerable<DeclarationOnRegister> DeclarationsIn(int year) => Declarations.Where(d => d.Number.Year == year).OrderByDescending(d => d.Number.Ordinal);

    public IEnumerable<AgreementOnRegister> AgreementsIn(int year) => Agreements.Where(a => a.Agreement.Year == year).OrderBy(a => a.Agreement.Value, StringComparer.Ordinal);

    /// <summary>Years with at least one declaration, newest first.</summary>
    public IEnumerable<int> DeclarationYears => Declarations.Select(d => d.Number.Year).Distinct().OrderDescending();

    public IEnumerable<int> AgreementYears => Agreements.Select(a => a.Agreement.Year).Distinct().OrderDescending();

    /// <summary>Years in which a village, or the town itself, made something public; in no order.</summary>
    public ILookup<VillageCode?, int> YearsOfVillages() => Declarations.Select(d => (d.Section.Village, d.Number.Year))
        .Concat(Agreements.Select(a => ((VillageCode?)a.Section.Village, a.Agreement.Year)))
        .Distinct().ToLookup(x => x.Item1, x => x.Item2);

    /// <summary>The declarations whose newest edition carries the agreement.</summary>
    public IEnumerable<DeclarationOnRegister> DeclarationsCarrying(AgreementId agreement) => bySubject[agreement.Value];

    public AgreementOnRegister? Disclosed(AgreementId agreement) => Register.Agreements.GetValueOrDefault($"agreement/{agreement}");

    /// <summary>Objections received over all windows of a declaration.</summary>
    public int Arrived(DeclarationOnRegister declaration) => Enumerable.Range(1, declaration.Current.Round).Sum(round => arrived.GetValueOrDefault((declaration.Id, round)));

    /// <summary>Last day − <see cref="AsOf"/>, in calendar days; 0 on the last day.</summary>
    public int DaysLeft(DeclarationOnRegister declaration) => declaration.Window.Last.DayNumber - AsOf.DayNumber;

    /// <summary>Day of the newest act of all, or null before the first.</summary>
    public DateOnly? NewestActOf(IEnumerable<DeclarationOnRegister> declarations, IEnumerable<AgreementOnRegister> agreements) =>
        declarations.Select(d => d.LastAct).Concat(agreements.Select(a => a.LastAct)).Select(at => (DateOnly?)Shanghai.DayOf(at)).Max();
}
