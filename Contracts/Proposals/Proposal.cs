using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Proposals;

/// <summary>One state of 群众建议; each holds only what is true there.</summary>
public abstract record Proposal
{
    public sealed record None : Proposal;

    public abstract record Known(ProposalFile File) : Proposal;

    /// <summary>It arrived, and nobody has read it for the town yet.</summary>
    public sealed record Submitted(ProposalFile File) : Known(File);

    /// <summary>并案: it counts on the page of another one, whose number its receipt names.</summary>
    public sealed record Merged(ProposalFile File, ProposalId Into, ProposalNumber Number) : Known(File);

    /// <summary>不属本镇: the receipt says why, and nothing else does.</summary>
    public sealed record NotOurs(ProposalFile File, Text Reason) : Known(File);

    /// <summary>It has its number and its clock, and from here on it goes to its answer.</summary>
    public abstract record Numbered(ProposalFile File, Admission Admission) : Known(File);

    /// <summary>受理: worded, and waiting for a second person.</summary>
    /// <param name="By">who worded it last</param>
    public sealed record Admitted(ProposalFile File, Admission Admission, Signature By) : Numbered(File, Admission);

    public sealed record Returned(ProposalFile File, Admission Admission, Text Reason) : Numbered(File, Admission);

    /// <param name="Joined">others of the same content that were merged into this one, oldest first</param>
    public abstract record Public(ProposalFile File, Admission Admission, IReadOnlyList<ProposalId> Joined) : Numbered(File, Admission);

    public sealed record Disclosed(ProposalFile File, Admission Admission, IReadOnlyList<ProposalId> Joined)
        : Public(File, Admission, Joined);

    /// <param name="Unit">who looks into it</param>
    /// <param name="Due">last day that the unit was given</param>
    public sealed record Studied(ProposalFile File, Admission Admission, IReadOnlyList<ProposalId> Joined, Text Unit, DateOnly Due)
        : Public(File, Admission, Joined);

    public sealed record Answered(ProposalFile File, Admission Admission, IReadOnlyList<ProposalId> Joined, GivenAnswer Answer)
        : Public(File, Admission, Joined);

    public sealed record Carried(
        ProposalFile File, Admission Admission, IReadOnlyList<ProposalId> Joined, GivenAnswer Answer, ProposalCarrier Carrier)
        : Public(File, Admission, Joined);

    public sealed record ResultPosted(ProposalFile File, Admission Admission, IReadOnlyList<ProposalId> Joined)
        : Public(File, Admission, Joined);
}

/// <summary>What is known of a proposal without reading it.</summary>
/// <param name="Village">that it is about; null for the town as a whole</param>
/// <param name="MayBeNamed">its author agrees to be named by surname</param>
/// <param name="At">when it arrived, UTC</param>
public sealed record ProposalFile(ProposalId Id, VillageCode? Village, bool MayBeNamed, DateTimeOffset At);

/// <param name="AnswerDue">counted from the first admission; wording it anew does not wind the clock up again</param>
/// <param name="Admitters">every person who worded it</param>
public sealed record Admission(ProposalSection Section, Deadline AnswerDue, IReadOnlyList<PersonId> Admitters);

public enum ProposalOutcome
{
    Adopted,
    Partly,
    No,
}

public sealed record GivenAnswer(ProposalOutcome Outcome, PersonId By);

/// <summary>The way from the answer to what is done: a declaration, a work, or both.</summary>
public sealed record ProposalCarrier(DeclarationNumber? Declaration, WorkId? Work);
