namespace Transparency.Contracts.Declarations;

/// <summary>What an officer may ask of a declaration. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record DeclarationCommand(Officer By, DateTimeOffset At)
{
    public sealed record Draft(DeclarationId Id, DeclarationContent Content, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record Redraft(DeclarationContent Content, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <param name="Bases">the deliberations that the content names, as they stand now</param>
    public sealed record Declare(
        DeclarationSection Section, Bases Bases, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record Return(Text Reason, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record RefuseReview(Text Reason, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <param name="Section">as it is now; refused unless its hash is <paramref name="Seen"/></param>
    public sealed record PassReview(
        DeclarationSection Section, ContentHash Seen, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <param name="NextOrdinal">the year's next free number, used when none was taken yet</param>
    public sealed record OpenWindow(
        DeclarationSection Section, ContentHash Seen, int NextOrdinal, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record FixWording(
        DeclarationContent Content, DeclarationSection Section, Text Note, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <summary>By another person than proposed it; pinned by the hash of what was proposed.</summary>
    public sealed record ConfirmWording(ContentHash Seen, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record DeclineWording(Text Reason, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <summary>For a page that could not be seen for part of its window.</summary>
    /// <param name="Days">1 to 15 more days of the window's own kind</param>
    public sealed record ExtendWindow(int Days, Text Reason, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <param name="Bases">as in <see cref="Declare"/></param>
    public sealed record Restart(
        DeclarationContent Content, DeclarationSection Section, Bases Bases, Text Reason, IReadOnlyList<ObjectionId> Objections,
        Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record SettleObjection(
        ObjectionId Objection, int Round, DateOnly Received, DateOnly? Due, bool SetAside, Text Summary,
        Text Answer, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <summary>Also ends a matter that nobody approves, once all is answered.</summary>
    /// <param name="Objections">every objection that arrived in this window</param>
    public sealed record CloseWindow(IReadOnlyList<ObjectionId> Objections, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record Approve(ContentHash Seen, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record Refuse(Text Reason, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    /// <param name="Law">the article that stands against it; one must be named</param>
    public sealed record SendBack(Text Reason, Text Law, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record Withdraw(Text Reason, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);

    public sealed record Revoke(Text Reason, Officer By, DateTimeOffset At) : DeclarationCommand(By, At);
}
