using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Proposals;

/// <summary>What anybody, and then an officer, may ask of a proposal. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record ProposalCommand(Officer By, DateTimeOffset At)
{
    /// <summary>From anybody, named or not. The letter goes into a deletable document; no event has a word of it.</summary>
    public sealed record Submit(ProposalId Id, ProposalLetter Letter, DateTimeOffset At)
        : ProposalCommand(ProposalDecider.Anybody, At);

    /// <summary>Again after a return, or instead of what was worded before.</summary>
    /// <param name="Author">the whole name as the letter has it, or null; the law masks it, and only if its author agreed</param>
    /// <param name="NextOrdinal">first that is free in the year; not used when the proposal has its number</param>
    public sealed record Admit(ProposalWords Words, string? Author, int NextOrdinal, Officer By, DateTimeOffset At)
        : ProposalCommand(By, At);

    /// <param name="Other">the proposal <paramref name="Into"/> as it is now; it has to <see cref="Join"/> in the same transaction</param>
    public sealed record Merge(ProposalId Into, Proposal Other, Officer By, DateTimeOffset At) : ProposalCommand(By, At);

    /// <summary>Not for this town to decide: an accusation, a letter of complaint, another place's matter.</summary>
    /// <param name="Reason">what its author reads on the receipt: why, and where it belongs</param>
    public sealed record Decline(Text Reason, Officer By, DateTimeOffset At) : ProposalCommand(By, At);

    public sealed record Return(Text Reason, Officer By, DateTimeOffset At) : ProposalCommand(By, At);

    /// <summary>The second person signs, and it is public.</summary>
    public sealed record Sign(ContentHash Seen, Officer By, DateTimeOffset At) : ProposalCommand(By, At);

    /// <summary>The other half of <see cref="Merge"/>, on the proposal that stays.</summary>
    public sealed record Join(ProposalId Joined, Officer By, DateTimeOffset At) : ProposalCommand(By, At);

    /// <summary>Again to hand it to another unit or give another day.</summary>
    public sealed record Study(Text Unit, DateOnly Due, Officer By, DateTimeOffset At) : ProposalCommand(By, At);

    public sealed record Answer(ProposalOutcome Outcome, Text Reasons, Officer By, DateTimeOffset At) : ProposalCommand(By, At);

    /// <summary>Again when another declaration or work takes it further; the last one named counts.</summary>
    /// <param name="Declaration">as it is now; null for none</param>
    /// <param name="Work">null for none</param>
    /// <param name="WorkIsPublic">something public names that work</param>
    public sealed record Carry(Declaration? Declaration, WorkId? Work, bool WorkIsPublic, Officer By, DateTimeOffset At)
        : ProposalCommand(By, At);

    public sealed record PostResult(Text Result, Officer By, DateTimeOffset At) : ProposalCommand(By, At);
}

/// <summary>What somebody sends in.</summary>
/// <param name="Village">null for the town as a whole</param>
/// <param name="Words">at most <see cref="Longest"/> UTF-16 units</param>
/// <param name="Name">null for none</param>
/// <param name="Contact">telephone or address, if its author wants to be reached</param>
/// <param name="MayBeNamed">by surname only, once it is public</param>
public sealed record ProposalLetter(VillageCode? Village, string Words, string? Name, string? Contact, bool MayBeNamed)
{
    public const int Longest = 5000;
    public const int LongestName = 100;
    public const int LongestContact = 200;
}

/// <summary>The town's own wording of it, without anything by which a person can be known.</summary>
/// <param name="Title">one line of at most <see cref="LongestTitle"/> UTF-16 units</param>
/// <param name="Body">Markdown</param>
public sealed record ProposalWords(Text Title, Text Body)
{
    public const int LongestTitle = 100;
}
