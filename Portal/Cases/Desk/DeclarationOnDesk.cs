using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;

namespace Transparency.Portal.Cases.Desk;

/// <summary>Where a declaration stands, for the office's lists; private. Who must do what is not kept here but asked of the law.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="State">name of the state</param>
/// <param name="Ended">nothing more can happen, except a revocation</param>
/// <param name="Deliberation">number of the village decision that it rests on, or null</param>
public sealed record DeclarationOnDesk(
    string Id, string State, bool Ended, Text Title, string Matter, string? Village, string? Number, DateTimeOffset Since,
    string? Deliberation)
{
    public static DeclarationOnDesk? Next(DeclarationOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, DeclarationDrafted x) => Of(new(id, "Drafted", false, x.Content.Title, "", null, null, x.By.At, null), x.Content, x.By),
        (null, _) => null,
        (_, DeclarationRedrafted x) => Of(now, x.Content, x.By),
        (_, DeclarationDeclared x) => Moved(now, "InReview", x.By),
        (_, DeclarationReturned x) => Moved(now, "Returned", x.By),
        (_, DeclarationReviewRefused x) => Moved(now, "ReviewRefused", x.By) with { Ended = true },
        (_, DeclarationReviewPassed x) => Moved(now, "ReviewPassed", x.By),
        (_, DeclarationWindowOpened x) => Moved(now, "InPublicity", x.By) with { Number = x.Number.ToString() },
        (_, DeclarationWordingFixed x) => now with { Title = x.Section.Title },
        (_, DeclarationRestarted x) => Moved(Of(now, x.Content, x.By), "InReview", x.By),
        (_, DeclarationWindowClosed x) => Moved(now, "WindowClosed", x.By),
        (_, DeclarationApproved x) => Moved(now, "Approved", x.By) with { Ended = true },
        (_, DeclarationRefused x) => Moved(now, "Refused", x.By) with { Ended = true },
        (_, DeclarationSentBack x) => Moved(now, "SentBack", x.By),
        (_, DeclarationConcluded x) => Moved(now, "Concluded", x.By) with { Ended = true },
        (_, DeclarationWithdrawn x) => Moved(now, "Withdrawn", x.By) with { Ended = true },
        (_, DeclarationRevoked x) => Moved(now, "Revoked", x.By) with { Ended = true },
        _ => now,
    };

    private static DeclarationOnDesk Of(DeclarationOnDesk now, DeclarationContent c, Signature by) =>
        now with { Title = c.Title, Matter = c.Matter, Village = c.Village?.Value, Since = by.At, Deliberation = c.Deliberation?.Value };

    private static DeclarationOnDesk Moved(DeclarationOnDesk now, string state, Signature by) => now with { State = state, Since = by.At };
}
