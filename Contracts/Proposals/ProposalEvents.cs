using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Proposals;

/// <summary>
/// What happened to one proposal, on the stream <c>proposal/{id}</c>, in order of life.
/// The author's own words and name stand in a deletable document, never here.
/// </summary>
public abstract record ProposalEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>Not public.</summary>
/// <param name="Village">that it is about; null for the town as a whole</param>
/// <param name="MayBeNamed">its author agrees to be named by surname</param>
/// <param name="By">nobody's: <see cref="ProposalDecider.Anybody"/></param>
public sealed record ProposalSubmitted(ProposalId Id, VillageCode? Village, bool MayBeNamed, Signature By) : ProposalEvent;

/// <summary>
/// 并案. Its receipt names the other one, whose stream has a <see cref="ProposalJoined"/> of the same transaction.
/// </summary>
public sealed record ProposalMerged(ProposalId Into, ProposalNumber Number, Signature By) : ProposalEvent;

/// <summary>不属本镇. Never public: the reason stands on its receipt only.</summary>
public sealed record ProposalDeclined(Text Reason, Signature By) : ProposalEvent
{
    public override Text? Said => Reason;
}

/// <summary>受理: numbered, worded by the town, its clock set going. Not public; a later one changes the words alone.</summary>
/// <param name="AnswerDue">the clock of the answer, from the first admission</param>
public sealed record ProposalAdmitted(ProposalSection Section, ContentHash Hash, Deadline AnswerDue, Signature By) : ProposalEvent;

/// <summary>Back to be worded anew. Not public.</summary>
public sealed record ProposalReturned(Text Reason, Signature By) : ProposalEvent
{
    public override Text? Said => Reason;
}

/// <summary>A second person signed: public from here on.</summary>
/// <param name="Admitted">when its words were last written, and by which body</param>
public sealed record ProposalDisclosed(ProposalSection Section, ContentHash Hash, Deadline AnswerDue, PublicAct Admitted, Signature By)
    : ProposalEvent;

/// <summary>One more of the same content was merged into this one. Public is the count.</summary>
public sealed record ProposalJoined(ProposalId Joined, Signature By) : ProposalEvent;

/// <summary>交办. Public; a later one replaces it.</summary>
/// <param name="Due">last day that the unit was given, local</param>
public sealed record ProposalStudied(Text Unit, DateOnly Due, Signature By) : ProposalEvent;

/// <summary>答复. Public.</summary>
/// <param name="DaysLate">calendar days after the last day for it; 0 in time</param>
public sealed record ProposalAnswered(ProposalOutcome Outcome, Text Reasons, int DaysLate, Signature By) : ProposalEvent
{
    public override Text? Said => Reasons;
}

/// <summary>落实: what carries it out. Public; a later one replaces it.</summary>
public sealed record ProposalCarried(ProposalCarrier Carrier, Signature By) : ProposalEvent;

/// <summary>办理结果: what came of it. Public.</summary>
public sealed record ProposalResultPosted(Text Result, Signature By) : ProposalEvent
{
    public override Text? Said => Result;
}
