using Marten;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Desk;

/// <param name="Waiting">for this officer, by date</param>
/// <param name="Elsewhere">under way and his to see, but another's to do</param>
public sealed record MyDesk(IReadOnlyList<DeskTask> Waiting, IReadOnlyList<DeclarationOnDesk> Elsewhere)
{
    public static async Task<MyDesk> OfAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var reader = new CaseReader(session, here, QueryCollection.Empty, ct);
        var (declarations, elsewhere) = await DeclarationTasks.OfAsync(reader);
        var waiting = declarations.ToList();
        foreach (var room in CaseKinds.All.Where(room => room.TasksAsync is not null)) waiting.AddRange(await room.TasksAsync!(reader));
        return new([.. waiting.OrderBy(t => t.On).ThenBy(t => t.Path, StringComparer.Ordinal)], [.. elsewhere.OrderBy(r => r.Since)]);
    }
}
