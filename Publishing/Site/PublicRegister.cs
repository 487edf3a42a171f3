using System.Collections.Immutable;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>All public rows as one snapshot of the store showed them.</summary>
/// <param name="Rows">by the key of their stream</param>
public sealed record PublicRegister(TownOnRegister Town, ImmutableDictionary<string, IPublicRow> Rows)
{
    public static PublicRegister Of(TownOnRegister town, params IEnumerable<IPublicRow> rows) =>
        new(town, ImmutableDictionary.CreateRange(StringComparer.Ordinal, rows.Select(row => KeyValuePair.Create(row.Id, row))));

    /// <summary>Number of public acts: the tree's edition.</summary>
    public long Acts => Rows.Values.Sum(row => (long)row.Acts);

    public T? Find<T>(string key) where T : class, IPublicRow => Rows.GetValueOrDefault(key) as T;

    /// <summary>What differs from the register <paramref name="before"/>. A row that did not change is the same object in both.</summary>
    public IReadOnlyList<RowChange> ChangesSince(PublicRegister before) => ReferenceEquals(Rows, before.Rows) ? [] :
    [
        .. from row in Rows.Values
           let old = before.Rows.GetValueOrDefault(row.Id)
           where !ReferenceEquals(old, row)
           select new RowChange(old, row),
        .. from old in before.Rows.Values
           where !Rows.ContainsKey(old.Id)
           select new RowChange(old, null),
    ];
}

/// <param name="Before">null for a new row</param>
/// <param name="After">null for one that is gone</param>
public sealed record RowChange(IPublicRow? Before, IPublicRow? After);
