using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Verbs.CommandLine;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>check</c>: reads every event, every row, every attachment and everything on the shelf once, and names what does not hold together,
/// what the publisher could not make, and which of the store's own guards are off.
/// </summary>
public static class Check
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var clock = new PortalClock(TimeProvider.System, call.Settings.Today);
        await using var store = await OpenStore.OpenAsync(call.Settings, clock, call.Logs);
        IReadOnlyList<Refusal> findings =
        [
            .. Failing(call.Settings.SiteFolder),
            .. await Guard.OffAsync(store.Store),
            .. await CheckStore.RunAsync(store.Store, PortalStreams.All),
            .. await CheckFiles.RunAsync(store.Store, store.Files),
            .. await CheckNotices.RunAsync(store),
        ];
        foreach (var finding in findings) call.Refuse(finding);
        if (findings.Count > 0) return Invocation.Refused;
        call.Say("check.done");
        return Invocation.Done;
    }

    /// <summary>What the publisher could not make in its last run; the tree remembers it.</summary>
    private static IEnumerable<Refusal> Failing(string siteFolder) =>
        new PublishedTree(siteFolder).Remembered()?.Failing.Select(f => f.Why) ?? [];
}
