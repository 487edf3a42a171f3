using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Deliberations;

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
            if (row.ReadersBy(r.Rules).Include(r.Officer) && await DeliberationCase.ReadAsync(r, row.Number) is { } file)
                tasks.AddRange(DeskTask.First(r, file, Acts, Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }
}
