using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Deliberations;

/// <summary>What an officer may ask of a deliberation. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record DeliberationCommand(Officer By, DateTimeOffset At)
{
    /// <summary>The files that the act names.</summary>
    public IReadOnlyList<Attachment> Files => this switch
    {
        Propose c => c.Meeting.Minutes,
        Discuss c => c.Meeting.Minutes,
        ReviewByParty c => c.Meeting.Minutes,
        Resolve c => c.Meeting.Minutes,
        PostResult c => c.Evidence,
        _ => [],
    };

    /// <param name="Merged">the same meeting was the two committees' discussion too</param>
    public sealed record Propose(
        DeliberationId Id, DeliberationContent Content, Meeting Meeting, bool Merged,
        Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    public sealed record Discuss(Meeting Meeting, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    public sealed record ReviewByParty(Meeting Meeting, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    /// <param name="Called">the day on which the meeting was called, or null</param>
    /// <param name="Mandate">what the representatives' power rests on, or null</param>
    public sealed record Resolve(
        VillageBody Body, Meeting Meeting, DateOnly? Called, Text? Mandate, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    public sealed record PostResolution(DateOnly On, Text Place, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    public sealed record Return(Text Reason, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    public sealed record Withdraw(Text Reason, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    /// <summary>A declaration rests on it from here on; made with the act that declares, never by itself.</summary>
    public sealed record Carry(DeclarationId Declaration, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    /// <summary>The declaration has ended before it was public, or rests on another decision.</summary>
    public sealed record Release(DeclarationId Declaration, Officer By, DateTimeOffset At) : DeliberationCommand(By, At);

    /// <param name="Declared">the declaration that rests on the decision</param>
    public sealed record PostResult(
        DateOnly On, Text Result, IReadOnlyList<Attachment> Evidence, Declaration Declared,
        Officer By, DateTimeOffset At) : DeliberationCommand(By, At);
}
