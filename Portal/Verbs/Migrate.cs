using Transparency.Portal.Embedded;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>migrate</c>: makes or changes the store's schema, under the role of the connection string, and puts up again what guards the events
/// where somebody has switched it off. For the schema the private cluster needs no telling; elsewhere its owner runs this.
/// </summary>
public static class Migrate
{
    public static async Task<int> RunAsync(Invocation call)
    {
        await using var cluster = call.Settings.Store is null
            ? await EmbeddedCluster.UseAsync(call.Settings.DataFolder, call.Settings.SiteFolder, CancellationToken.None)
            : null;
        await using var store = MartenSetup.Open(call.Settings.Store ?? cluster!.ConnectionString, PortalStreams.All);
        await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: true);
        foreach (var table in await Guard.PutUpAsync(store)) call.Say("migrate.guard-up", table);
        if (await Guard.OffAsync(store) is [var off, ..]) return call.Refuse(off);
        call.Say("migrate.done");
        return Invocation.Done;
    }
}
