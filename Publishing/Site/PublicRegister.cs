using System.Collections.Immutable;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>All public rows as one snapshot of the store showed them.</summary>
/// <param name="Rows">by the key of their stream</param>
public sealed record PublicRegister(TownOnRegister Town, ImmutableDictionary<string, IPublicRow> Rows)
{
    private long? acts;
    private Step? step;

    // A copy with other rows has not come about by the same step.
    private PublicRegister(PublicRegister other) => (Town, Rows) = (other.Town, other.Rows);

    public static PublicRegister Of(TownOnRegister town, params IEnumerable<IPublicRow> rows) =>
        new(town, ImmutableDictionary.CreateRange(StringComparer.Ordinal, rows.Select(row => KeyValuePair.Create(row.Id, row))));

    /// <summary>Number of public acts: the tree's edition.</summary>
    public long Acts => acts ??= Rows.Values.Sum(row => (long)row.Acts);

    public T? Find<T>(string key) where T : class, IPublicRow => Rows.GetValueOrDefault(key) as T;

    /// <summary>The next register, which remembers by which rows it differs, so that nobody need compare all of them.</summary>
    /// <param name="rows">by their keys; null for one that is gone; each key once</param>
    public PublicRegister Next(TownOnRegister town, IEnumerable<(string Id, IPublicRow? Row)> rows)
    {
        var next = Rows.ToBuilder();
        var changes = new List<RowChange>();
        foreach (var (id, row) in rows)
        {
            var before = Rows.GetValueOrDefault(id);
            if (row is null) next.Remove(id);
            else next[id] = row;
            if (!ReferenceEquals(before, row)) changes.Add(new(before, row));
        }
        return new(town, next.ToImmutable())
        {
            acts = Acts + changes.Sum(change => (long)(change.After?.Acts ?? 0) - (change.Before?.Acts ?? 0)),
            step = new(new(this), changes),
        };
    }

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
