using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Embedded;

namespace Transparency.Portal.Tests.Publication;

/// <summary>The demo town acted out and typeset once for a whole test run; every test that needs a town of its own copies it.</summary>
public static class DemoTemplate
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    private static string Folder => TestCluster.Folder("demo");

    /// <summary>A connection string to a database with the demo town in it.</summary>
    public static async Task<string> CopyDatabaseAsync() => await TestCluster.NewDatabaseAsync(copyOf: await Made.Value);

    /// <summary>Puts the sheets that are typeset already into a data folder.</summary>
    public static void CopySheets(string dataFolder)
    {
        var sheets = Directory.CreateDirectory(Path.Combine(dataFolder, "sheets")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "sheets"))) File.Copy(file, Path.Combine(sheets, Path.GetFileName(file)));
    }

    /// <summary>Puts the files that its acts brought into a data folder: a copied database names them.</summary>
    public static void CopyAttachments(string dataFolder)
    {
        var files = Directory.CreateDirectory(Path.Combine(dataFolder, "attachments")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, "attachments"))) File.Copy(file, Path.Combine(files, Path.GetFileName(file)));
    }

    /// <summary>Acts the demo out in an empty database.</summary>
    public static async Task<OpenStore> ActOutAsync(PortalSettings settings)
    {
        await using (var schema = MartenSetup.Open(settings.Store!)) await MartenSetup.CreateSchemaAsync(schema);
        var store = await OpenStore.OpenAsync(settings, new PortalClock(TimeProvider.System, PortalClock.DemoStart));
        await RunScenario.Of(store).RunAsync(new Progress<(int, int)>());
        return store;
    }

    private static async Task<string> MakeAsync()
    {
        var way = await TestCluster.NewDatabaseAsync();
        var settings = new PortalSettings(way, Folder, Path.Combine(Folder, "site"), "http://127.0.0.1:8080", null, [Language.Zh, Language.En], null, "http://127.0.0.1:0");
        await using (var store = await ActOutAsync(settings))
        {
            await using var press = OpenPress.Over(store, NullLoggerFactory.Instance);
            Assert.True(await press.Publisher.RunAsync(rebuild: false, CancellationToken.None) is { Fault: null, WaitingForPdf: [] });
        }
        // PostgreSQL copies only what nobody is connected to.
        NpgsqlConnection.ClearAllPools();
        return way;
    }
}
