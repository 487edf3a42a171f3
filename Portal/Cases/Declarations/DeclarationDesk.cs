using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>What waits in declarations.</summary>
internal static class DeclarationTasks
{
    /// <summary>What one act of each state is for; the first that the law allows now is the task.</summary>
    private static readonly (Act Act, string Kind)[] Steps =
    [
        (DeclarationActs.PassReview, "review"), (DeclarationActs.OpenWindow, "open"), (DeclarationActs.Approve, "approve"),
        (DeclarationActs.Declare, "finish"), (DeclarationActs.Redraft, "finish"),
    ];

    /// <returns>what waits for the officer, and what is under way and his to see, but another's to do</returns>
    public static async Task<(IReadOnlyList<DeskTask> Waiting, IReadOnlyList<DeclarationOnDesk> Elsewhere)> OfAsync(CaseReader r)
    {
        var (waiting, elsewhere) = (new List<DeskTask>(), new List<DeclarationOnDesk>());
        foreach (var row in await r.Session.Query<DeclarationOnDesk>().Where(d => !d.Ended).ToListAsync(r.Cancelled))
        {
            if (!Sight.OfCase(r.Officer, row.Village is { } v ? new VillageCode(v) : null)) continue;
            var file = (await CaseFile.LoadAsync(r.Session, r.Rules, new(StreamKey.IdOf(row.Id)), r.Cancelled))!;
            var tasks = In(r, file).ToList();
            if (tasks.Count == 0) elsewhere.Add(row);
            waiting.AddRange(tasks);
        }
        return (waiting, elsewhere);
    }

    private static IEnumerable<DeskTask> In(CaseReader r, CaseFile file)
    {
        var acts = DeclarationActs.Offered(r.Rules, file, r.Officer, r.Now);
        DeskTask Of(string kind, DateOnly on, int count = 0) =>
            new(kind, $"/office/declarations/{file.Id}", file.Now.Title, file.Case.Number?.ToString(), on, count);

        if (acts.Any(a => a.Act == DeclarationActs.SettleObjection))
            yield return Of("answer", Shanghai.DayOf(file.Unsettled.First().At), file.Unsettled.Count());
        if (file.State is Declaration.InPublicity { Window: var window })
        {
            // For those who could still step in; to others it is a case like any.
            if (acts.Count > 0) yield return Of("running", window.Last);
        }
        else if (Steps.FirstOrDefault(t => acts.Any(a => a.Act == t.Act && MayDo(a))) is { Kind: { } kind })
            yield return Of(file.State is Declaration.Returned ? "mend" : kind, Shanghai.DayOf(file.Since));
    }

    /// <summary>A draft that still lacks something waits for its declarant; an approval that waits for answers waits for others.</summary>
    private static bool MayDo(OfferedAct act) =>
        act.NotYet is null || act.Act == DeclarationActs.Declare || act.Act == DeclarationActs.Redraft;
}
