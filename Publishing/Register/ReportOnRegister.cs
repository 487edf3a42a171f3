using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;

namespace Transparency.Publishing.Register;

/// <summary>One disclosure of a village report.</summary>
/// <param name="At">of the checker's signature, UTC</param>
/// <param name="Unit">the body that checked and signed</param>
public sealed record ReportEdition(int Ordinal, DateTimeOffset At, Text Unit, PublicAct Prepared, ReportSection Section, ContentHash Hash);

/// <summary>What the public may know of a village report: its signed editions.</summary>
public sealed record ReportOnRegister(string Id, ReportKey Of, IReadOnlyList<ReportEdition> Editions) : IPublicRow
{
    public string PublicKey => Of.ToString();

    public ReportEdition Current => Editions[^1];

    public ReportSection Section => Current.Section;

    public int Acts => Editions.Count;

    public DateTimeOffset LastAct => Current.At;

    public CaseEntry? Entry => new(CaseKind.Report, PublicKey, Of.Village, Of.Period.Year);

    public IEnumerable<string> OwnSlices() => [Slices.Report(Of), .. Slices.Owed(Of.Village)];

    public static ReportOnRegister? Evolve(ReportOnRegister? now, string id, object e) => e is not ReportDisclosed x ? now
        : now is null ? new(id, x.Section.Of, [EditionOf(x)])
        : now with { Editions = [.. now.Editions, EditionOf(x)] };

    private static ReportEdition EditionOf(ReportDisclosed x) => new(x.Edition, x.By.At, x.By.Unit, x.Prepared, x.Section, x.Hash);
}
