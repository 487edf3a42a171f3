using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;

namespace Transparency.Portal.Tests.Publication;

/// <summary>A published tree, looked at file by file.</summary>
public class SiteFiles(string tree)
{
    public string Tree => tree;

    public IEnumerable<string> Files => Directory.EnumerateFiles(tree, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(tree, f))
        .Where(path => !Path.GetFileName(path).StartsWith('.')).Order(StringComparer.Ordinal);

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(tree, path));
}

/// <summary>A copy of the demo town in a database of its own, published into a folder of its own.</summary>
public sealed class DemoSite : SiteFiles, IAsyncDisposable
{
    private DemoSite(DemoTemplate town, OpenStore store, IReadOnlyDictionary<string, string?> configuration) : base(store.Settings.SiteFolder)
    {
        (Town, Store, Configuration) = (town, store, configuration);
        Press = OpenPress.Over(store);
    }

    /// <summary>What it is a copy of.</summary>
    public DemoTemplate Town { get; }

    public OpenStore Store { get; }

    public OpenPress Press { get; }

    public string Folder => Store.Settings.DataFolder;

    /// <summary>By which another process reaches the same town.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; }

    /// <param name="publish">false for a town that has no tree yet, and no sheets; no run of this site's press has been made in either</param>
    /// <param name="of">null for the whole demo town</param>
    public static async Task<DemoSite> NewAsync(bool publish = true, DemoTemplate? of = null)
    {
        var town = of ?? DemoTemplate.Whole;
        var folder = Directory.CreateTempSubdirectory("sunshine-site-").FullName;
        var configuration = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Store"] = await town.CopyDatabaseAsync(), ["Sunshine:DataFolder"] = folder, ["Sunshine:PublicAddress"] = DemoTemplate.Address,
        };
        var settings = PortalSettings.From(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        var store = await OpenStore.OpenAsync(settings, new PortalClock(TimeProvider.System, PortalClock.DemoStart), NullLoggerFactory.Instance);
        await store.CatchUpAsync();
        town.CopyAttachments(folder);
        town.CopyKeys(folder);
        if (publish) town.CopySheets(folder);
        if (publish) town.CopyTree(folder);
        return new(town, store, configuration);
    }

    public async Task<Published> PublishAsync(bool rebuild = false) => (await Press.Publisher.RunAsync(rebuild, CancellationToken.None))!;

    public async ValueTask DisposeAsync()
    {
        await Press.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>One demo site for all tests of a class.</summary>
public sealed class DemoSiteFixture : IAsyncLifetime
{
    public DemoSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await DemoSite.NewAsync();

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();
}

/// <summary>The run's one demo tree, for tests that only read it.</summary>
public sealed class DemoTreeFixture : IAsyncLifetime
{
    public SiteFiles Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = new(await DemoTemplate.Whole.TreeAsync());

    public Task DisposeAsync() => Task.CompletedTask;
}
