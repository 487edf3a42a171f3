using Marten;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Desk;

/// <param name="Waiting">for this officer, by date</param>
/// <param name="Elsewhere">under way and his to see, but another's to do, by date</param>
public sealed record MyDesk(IReadOnlyList<DeskTask> Waiting, IReadOnlyList<DeskTask> Elsewhere)
{
    public static async Task<MyDesk> OfAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var (reader, all) = (new CaseReader(session, here, QueryCollection.Empty, ct), new List<DeskTask>());
        foreach (var room in CaseKinds.All.Where(room => room.TasksAsync is not null)) all.AddRange(await room.TasksAsync!(reader));
        return new(
            [.. all.Where(t => t.Elsewhere is null).OrderBy(t => t.On).ThenBy(t => t.Path, StringComparer.Ordinal)],
            [.. all.Where(t => t.Elsewhere is not null).OrderBy(t => t.Elsewhere!.Value.Since)]);
    }
}
