using Transparency.Contracts;
using Transparency.Contracts.Tenders;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Where a tender stands, for the office's lists; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Ended">nothing more can happen</param>
/// <param name="Village">null for the town's own</param>
public sealed record TenderOnDesk(string Id, string Number, string State, bool Ended, Text Title, string? Village, DateTimeOffset Since)
{
    public static TenderOnDesk? Next(TenderOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, TenderPlanned x) => new(id, x.Id.Value, "Planned", false, x.Content.Title, x.Content.Village?.Value, x.By.At),
        (null, _) => null,
        (_, TenderReplanned x) => now with { Title = x.Content.Title, Since = x.By.At },
        (_, TenderPlanDisclosed x) => Moved(now, "Disclosed", x.By),
        (_, TenderAnnounced x) => Moved(now, "Announced", x.By),
        (_, TenderOpened x) => Moved(now, "Opened", x.By),
        (_, TenderEvaluated x) => Moved(now, "Evaluated", x.By),
        (_, TenderCandidatesPublished x) => Moved(now, "CandidatesPublished", x.By),
        (_, TenderAwarded x) => Moved(now, "Awarded", x.By),
        (_, TenderClosed x) => Moved(now, "Closed", x.By) with { Ended = true },
        (_, TenderFailed x) => Moved(now, "Failed", x.By) with { Ended = true },
        (_, TenderCancelled x) => Moved(now, "Cancelled", x.By) with { Ended = true },
        _ => now,
    };

    private static TenderOnDesk Moved(TenderOnDesk now, string state, Signature by) => now with { State = state, Since = by.At };
}
