using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;

namespace Transparency.Publishing.Register;

/// <summary>One disclosure of a village report.</summary>
/// <param name="At">of the checker's signature, UTC</param>
/// <param name="Unit">the body that checked and signed</param>
public sealed record ReportEdition(int Ordinal, DateTimeOffset At, Text Unit, PublicAct Prepared, ReportSection Section, ContentHash Hash);

/// <summary>One edition on the village's notice board. Days are local.</summary>
/// <param name="Until">the last day on which it must hang</param>
/// <param name="Down">null while it hangs</param>
public sealed record OnBoard(int Edition, DateOnly From, DateOnly Until, DateOnly? Down);

/// <summary>What the public may know of a village report: its signed editions, and when each hung on the notice board.</summary>
public sealed record ReportOnRegister(string Id, ReportKey Of, IReadOnlyList<ReportEdition> Editions) : IPublicRow
{
    /// <summary>In the order of posting.</summary>
    public IReadOnlyList<OnBoard> Boards { get; init; } = [];

    /// <inheritdoc cref="IPublicRow.LastAct"/>
    public required DateTimeOffset LastAct { get; init; }

    public string PublicKey => Of.ToString();

    public ReportEdition Current => Editions[^1];

    public ReportSection Section => Current.Section;

    public int Acts => Editions.Count + Boards.Sum(b => b.Down is null ? 1 : 2);

    public CaseEntry? Entry => new(CaseKind.Report, PublicKey, Of.Village, Of.Period.Year);

    public IEnumerable<string> OwnSlices() => [Slices.Report(Of), .. Slices.Owed(Of.Village)];

    /// <summary>Null where that edition was never posted.</summary>
    public OnBoard? BoardOf(int edition) => Boards.FirstOrDefault(b => b.Edition == edition);

    public static ReportOnRegister? Evolve(ReportOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, ReportDisclosed x) => new(id, x.Section.Of, [EditionOf(x)]) { LastAct = x.By.At },
        (not null, ReportDisclosed x) => now with { Editions = [.. now.Editions, EditionOf(x)], LastAct = x.By.At },
        (not null, ReportPosted x) => now with
        {
            Boards = [.. now.Boards, new(x.Edition, x.Stands.Trigger, x.Stands.Last, null)], LastAct = x.By.At,
        },
        (not null, ReportTakenDown x) => now with
        {
            Boards = [.. now.Boards.Select(b => b.Edition == x.Edition ? b with { Down = x.On } : b)], LastAct = x.By.At,
        },
        _ => now,
    };

    private static ReportEdition EditionOf(ReportDisclosed x) => new(x.Edition, x.By.At, x.By.Unit, x.Prepared, x.Section, x.Hash);
}
