using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary><c>rebuild-register</c>: makes every row of the register anew from the events.</summary>
public static class Rebuild
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var clock = new PortalClock(TimeProvider.System, call.Settings.Today);
        await using var store = await OpenStore.OpenAsync(call.Settings, clock, call.Logs);
        call.Say("rebuild.done", await RebuildRegister.RunAsync(store.Store, PortalStreams.All));
        return Invocation.Done;
    }
}
