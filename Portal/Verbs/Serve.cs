using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Serving;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary><c>serve</c>: the office, the public tree and the background jobs, until it is stopped.</summary>
public static class Serve
{
    public static async Task<int> RunAsync(Invocation call)
    {
        await using var store = await OpenStore.OpenAsync(call.Settings, call.Logs);
        return await RunAsync(call, store, _ => Task.CompletedTask);
    }

    /// <param name="started">told the address that is listened on, once requests are answered</param>
    public static async Task<int> RunAsync(Invocation call, OpenStore store, Func<string, Task> started)
    {
        await using var app = PortalHost.Build(store);
        await StartAsync(app, call.Settings.Urls);
        if (store.Cluster is { } cluster) cluster.EndsInOrder = true;
        var address = app.Urls.First();
        call.Say("serve.listens", address, $"{address}/office");
        await started(address);
        call.Out.Flush();
        await app.WaitForShutdownAsync();
        return Invocation.Done;
    }

    private static async Task StartAsync(WebApplication app, string urls)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (
            Faults.Named(fault) is { Arguments.Count: 0 } why && why.Code.StartsWith("serve.", StringComparison.Ordinal))
        {
            throw new CannotRun(why with { Arguments = [urls] }, fault);
        }
    }
}
