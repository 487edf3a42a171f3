using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Tests.Embedded;

namespace Transparency.Portal.Tests.Publication;

/// <summary>The demo town in a database of its own, acted out and published into a folder of its own.</summary>
public sealed class DemoSite : IAsyncDisposable
{
    private DemoSite(OpenStore store, string folder, IReadOnlyDictionary<string, string?> configuration)
    {
        (Store, Folder, Configuration) = (store, folder, configuration);
        Press = OpenPress.Over(store, NullLoggerFactory.Instance);
    }

    public OpenStore Store { get; }

    public OpenPress Press { get; }

    public string Folder { get; }

    /// <summary>By which another process reaches the same town.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; }

    public string Tree => Path.Combine(Folder, "site");

    public IEnumerable<string> Files => Directory.EnumerateFiles(Tree, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Tree, f)).Order(StringComparer.Ordinal);

    /// <param name="publish">false for a town that has no tree yet, and no sheets</param>
    /// <param name="anew">true to act the whole town out once more instead of copying it</param>
    public static async Task<DemoSite> NewAsync(bool publish = true, bool anew = false)
    {
        var folder = Directory.CreateTempSubdirectory("sunshine-site-").FullName;
        var way = anew ? await TestCluster.NewDatabaseAsync() : await DemoTemplate.CopyDatabaseAsync();
        var configuration = new Dictionary<string, string?> { ["ConnectionStrings:Store"] = way, ["Sunshine:DataFolder"] = folder };
        var settings = PortalSettings.From(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build());
        var store = anew ? await DemoTemplate.ActOutAsync(settings) : await OpenStore.OpenAsync(settings, new PortalClock(TimeProvider.System, PortalClock.DemoStart));
        await store.CatchUpAsync();
        if (!anew) DemoTemplate.CopyAttachments(folder);
        if (publish && !anew) DemoTemplate.CopySheets(folder);
        var site = new DemoSite(store, folder, configuration);
        if (publish) Assert.Null((await site.PublishAsync()).Fault);
        return site;
    }

    public async Task<Published> PublishAsync(bool rebuild = false) => (await Press.Publisher.RunAsync(rebuild, CancellationToken.None))!;

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Tree, path));

    public async ValueTask DisposeAsync()
    {
        await Press.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>One demo site for all tests that only read it.</summary>
public sealed class DemoSiteFixture : IAsyncLifetime
{
    public DemoSite Site { get; private set; } = null!;

    public async Task InitializeAsync() => Site = await DemoSite.NewAsync();

    public Task DisposeAsync() => Site.DisposeAsync().AsTask();
}
