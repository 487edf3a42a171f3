using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary><c>check</c>: reads every event, every row and every attachment once, and names what does not hold together.</summary>
public static class Check
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var clock = new PortalClock(TimeProvider.System, call.Settings.Today);
        await using var store = await OpenStore.OpenAsync(call.Settings, clock, call.Logs);
        IReadOnlyList<Contracts.Refusal> findings =
            [.. await CheckStore.RunAsync(store.Store, PortalStreams.All), .. await CheckFiles.RunAsync(store.Store, store.Files)];
        foreach (var finding in findings) call.Refuse(finding);
        if (findings.Count > 0) return Invocation.Refused;
        call.Say("check.done");
        return Invocation.Done;
    }
}
