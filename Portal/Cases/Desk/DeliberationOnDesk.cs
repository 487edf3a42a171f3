using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;

namespace Transparency.Portal.Cases.Desk;

/// <summary>Where a village decision stands, for the office's lists; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Ended">no further step follows but the result's posting</param>
/// <param name="Village">null for the town's own</param>
/// <param name="Carries">the declaration that rests on it; null while one may</param>
public sealed record DeliberationOnDesk(
    string Id, string Number, string State, bool Ended, Text Title, string Matter, string? Village, DateTimeOffset Since,
    string? Carries = null)
{
    public static DeliberationOnDesk? Next(DeliberationOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, DeliberationProposed x) =>
            new(id, x.Id.Value, "Proposed", false, x.Content.Title, x.Content.Matter, x.Id.Village?.Value, x.By.At),
        (null, _) => null,
        (_, DeliberationDiscussed x) => Moved(now, "Discussed", x.By),
        (_, DeliberationPartyReviewed x) => Moved(now, "PartyReviewed", x.By),
        (_, DeliberationResolved x) => Moved(now, "Resolved", x.By),
        (_, DeliberationRejected x) => Moved(now, "Rejected", x.By) with { Ended = true },
        (_, DeliberationReturned x) => Moved(now, "Returned", x.By) with { Ended = true },
        (_, DeliberationWithdrawn x) => Moved(now, "Withdrawn", x.By) with { Ended = true },
        (_, DeliberationResolutionPosted x) => Moved(now, "ResolutionPosted", x.By) with { Ended = true },
        (_, DeliberationCarried x) => now with { Carries = x.Declaration.Value },
        (_, DeliberationReleased) => now with { Carries = null },
        (_, DeliberationResultPosted x) => Moved(now, "ResultPosted", x.By),
        _ => now,
    };

    private static DeliberationOnDesk Moved(DeliberationOnDesk now, string state, Signature by) =>
        now with { State = state, Since = by.At };
}
