namespace Transparency.Contracts.Officers;

/// <summary>One state of a sign-in's life; each holds only what is true there.</summary>
public abstract record OfficerLife
{
    public sealed record None : OfficerLife;

    public abstract record Known(Officer Officer) : OfficerLife
    {
        /// <summary>In force.</summary>
        public IReadOnlyList<Interest> Interests { get; init; } = [];

        /// <summary>How many were ever declared.</summary>
        public int Declared { get; init; }
    }

    /// <summary>Waits for another administrator; may do nothing yet.</summary>
    public sealed record Proposed(Officer Officer, Signature By) : Known(Officer);

    /// <summary>The proposal came to nothing.</summary>
    public sealed record Declined(Officer Officer) : Known(Officer);

    /// <param name="Change">what waits to be confirmed; null when nothing does</param>
    public sealed record OnDuty(Officer Officer, RoleChange? Change) : Known(Officer);

    public sealed record Suspended(Officer Officer) : Known(Officer);

    public sealed record Dismissed(Officer Officer) : Known(Officer);
}

/// <summary>Other roles, villages or another unit, not in force yet.</summary>
/// <param name="Wanted">the officer as he would be</param>
public sealed record RoleChange(Officer Wanted, Signature ProposedBy);

/// <summary>What may be asked of a sign-in. <c>At</c> is the moment of the request, UTC.</summary>
/// <param name="By">an administrator, or the portal's own command line (<see cref="Officer.System"/>)</param>
public abstract record OfficerCommand(Officer By, DateTimeOffset At)
{
    /// <summary>Sign-ins of near relatives, where roles are decided on.</summary>
    public IReadOnlyList<Officer> Kin { get; init; } = [];

    /// <param name="Others">what else this human being holds or is to hold, by other sign-ins</param>
    /// <param name="IsFirst">whether the store had no officers when this was begun</param>
    public sealed record Propose(
        Officer Wanted, IReadOnlyList<Officer> Others, bool IsFirst, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    /// <param name="Wanted">with the key and person of the officer on duty</param>
    public sealed record ChangeRoles(
        Officer Wanted, IReadOnlyList<Officer> Others, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    public sealed record Confirm(IReadOnlyList<Officer> Others, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    public sealed record Decline(Text Reason, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    /// <param name="IsLast">whether no other administrator is on duty</param>
    public sealed record Suspend(Text Reason, bool IsLast, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    public sealed record Resume(Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    /// <param name="IsLast">whether no other administrator is on duty</param>
    public sealed record Dismiss(Text Reason, bool IsLast, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    /// <param name="Relative">whose document is written with it; null for a firm</param>
    /// <param name="Firm">null for a relative</param>
    public sealed record DeclareInterest(
        InterestKind Kind, PersonId? Relative, string? Firm, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    public sealed record EndInterest(int Number, Text Reason, Officer By, DateTimeOffset At) : OfficerCommand(By, At);

    public sealed record IssueLink(Officer By, DateTimeOffset At) : OfficerCommand(By, At);
}
