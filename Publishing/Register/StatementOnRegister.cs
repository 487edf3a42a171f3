using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Statements;

namespace Transparency.Publishing.Register;

/// <summary>One disclosure of a monthly statement.</summary>
/// <param name="Unit">the body that signed it</param>
public sealed record StatementEdition(
    int Ordinal, DateTimeOffset At, Text Unit, PublicAct Prepared, PublicAct Checked, StatementSection Section, ContentHash Hash);

/// <summary>A villager's question in an officer's words, and the answer once there is one.</summary>
public sealed record StatementQuestion(int Ordinal, PublicAct Asked, Text Question, PublicAct? Answered, Text? Answer);

/// <summary>What the public may know of a village's month: its signed statements, never vouchers that were only entered.</summary>
public sealed record StatementOnRegister(
    string Id, VillageCode Village, Month Month, IReadOnlyList<StatementEdition> Editions, IReadOnlyList<StatementQuestion> Questions,
    int Acts, DateTimeOffset LastAct) : IPublicRow
{
    public VillageMonth Of => new(Village, Month);

    public string PublicKey => Of.ToString();

    public StatementEdition Current => Editions[^1];

    public StatementSection Section => Current.Section;

    public CaseEntry? Entry => new(CaseKind.Statement, PublicKey, Village, Month.Year);

    public IEnumerable<string> OwnSlices() =>
    [
        Slices.Statement(Of),
        Slices.Statement(Of.Previous),
        Slices.Inspected(Of),
        Slices.Month(Month),
        .. Slices.Owed(Village),
        .. Editions.SelectMany(e => LinkedTo(e.Section)),
    ];

    /// <summary>The slices of what the lines of a statement belong to.</summary>
    public static IEnumerable<string> LinkedTo(StatementSection s) => LinkedTo(s.All);

    public static IEnumerable<string> LinkedTo(IEnumerable<StatementLine> lines) => lines.SelectMany(line => new[]
    {
        line.Agreement is { } agreement ? Slices.Agreement(agreement) : null,
        line.Tender is { } tender ? Slices.Tender(tender) : null,
        line.Declaration is { } declaration ? Slices.Numbered(declaration) : null,
        line.Deliberation is { } decision ? Slices.Deliberation(decision) : null,
    }).OfType<string>().Distinct(StringComparer.Ordinal);

    public static StatementOnRegister? Evolve(StatementOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, StatementDisclosed x) => new(id, x.Section.Village, x.Section.Month, [EditionOf(x)], [], 1, x.By.At),
        ({ } s, StatementDisclosed x) => s.Acted(x.By) with { Editions = [.. s.Editions, EditionOf(x)] },
        ({ } s, StatementQuestioned x) => s.Acted(x.By) with { Questions = [.. s.Questions, AskedBy(x)] },
        ({ } s, StatementAnswered x) => s.Acted(x.By) with { Questions = [.. s.Questions.Select(q => AnsweredBy(q, x))] },
        _ => now,
    };

    private static StatementQuestion AskedBy(StatementQuestioned x) => new(x.Ordinal, Public(x.By), x.Question, null, null);

    private static StatementQuestion AnsweredBy(StatementQuestion q, StatementAnswered x) =>
        q.Ordinal == x.Ordinal ? q with { Answered = Public(x.By), Answer = x.Answer } : q;

    private StatementOnRegister Acted(Signature by) => this with { Acts = Acts + 1, LastAct = by.At };

    private static StatementEdition EditionOf(StatementDisclosed x) =>
        new(x.Edition, x.By.At, x.By.Unit, x.Prepared, x.Checked, x.Section, x.Hash);

    private static PublicAct Public(Signature by) => new(Shanghai.DayOf(by.At), by.Unit);
}
