using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;

namespace Transparency.Portal.Office.Desk;

/// <summary>
/// Asks every room for what a desk shows of it. A room that breaks off, over a row that came to harm, keeps nobody from the others.
/// </summary>
public sealed class RoomByRoom(CaseReader reader, string dataFolder, ILogger log)
{
    /// <summary>False once a room broke off.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <param name="what">null for a room that has nothing of the kind</param>
    /// <remarks>A store that is away is no room's fault, and goes on up.</remarks>
    public async Task<IReadOnlyList<T>> AllAsync<T>(Func<CaseRoom, Func<CaseReader, Task<IReadOnlyList<T>>>?> what)
    {
        var all = new List<T>();
        foreach (var room in CaseKinds.All)
        {
            if (what(room) is not { } readAsync) continue;
            try
            {
                all.AddRange(await readAsync(reader));
            }
            catch (Exception fault) when (StoreFault.Of(fault) is null && !reader.Cancelled.IsCancellationRequested)
            {
                IsWhole = false;
                log.LogError("{Room} is not whole on a desk: {Fault}", room.Pattern, fault.GetType().Name);
                FaultLog.Append(dataFolder, fault);
            }
        }
        return all;
    }
}
