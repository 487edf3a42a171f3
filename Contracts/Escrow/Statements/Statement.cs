using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>One state of a monthly statement's life; each holds only what is true there.</summary>
public abstract record Statement
{
    public sealed record None : Statement;

    public abstract record Known(StatementFile File) : Statement;

    public sealed record Prepared(StatementFile File, StatementWords Words, StatementSection Section, Signature By) : Known(File);

    public sealed record Returned(StatementFile File, Text Reason) : Known(File);

    public sealed record Checked(
        StatementFile File, StatementWords Words, StatementSection Section, Signature PreparedBy, Signature By) : Known(File);

    public sealed record Disclosed(StatementFile File) : Known(File);
}

/// <summary>What is carried from state to state.</summary>
/// <param name="Edition">editions so far; 0 = never public</param>
/// <param name="Public">the section of the newest edition, or null</param>
/// <param name="Questions">asked so far</param>
/// <param name="Open">questions without an answer, with who put them</param>
/// <param name="Hands">who prepared, checked, returned or signed any edition</param>
public sealed record StatementFile(
    VillageCode Village, Month Month, int Edition, StatementSection? Public, int Questions,
    IReadOnlyList<(int Ordinal, PersonId By)> Open, IReadOnlyList<Hand> Hands)
{
    public static StatementFile Begin(VillageCode village, Month month) => new(village, month, 0, null, 0, [], []);

    public StatementFile With(Role role, PersonId who) =>
        Hands.Contains(new(role, who)) ? this : this with { Hands = [.. Hands, new(role, who)] };
}

/// <summary>What an officer may ask of a statement. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record StatementCommand(Officer By, DateTimeOffset At)
{
    /// <summary>Again after a return, instead of what was prepared before, or to correct what is public.</summary>
    /// <param name="Ledgers">as they are now</param>
    public sealed record Prepare(Ledgers Ledgers, StatementWords Words, Officer By, DateTimeOffset At) : StatementCommand(By, At);

    /// <param name="Ledgers">as they are now: who wrote in them may not return what comes of them</param>
    public sealed record Return(Ledgers Ledgers, Text Reason, Officer By, DateTimeOffset At) : StatementCommand(By, At);

    /// <param name="Ledgers">as they are now; refused unless they still give what was seen</param>
    public sealed record Check(Ledgers Ledgers, ContentHash Seen, Officer By, DateTimeOffset At) : StatementCommand(By, At);

    public sealed record Sign(Ledgers Ledgers, ContentHash Seen, Officer By, DateTimeOffset At) : StatementCommand(By, At);

    public sealed record Ask(Text Question, Officer By, DateTimeOffset At) : StatementCommand(By, At);

    public sealed record Answer(int Ordinal, Text Words, Officer By, DateTimeOffset At) : StatementCommand(By, At);
}
