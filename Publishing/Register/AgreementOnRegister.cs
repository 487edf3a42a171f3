using Transparency.Contracts;
using Transparency.Contracts.Agreements;

namespace Transparency.Publishing.Register;

/// <summary>One disclosure of an agreement.</summary>
/// <param name="Declaration">key of the declaration's stream; internal, on no page</param>
/// <param name="Number">the declaration's public number</param>
public sealed record AgreementEdition(
    int Ordinal, DateTimeOffset At, Text Unit, string Declaration, string Number, AgreementSection Section, ContentHash Hash);

/// <summary>What the public may know of an agreement: its disclosures, never its working copy.</summary>
public sealed record AgreementOnRegister(string Id, AgreementId Agreement, IReadOnlyList<AgreementEdition> Editions) : IPublicRow
{
    public string PublicKey => Agreement.Value;

    public AgreementEdition Current => Editions[^1];

    public AgreementSection Section => Current.Section;

    public int Acts => Editions.Count;

    public DateTimeOffset LastAct => Current.At;

    public CaseEntry? Entry => new(CaseKind.Agreement, Agreement.Value, Section.Village, Agreement.Year);

    // Its declarations name it by its id once it has a page of its own.
    public IEnumerable<string> OwnSlices() =>
    [
        Slices.Agreement(Agreement),
        .. Editions.Select(e => Slices.Declaration(e.Declaration)),
        .. Slices.TenderOf(Section.Tender),
        .. Slices.WorkOf(Section.Work),
        .. Section.Kind == AgreementKind.Lease ? Slices.Owed(Agreement.Village) : [],
    ];

    public static AgreementOnRegister? Evolve(AgreementOnRegister? now, string id, object e) => e is not AgreementDisclosed x ? now
        : now is null ? new(id, x.Section.Id, [EditionOf(1, x)])
        : now with { Editions = [.. now.Editions, EditionOf(now.Editions.Count + 1, x)] };

    private static AgreementEdition EditionOf(int ordinal, AgreementDisclosed x) =>
        new(ordinal, x.By.At, x.By.Unit, $"declaration/{x.Declaration}", x.Number, x.Section, x.Hash);
}
