using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// What happened to one village's statement of one month, on the stream <c>statement/{village}/{yyyy-mm}</c>, in order of life.
/// </summary>
public abstract record StatementEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>By the bookkeeper. Not public.</summary>
/// <param name="Words">what was typed for it; the rest is computed from the ledgers</param>
public sealed record StatementPrepared(StatementWords Words, StatementSection Section, ContentHash Hash, Signature By) : StatementEvent;

/// <summary>Back to the bookkeeper, by who was to check or sign it. Not public.</summary>
public sealed record StatementReturned(Text Reason, Signature By) : StatementEvent
{
    public override Text? Said => Reason;
}

/// <summary>民主理财小组核对: true and complete, before it becomes public. Not public.</summary>
public sealed record StatementChecked(ContentHash Hash, Signature By) : StatementEvent;

/// <summary>村务监督委员会签字: public from here on, and its month is closed.</summary>
/// <param name="Edition">1 for the first; a later one may correct words, links and reconciliation, never a sum</param>
public sealed record StatementDisclosed(
    int Edition, StatementSection Section, ContentHash Hash, PublicAct Prepared, PublicAct Checked, Signature By) : StatementEvent;

/// <summary>A villager's question in an officer's words; public.</summary>
/// <param name="Ordinal">1 for the statement's first</param>
public sealed record StatementQuestioned(int Ordinal, Text Question, Signature By) : StatementEvent
{
    public override Text? Said => Question;
}

/// <summary>Public.</summary>
public sealed record StatementAnswered(int Ordinal, Text Answer, Signature By) : StatementEvent
{
    public override Text? Said => Answer;
}
