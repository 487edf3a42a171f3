using Transparency.Contracts.Escrow.Ledgers;
using static Transparency.Contracts.Escrow.Statements.StatementCommand;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// What every act on a statement must satisfy: the right role, another person than before, sound words, the hash that was seen.
/// </summary>
internal static class StatementGuards
{
    /// <summary>
    /// Bookkeeper, finance group and supervision are fixed by the law, not by the town's table;
    /// a question may come from any body near the villagers, its answer from who keeps the money.
    /// </summary>
    public static Refusal? OfRole(VillageCode village, StatementCommand command, Statement state)
    {
        Role[] needed = command switch
        {
            Prepare => [Role.Bookkeeper],
            Check => [Role.FinanceGroup],
            Sign => [Role.Supervision],
            Return => [ReturnsAs(state)],
            Ask => [Role.Supervision, Role.FinanceGroup, Role.Village, Role.Town, Role.TownReview],
            _ => [Role.Bookkeeper, Role.Village],
        };
        return needed.Any(role => command.By.Holds(role, village))
            ? null
            : Refusal.NotYours("officer.may-not", new Word($"role.{needed[0]}"));
    }

    /// <summary>
    /// Preparer, checker and signer are three persons, by whatever roles, and none of them entered the vouchers;
    /// nobody answers an own question.
    /// </summary>
    public static Refusal? OfPersons(Statement.Known state, StatementCommand command) => (state, command) switch
    {
        (Statement.Prepared s, Check or Return) when s.By.Person == command.By.Person => Refusal.NotYours("statement.own-statement"),
        (Statement.Checked s, Sign or Return) when s.PreparedBy.Person == command.By.Person => Refusal.NotYours("statement.own-statement"),
        (Statement.Checked s, Sign) when s.By.Person == command.By.Person => Refusal.NotYours("statement.own-check"),
        (_, Answer c) when state.File.Open.Any(q => q.Ordinal == c.Ordinal && q.By == c.By.Person) =>
            Refusal.NotYours("statement.own-question"),
        _ => null,
    };

    /// <summary>Null when this person had no other part in the month.</summary>
    public static Refusal? OfHands(Statement state, StatementCommand command) => command switch
    {
        Prepare c => Hands(c.Ledgers, state).Refuse(Role.Bookkeeper, c.By),
        Check c => Hands(c.Ledgers, state).Refuse(Role.FinanceGroup, c.By),
        Sign c => Hands(c.Ledgers, state).Refuse(Role.Supervision, c.By),
        Return c => Hands(c.Ledgers, state).Refuse(ReturnsAs(state), c.By),
        _ => null,
    };

    public static Refusal? OfWords(StatementWords words) =>
        words.Receivables.Concat(words.Debts).Any(o => o.Amount <= Yuan.Zero || o.Who.IsEmpty || !o.Who.IsClean)
            ? Refusal.Mend("receivables", "statement.owed")
        : words.Note is { IsClean: false } ? Refusal.Mend("note", "text.unclean")
        : null;

    /// <summary>Null when the ledgers still give what was prepared, and that is what was seen.</summary>
    public static Refusal? OfHash(
        RuleBook rules, Ledgers now, StatementWords words, StatementSection prepared, ContentHash seen) => now.Section(rules, words) switch
    {
        Result<StatementSection>.Refused no => no.Why,
        Result<StatementSection>.Of(var section) when section.Hash != prepared.Hash => Refusal.Moved("statement.ledgers-moved"),
        _ => prepared.Hash == seen ? null : Refusal.Moved("content.moved", now.Month.ToString()),
    };

    private static Hands Hands(Ledgers now, Statement state) => Escrow.Ledgers.Hands.Of(now.Book, now.Trust, now.Bank, state);

    private static Role ReturnsAs(Statement state) => state is Statement.Checked ? Role.Supervision : Role.FinanceGroup;
}
