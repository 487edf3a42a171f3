using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Office.Desk;

/// <param name="Waiting">for this officer, by date</param>
/// <param name="Elsewhere">under way and his to see, but another's to do, by date</param>
public sealed record MyDesk(IReadOnlyList<DeskTask> Waiting, IReadOnlyList<DeskTask> Elsewhere)
{
    public static async Task<MyDesk> OfAsync(RoomByRoom rooms)
    {
        var all = await rooms.AllAsync(room => room.TasksAsync);
        return new(
            [.. all.Where(t => t.Elsewhere is null).OrderBy(t => t.On).ThenBy(t => t.Path, StringComparer.Ordinal)],
            [.. all.Where(t => t.Elsewhere is not null).OrderBy(t => t.Elsewhere!.Value.Since)]);
    }
}
