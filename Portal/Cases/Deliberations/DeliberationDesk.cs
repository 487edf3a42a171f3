using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office;

namespace Transparency.Portal.Cases.Deliberations;

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

/// <summary>What waits in village decisions.</summary>
internal static class DeliberationTasks
{
    private static readonly Act[] Acts =
    [
        DeliberationActs.PostTheResolution, DeliberationActs.ResolveDeliberation,
        DeliberationActs.PartyReview, DeliberationActs.DiscussDeliberation,
    ];

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<DeliberationOnDesk>().Where(d => !d.Ended).ToListAsync(r.Cancelled))
        {
            var village = row.Village is { } code ? new VillageCode(code) : (VillageCode?)null;
            if (Sight.OfCase(r.Officer, village) && await DeliberationCase.ReadAsync(r, row.Number) is { } file)
                tasks.AddRange(DeskTask.First(file, Acts, Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }
}
