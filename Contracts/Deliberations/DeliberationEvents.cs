using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Deliberations;

/// <summary>
/// What happened to one village decision, on the stream <c>deliberation/{id}</c>, in order of life.
/// On a routine matter it becomes public when its resolution is posted, on a major one with the declaration that rests on it; the result
/// by itself.
/// </summary>
public abstract record DeliberationEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>党支部提议. Not public.</summary>
/// <param name="Required">the body that must decide, by the matter's row of that day</param>
public sealed record DeliberationProposed(
    DeliberationId Id, DeliberationContent Content, VillageBody Required, Meeting Meeting, bool Merged, Signature By) : DeliberationEvent;

/// <summary>村“两委”商议. Not public.</summary>
public sealed record DeliberationDiscussed(Meeting Meeting, Signature By) : DeliberationEvent;

/// <summary>党员大会审议. Not public.</summary>
public sealed record DeliberationPartyReviewed(Meeting Meeting, Signature By) : DeliberationEvent;

/// <summary>村民（代表）会议决议. Not public.</summary>
public sealed record DeliberationResolved(
    VillageBody Body, Meeting Meeting, Deadline? Notice, Text? Mandate, Signature By) : DeliberationEvent;

/// <summary>未通过: enough were there, and too few agreed. Not public.</summary>
/// <param name="Body">null before the resolution</param>
public sealed record DeliberationRejected(DeliberationStep Step, Meeting Meeting, VillageBody? Body, Signature By) : DeliberationEvent;

/// <summary>退回重议; what is proposed anew takes a new number. Not public.</summary>
public sealed record DeliberationReturned(Text Reason, Signature By) : DeliberationEvent
{
    public override Text? Said => Reason;
}

/// <summary>撤回. Not public.</summary>
public sealed record DeliberationWithdrawn(Text Reason, Signature By) : DeliberationEvent
{
    public override Text? Said => Reason;
}

/// <summary>
/// 决议公开 in the village. On this site it stands with the declaration that rests on it, or by itself where it needs none.
/// </summary>
/// <param name="Section">what is public from here on; null for a matter that is declared</param>
public sealed record DeliberationResolutionPosted(
    DateOnly On, Text Place, Signature By, DecisionSection? Section = null, ContentHash? Hash = null) : DeliberationEvent;

/// <summary>A declaration rests on it; in the same transaction as the declaration. No other may. Not public by itself.</summary>
public sealed record DeliberationCarried(DeclarationId Declaration, Signature By) : DeliberationEvent;

/// <summary>The declaration ended before it was public, or rests on another decision: this one may carry another. Not public.</summary>
public sealed record DeliberationReleased(DeclarationId Declaration, Signature By) : DeliberationEvent;

/// <summary>实施结果公开: public by itself.</summary>
public sealed record DeliberationResultPosted(
    DeliberationId Id, DateOnly On, Text Result, IReadOnlyList<Attachment> Evidence, Signature By) : DeliberationEvent
{
    public override Text? Said => Result;
}
