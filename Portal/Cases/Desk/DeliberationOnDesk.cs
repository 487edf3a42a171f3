using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;

namespace Transparency.Portal.Cases.Desk;

/// <summary>Where a village decision stands, for the office's lists; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Ended">no further step follows but the result's posting</param>
/// <param name="Village">null for the town's own</param>
public sealed record DeliberationOnDesk(
    string Id, string Number, string State, bool Ended, Text Title, string Matter, string? Village, DateTimeOffset Since)
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
        (_, DeliberationResultPosted x) => Moved(now, "ResultPosted", x.By),
        _ => now,
    };

    private static DeliberationOnDesk Moved(DeliberationOnDesk now, string state, Signature by) =>
        now with { State = state, Since = by.At };
}
