using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Declarations;

/// <summary>What happened to one declaration, on the stream <c>declaration/{id}</c>, in order of life.</summary>
public abstract record DeclarationEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>Not public.</summary>
public sealed record DeclarationDrafted(DeclarationId Id, DeclarationContent Content, Signature By) : DeclarationEvent;

/// <summary>Not public.</summary>
public sealed record DeclarationRedrafted(DeclarationContent Content, Signature By) : DeclarationEvent;

/// <summary>申报. Not public.</summary>
/// <param name="Section">as it stood at that moment, to tell later what has changed</param>
public sealed record DeclarationDeclared(DeclarationSection Section, ContentHash Hash, Signature By) : DeclarationEvent;

/// <summary>退回补正. Not public.</summary>
public sealed record DeclarationReturned(Text Reason, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>审核不通过. Not public, unless an earlier window was.</summary>
public sealed record DeclarationReviewRefused(Text Reason, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>审核通过. Not public.</summary>
public sealed record DeclarationReviewPassed(DeclarationSection Section, ContentHash Hash, Signature By) : DeclarationEvent;

/// <summary>公示开始: from here on the page is public for ever.</summary>
/// <param name="Round">1 for the first window</param>
/// <param name="Edition">1 for the first edition</param>
/// <param name="Declared">when and by whom it was declared, for the timeline</param>
/// <param name="Concludes">no approval follows: it ends with its window</param>
public sealed record DeclarationWindowOpened(
    DeclarationNumber Number, int Round, int Edition, Deadline Window, DeclarationSection Section, ContentHash Hash,
    PublicAct Declared, PublicAct Reviewed, Text? ChangeNote, Signature By, bool Concludes = false) : DeclarationEvent;

/// <summary>A wording fix that waits for another person. Not public.</summary>
public sealed record DeclarationWordingProposed(
    DeclarationSection Section, ContentHash Hash, Text Note, Signature By) : DeclarationEvent
{
    public override Text? Said => Note;
}

/// <summary>The other person, or the one who proposed it, let the wording be. Not public.</summary>
public sealed record DeclarationWordingDeclined(Text Reason, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>A wording fix during the window; it does not restart it.</summary>
/// <param name="Proposed">by whom, where another person confirmed it; null before two were asked for</param>
public sealed record DeclarationWordingFixed(
    int Edition, DeclarationSection Section, ContentHash Hash, Text Note, Signature By, Signature? Proposed = null) : DeclarationEvent
{
    public override Text? Said => Note;
}

/// <summary>公示期延长: the same content stands longer, since its page could not be seen for part of the window.</summary>
/// <param name="Window">with its new last day</param>
/// <param name="Days">by how many days of the window's own kind</param>
public sealed record DeclarationWindowExtended(
    int Edition, Deadline Window, int Days, ContentHash Hash, Text Reason, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>内容有变，重新审核: a material change goes back to review under the same number.</summary>
/// <param name="Content">the new draft, not public; public is only <paramref name="Reason"/></param>
/// <param name="Objections">all that arrived in the window that ends here; they still want an answer</param>
public sealed record DeclarationRestarted(
    DeclarationContent Content, DeclarationSection Section, ContentHash Hash, Text Reason,
    IReadOnlyList<ObjectionId> Objections, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>An objection has got its answer, or was set aside with a public reason.</summary>
/// <param name="Due">the last day for this answer; null when it could not be counted</param>
/// <param name="Summary">the officer's summary of the objection, public; the objector's own words never are</param>
public sealed record DeclarationObjectionSettled(
    ObjectionId Objection, int Round, DateOnly Received, DateOnly? Due, bool SetAside,
    Text Summary, Text Answer, Signature By) : DeclarationEvent
{
    public override Text? Said => Answer;
}

/// <summary>公示期满.</summary>
/// <param name="Objections">all that arrived during this window</param>
public sealed record DeclarationWindowClosed(int Round, IReadOnlyList<ObjectionId> Objections, Signature By) : DeclarationEvent;

/// <summary>批准. Its subjects are disclosed in the same transaction.</summary>
public sealed record DeclarationApproved(int Edition, ContentHash Hash, Signature By) : DeclarationEvent;

/// <summary>不予批准.</summary>
public sealed record DeclarationRefused(int Edition, Text Reason, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>
/// 退回村里: a village's own affair is never refused by the town, but sent back with the article that stands against it.
/// The number and the page stay; the village restarts it with what it has changed, or withdraws it.
/// </summary>
/// <param name="Law">the article, as the public reads it</param>
public sealed record DeclarationSentBack(int Edition, Text Reason, Text Law, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>公示完成: nobody approves this matter; its window is over and every objection has its answer.</summary>
public sealed record DeclarationConcluded(int Edition, ContentHash Hash, Signature By) : DeclarationEvent;

/// <summary>撤回.</summary>
/// <param name="Edition">0 when it never was public</param>
public sealed record DeclarationWithdrawn(int Edition, Text Reason, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>撤销 of an approval.</summary>
public sealed record DeclarationRevoked(int Edition, Text Reason, Signature By) : DeclarationEvent
{
    public override Text? Said => Reason;
}

/// <summary>A past act as the public timeline shows it: the day, and the body that did it.</summary>
public sealed record PublicAct(DateOnly On, Text Unit);
