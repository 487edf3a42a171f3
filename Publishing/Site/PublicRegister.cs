using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site.Kinds;
using Transparency.Publishing.Site.Suppressions;

namespace Transparency.Publishing.Site;

/// <summary>All public rows as one snapshot of the store showed them, without what was suppressed.</summary>
/// <param name="Rows">by the key of their stream</param>
public sealed record PublicRegister(TownOnRegister Town, ImmutableDictionary<string, IPublicRow> Rows)
{
    private long? acts;
    private Step? step;

    // A copy with other rows has not come about by the same step.
    private PublicRegister(PublicRegister other) =>
        (Town, Rows, Suppressed, Withheld, whole) = (other.Town, other.Rows, other.Suppressed, other.Withheld, other.whole);

    // Rows of which something is withheld, as the store has them.
    private ImmutableDictionary<string, IPublicRow> whole = ImmutableDictionary.Create<string, IPublicRow>(StringComparer.Ordinal);

    /// <summary>What may stand nowhere: by the rows, and by what the tree remembers of a store that knew more.</summary>
    public Suppressed Suppressed { get; init; } = Suppressed.None;

    /// <summary>The editions that this concerns, by their keys.</summary>
    public ImmutableDictionary<string, WithheldEdition> Withheld { get; private init; } =
        ImmutableDictionary.Create<string, WithheldEdition>(StringComparer.Ordinal);

    public static PublicRegister Of(TownOnRegister town, params IEnumerable<IPublicRow> rows) =>
        new PublicRegister(town, ImmutableDictionary.Create<string, IPublicRow>(StringComparer.Ordinal))
            .Next(town, rows.Select(row => (row.Id, (IPublicRow?)row)));

    /// <summary>Number of public acts: the tree's edition.</summary>
    public long Acts => acts ??= Rows.Values.Sum(row => (long)row.Acts);

    public T? Find<T>(string key) where T : class, IPublicRow => Rows.GetValueOrDefault(key) as T;

    /// <summary>The next register, which remembers by which rows it differs, so that nobody need compare all of them.</summary>
    /// <param name="rows">by their keys; null for one that is gone; each key once</param>
    public PublicRegister Next(TownOnRegister town, IEnumerable<(string Id, IPublicRow? Row)> rows)
    {
        var read = rows.ToList();
        var suppressed = read.Select(x => x.Row).OfType<SuppressionOnRegister>().Aggregate(Suppressed, (all, row) => all.With(row));
        // What stands already may be of what is suppressed only now.
        if (suppressed != Suppressed)
        {
            var named = read.Select(x => x.Id).ToHashSet(StringComparer.Ordinal);
            read.AddRange(Rows.Where(row => !named.Contains(row.Key)).Select(row => (row.Key, (IPublicRow?)AsRead(row.Value))));
        }
        var (next, withheld, asRead) = (Rows.ToBuilder(), Withheld.ToBuilder(), whole.ToBuilder());
        var changes = new List<RowChange>();
        foreach (var (id, row) in read)
        {
            var before = Rows.GetValueOrDefault(id);
            var shown = row is null ? null
                : ReferenceEquals(suppressed, Suppressed) && ReferenceEquals(row, before) ? row
                : Withholding.Of(row, suppressed, withheld);
            // Whoever names a file shows that it is gone.
            if (shown is not null && ReferenceEquals(shown, before) && Withholding.LosesFile(shown, Suppressed, suppressed))
                shown = PublicKinds.Of(shown).Anew(shown);
            if (shown is null) next.Remove(id);
            else next[id] = shown;
            if (row is not null && !ReferenceEquals(row, shown)) asRead[id] = row;
            if (!ReferenceEquals(before, shown)) changes.Add(new(before, shown));
        }
        return new(town, next.ToImmutable())
        {
            Suppressed = suppressed,
            Withheld = withheld.ToImmutable(),
            whole = asRead.ToImmutable(),
            acts = Acts + changes.Sum(change => (long)(change.After?.Acts ?? 0) - (change.Before?.Acts ?? 0)),
            step = new(new(this), changes),
        };
    }

    /// <summary>True for a file that suppressions explain: of an edition that is withheld, or an attachment that is suppressed.</summary>
    /// <param name="path">in the first language</param>
    public bool IsWithheld(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return Withheld.Values.Any(edition => edition.Folder == folder) || Suppressed.Files.Any(file => SiteMap.File(file.Name) == path);
    }

    public bool IsWithheld(Attachment file) => Suppressed.Holds(file);

    private IPublicRow AsRead(IPublicRow row) => whole.GetValueOrDefault(row.Id, row);

    /// <summary>What differs from the register <paramref name="before"/>. A row that did not change is the same object in both.</summary>
    public IReadOnlyList<RowChange> ChangesSince(PublicRegister before) =>
        ReferenceEquals(Rows, before.Rows) ? []
        : step is not null && step.From.TryGetTarget(out var from) && ReferenceEquals(from, before) ? step.Changes
        : [.. Compared(before)];

    /// <summary>The slices that a change from the register <paramref name="before"/> to this one touches.</summary>
    public HashSet<string> TouchedSince(PublicRegister before)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        if (!ReferenceEquals(before.Town, Town)) touched.Add(Slices.Town);
        foreach (var change in ChangesSince(before))
        {
            if (change.Before is { } old) touched.UnionWith(Slices.Of(old));
            if (change.After is { } row) touched.UnionWith(Slices.Of(row));
        }
        // An objection is counted in its declaration's year too, which only the declaration knows.
        touched.UnionWith([.. touched.Select(Find<DeclarationOnRegister>).OfType<DeclarationOnRegister>().Select(YearOf)]);
        return touched;
    }

    private static string YearOf(DeclarationOnRegister d) => Slices.KindYear(CaseKind.Declaration, d.Number.Year);

    private IEnumerable<RowChange> Compared(PublicRegister before) =>
    [
        .. from row in Rows.Values
           let old = before.Rows.GetValueOrDefault(row.Id)
           where !ReferenceEquals(old, row)
           select new RowChange(old, row),
        .. from old in before.Rows.Values
           where !Rows.ContainsKey(old.Id)
           select new RowChange(old, null),
    ];

    // Weak, or every register that ever was would live on behind the newest.
    private sealed record Step(WeakReference<PublicRegister> From, IReadOnlyList<RowChange> Changes);
}

/// <param name="Before">null for a new row</param>
/// <param name="After">null for one that is gone</param>
public sealed record RowChange(IPublicRow? Before, IPublicRow? After);
