using System.Collections.Immutable;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>All public rows as one snapshot of the store showed them; keys are those of the streams.</summary>
public sealed record PublicRegister(
    TownOnRegister Town,
    ImmutableSortedDictionary<string, DeclarationOnRegister> Declarations,
    ImmutableSortedDictionary<string, AgreementOnRegister> Agreements,
    ImmutableSortedDictionary<string, ObjectionOnRegister> Objections)
{
    public static PublicRegister Of(
        TownOnRegister town, IEnumerable<DeclarationOnRegister> declarations, IEnumerable<AgreementOnRegister> agreements, IEnumerable<ObjectionOnRegister> objections) =>
        new(town, Keyed(declarations, d => d.Id), Keyed(agreements, a => a.Id), Keyed(objections, o => o.Id));

    /// <summary>Number of public acts: the tree's edition.</summary>
    public long Acts => Declarations.Values.Sum(d => (long)d.Acts) + Agreements.Values.Sum(a => (long)a.Acts);

    private static ImmutableSortedDictionary<string, T> Keyed<T>(IEnumerable<T> rows, Func<T, string> key) =>
        rows.ToImmutableSortedDictionary(key, row => row, StringComparer.Ordinal);
}
