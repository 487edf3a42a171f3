using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Office.Desk;

/// <param name="Waiting">for this officer, by date</param>
/// <param name="Elsewhere">under way and his to see, but another's to do</param>
public sealed record MyDesk(IReadOnlyList<DeskTask> Waiting, IReadOnlyList<DeclarationOnDesk> Elsewhere)
{
    /// <summary>What one act of each state is for; the first that the law allows now is the task.</summary>
    private static readonly (string Act, string Kind)[] Tasks =
        [("pass-review", "review"), ("open-window", "open"), ("approve", "approve"), ("declare", "finish"), ("redraft", "finish")];

    public static async Task<MyDesk> OfAsync(IQuerySession session, Screen here, Officer officer, CancellationToken ct)
    {
        var (waiting, elsewhere) = (new List<DeskTask>(), new List<DeclarationOnDesk>());
        foreach (var row in await session.Query<DeclarationOnDesk>().Where(d => !d.Ended).ToListAsync(ct))
        {
            if (!Sight.OfCase(officer, row.Village is { } v ? new VillageCode(v) : null)) continue;
            var file = (await CaseFile.LoadAsync(session, here.Rules, new(StreamKey.IdOf(row.Id)), ct))!;
            var tasks = TasksIn(here, file, officer).ToList();
            if (tasks.Count == 0) elsewhere.Add(row);
            waiting.AddRange(tasks);
        }
        var reader = new CaseReader(session, here, QueryCollection.Empty, ct);
        foreach (var room in CaseKinds.All.Where(room => room.TasksAsync is not null)) waiting.AddRange(await room.TasksAsync!(reader));
        return new([.. waiting.OrderBy(t => t.On).ThenBy(t => t.Path, StringComparer.Ordinal)], [.. elsewhere.OrderBy(r => r.Since)]);
    }

    private static IEnumerable<DeskTask> TasksIn(Screen here, CaseFile file, Officer officer)
    {
        var path = $"/office/declarations/{file.Id}";
        var number = file.Case.Number?.ToString();
        var acts = PossibleActs.For(here.Rules, file, officer, here.Now);
        DeskTask Of(string kind, DateOnly on, int count = 0) => new(kind, path, file.Now.Title, number, on, count);

        if (acts.Any(a => a.Name == "settle-objection")) yield return Of("answer", Shanghai.DayOf(file.Unsettled.First().At), file.Unsettled.Count());
        if (file.State is Declaration.InPublicity { Window: var window })
        {
            // For those who could still step in; to others it is a case like any.
            if (acts.Count > 0) yield return Of("running", window.Last);
        }
        else if (Tasks.FirstOrDefault(t => acts.Any(a => a.Name == t.Act && MayDo(a))) is { Kind: { } kind })
            yield return Of(file.State is Declaration.Returned ? "mend" : kind, Shanghai.DayOf(file.Since));
    }

    /// <summary>A draft that still lacks something waits for its declarant; an approval that waits for answers waits for others.</summary>
    private static bool MayDo(PossibleAct act) => act.NotYet is null || act.Name is "declare" or "redraft";
}
