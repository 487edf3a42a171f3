using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Deliberations;

/// <summary>One state of 四议两公开, the village decision behind a matter.</summary>
public abstract record Deliberation
{
    public sealed record None : Deliberation;

    public abstract record Known(DeliberationFile File) : Deliberation;

    /// <summary>党支部提议.</summary>
    public sealed record Proposed(DeliberationFile File) : Known(File);

    /// <summary>村“两委”商议; decided where the matter asks for no more.</summary>
    public sealed record Discussed(DeliberationFile File) : Known(File);

    /// <summary>党员大会审议.</summary>
    public sealed record PartyReviewed(DeliberationFile File) : Known(File);

    /// <summary>村民（代表）会议决议.</summary>
    public sealed record Resolved(DeliberationFile File) : Known(File);

    /// <summary>决议公开: a declaration may rest on it.</summary>
    public sealed record ResolutionPosted(DeliberationFile File) : Known(File);

    /// <summary>实施结果公开.</summary>
    public sealed record ResultPosted(DeliberationFile File) : Known(File);

    /// <summary>A vote was not carried.</summary>
    public sealed record Rejected(DeliberationFile File) : Known(File);

    public sealed record Returned(DeliberationFile File, Text Reason) : Known(File);

    public sealed record Withdrawn(DeliberationFile File, Text Reason) : Known(File);
}

public enum ProposalOrigin
{
    /// <summary>群众意愿.</summary>
    Villagers,

    /// <summary>村干部提出.</summary>
    Cadres,

    /// <summary>上级部署.</summary>
    Higher,
}

/// <param name="Matter">code of the town's row; its body must decide</param>
/// <param name="What">what is proposed: one sentence or a few</param>
/// <param name="Terms">what the vote binds beside the words; null for a matter that stands in public without a declaration</param>
public sealed record DeliberationContent(Text Title, string Matter, Text What, ProposalOrigin Origin, VotedTerms? Terms = null);

/// <param name="Body">who resolved</param>
/// <param name="Notice">when the meeting was called and from when it could be held; null where no notice is asked for</param>
/// <param name="Mandate">on what the representatives' power rests; null for a meeting of all</param>
public sealed record Resolution(VillageBody Body, Deadline? Notice, Text? Mandate);

/// <param name="Place">where it was posted: 村务公开栏</param>
public sealed record ResolutionPosting(DateOnly On, Text Place);

/// <summary>The file of one deliberation, carried from state to state.</summary>
/// <param name="Required">the body that the matter's row asked for when it was proposed</param>
/// <param name="Merged">proposal and discussion in one meeting, where the Party secretary heads the committee too</param>
/// <param name="Held">in the order of the steps</param>
/// <param name="RecordedBy">who recorded the newest of them</param>
/// <param name="Carries">the declaration that rests on it: one at most</param>
public sealed record DeliberationFile(
    DeliberationId Id, DeliberationContent Content, VillageBody Required, bool Merged, IReadOnlyList<HeldStep> Held, PersonId RecordedBy,
    Resolution? Resolution = null, ResolutionPosting? Posting = null, DeclarationId? Carries = null)
{
    public HeldStep Newest => Held[^1];

    public DeliberationFile With(DeliberationStep step, Meeting meeting, Signature by) =>
        this with { Held = [.. Held, new(step, meeting)], RecordedBy = by.Person };
}
