using Transparency.Contracts.Declarations;
using static Transparency.Contracts.Escrow.Statements.Statement;
using static Transparency.Contracts.Escrow.Statements.StatementCommand;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// 双代管月度收支: prepare → check → sign, by three persons; the last signature makes it public and closes the month.
/// </summary>
public static class StatementDecider
{
    /// <summary>Row of the table of matters that says who prepares, checks and signs.</summary>
    public const string Matter = "escrow-statement";

    public static readonly Decider<Statement, StatementCommand, StatementEvent> Law = new(new None(), Decide, Evolve, c => c.At);

    private static Decision<StatementEvent> Decide(RuleBook rules, Statement state, StatementCommand command) => (state, command) switch
    {
        (_, Prepare c) when StatementGuards.OfRole(c.Ledgers.Village, c, state) is { } no => no,
        (None, Prepare c) when StatementGuards.OfHands(state, c) is { } no => no,
        (None, Prepare c) => PrepareOf(rules, null, c),
        (None, _) => Refusal.NotNow("statement.unknown"),

        (Known s, _) when StatementGuards.OfRole(s.File.Village, command, state) is { } no => no,
        (Known s, _) when StatementGuards.OfPersons(s, command) is { } no => no,

        (Known s, Prepare or Return or Check or Sign) when StatementGuards.OfHands(s, command) is { } no => no,

        (Known { File: { Edition: > 0 } file }, Prepare { Words.Note: null or { IsEmpty: true } }) =>
            Refusal.Mend("note", "statement.note-missing", file.Edition + 1),
        (Known s, Prepare c) => PrepareOf(rules, s.File.Public, c),

        (Prepared or Checked, Return c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (Prepared or Checked, Return c) => new StatementReturned(c.Reason, c.By.Sign(c.At)),

        (Prepared s, Check c) when StatementGuards.OfHash(rules, c.Ledgers, s.Words, s.Section, c.Seen) is { } no => no,
        (Prepared s, Check c) => new StatementChecked(s.Section.Hash, c.By.Sign(c.At)),

        (Checked s, Sign c) when StatementGuards.OfHash(rules, c.Ledgers, s.Words, s.Section, c.Seen) is { } no => no,
        (Checked s, Sign c) =>
            new StatementDisclosed(s.File.Edition + 1, s.Section, s.Section.Hash, Public(s.PreparedBy), Public(s.By), c.By.Sign(c.At)),

        (Known { File.Edition: > 0 }, Ask c) when c.Question.IsEmpty || !c.Question.IsClean =>
            Refusal.Mend("question", "statement.question-missing"),
        (Known { File: { Edition: > 0 } file }, Ask c) => new StatementQuestioned(file.Questions + 1, c.Question, c.By.Sign(c.At)),
        (Known { File: { Edition: > 0 } file }, Answer c) when file.Open.All(q => q.Ordinal != c.Ordinal) =>
            Refusal.NotNow("statement.no-question", c.Ordinal).At("ordinal"),
        (Known { File.Edition: > 0 }, Answer c) when c.Words.IsEmpty || !c.Words.IsClean =>
            Refusal.Mend("answer", "statement.answer-missing"),
        (Known { File.Edition: > 0 }, Answer c) => new StatementAnswered(c.Ordinal, c.Words, c.By.Sign(c.At)),

        _ => Refusal.NotNow(
            "statement.not-now", new Word($"statement-act.{command.GetType().Name}"), new Word($"statement-state.{state.GetType().Name}")),
    };

    private static Statement Evolve(Statement state, StatementEvent e) => (state, e) switch
    {
        (None, StatementPrepared x) =>
            new Prepared(
                StatementFile.Begin(x.Section.Village, x.Section.Month).With(Role.Bookkeeper, x.By.Person), x.Words, x.Section, x.By),
        (Known s, StatementPrepared x) => new Prepared(s.File.With(Role.Bookkeeper, x.By.Person), x.Words, x.Section, x.By),
        (Known s, StatementReturned x) =>
            new Returned(s.File.With(s is Checked ? Role.Supervision : Role.FinanceGroup, x.By.Person), x.Reason),
        (Prepared s, StatementChecked x) => new Checked(s.File.With(Role.FinanceGroup, x.By.Person), s.Words, s.Section, s.By, x.By),
        (Known s, StatementDisclosed x) =>
            new Disclosed(s.File.With(Role.Supervision, x.By.Person) with { Edition = x.Edition, Public = x.Section }),
        (Known s, StatementQuestioned x) =>
            s with { File = s.File with { Questions = x.Ordinal, Open = [.. s.File.Open, (x.Ordinal, x.By.Person)] } },
        (Known s, StatementAnswered x) => s with { File = s.File with { Open = [.. s.File.Open.Where(q => q.Ordinal != x.Ordinal)] } },
        _ => state,
    };

    private static Decision<StatementEvent> PrepareOf(RuleBook rules, StatementSection? published, Prepare c)
    {
        if (StatementGuards.OfWords(c.Words) is { } fault) return fault;
        if (Shanghai.DayOf(c.At) <= c.Ledgers.Month.Last) return Refusal.Wait("statement.month-runs", c.Ledgers.Month.Last);
        return c.Ledgers.Section(rules, c.Words).Decide<StatementEvent>(section => published is not null && !published.SameMoney(section)
            ? Refusal.Wait("statement.money-fixed")
            : new StatementPrepared(c.Words, section, section.Hash, c.By.Sign(c.At)));
    }

    private static PublicAct Public(Signature by) => new(Shanghai.DayOf(by.At), by.Unit);
}
