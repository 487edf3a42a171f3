using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Embedded;
using Transparency.Portal.Tests.Publication;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Tests.Backup;

/// <summary>The demo town, backed up and brought back elsewhere, has the same tree.</summary>
public sealed class RestoredTreeTests : IDisposable
{
    private readonly BackupPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task The_tree_of_a_restored_town_is_the_same_byte_for_byte_and_files_that_were_lacking_are_named()
    {
        await using var site = await DemoSite.NewAsync(of: DemoTemplate.Young);
        Directory.CreateDirectory(Path.Combine(site.Folder, "keys"));
        File.WriteAllText(Path.Combine(site.Folder, "keys", "key-1.xml"), "<key/>");
        File.WriteAllText(Path.Combine(site.Folder, "attachments", "nobody-names-this.pdf"), "x");
        Assert.True(Checkpoint.TryRead(site.Read("checkpoint"), out var shown, out _));
        var manifest = await place.MakeAsync(site.Store.BackupSource);
        Assert.Equal(shown.Imprint.Edition, manifest.Edition);
        Assert.Empty(manifest.Lacking);
        Assert.DoesNotContain("attachments/nobody-names-this.pdf", manifest.Files.Select(file => file.Name));

        var (way, folder) = (await TestCluster.NewDatabaseAsync(), place["elsewhere"]);
        Assert.IsType<Result<BackupManifest>.Of>(await place.RestoreAsync(way, folder));
        Assert.Equal(manifest.Files.Select(file => (file.Name, file.Sha256)), BackupPlace.Files(folder).Select(file => (file.Key, file.Value)));
        await using var store = await OpenAsync(way, folder);
        await using var press = OpenPress.Over(store);
        var done = (await press.Publisher.RunAsync(rebuild: false, CancellationToken.None))!;
        Assert.True(done is { Fault: null, Findings: [], WaitingForPdf: [] }, done.ToString());
        Assert.Equal(BackupPlace.Files(site.Tree), BackupPlace.Files(store.Settings.SiteFolder));
        Assert.Empty(await CheckFiles.RunAsync(store.Store, store.Files));

        // Once more, now with one attachment gone and one sheet damaged: named, and nothing else is lost.
        var (gone, damaged) = (manifest.Files.First(f => f.Name.StartsWith("attachments/", StringComparison.Ordinal)).Name, manifest.Files.First(f => f.Name.StartsWith("sheets/", StringComparison.Ordinal)).Name);
        File.Delete(Path.Combine(folder, gone));
        File.AppendAllText(Path.Combine(folder, damaged), "x");
        var second = await place.MakeAsync(store.BackupSource, "c");
        Assert.Equal([gone, damaged], second.Lacking);
        Assert.Equal(manifest.Files.Count - 2, second.Files.Count);
        Assert.Equal("backup.folder-not-empty", (await place.RestoreAsync(await TestCluster.NewDatabaseAsync(), folder, "c") as Result<BackupManifest>.Refused)?.Why.Code);
    }

    private static async Task<OpenStore> OpenAsync(string way, string folder)
    {
        var settings = PortalSettings.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Store"] = way, ["Sunshine:DataFolder"] = folder, ["Sunshine:PublicAddress"] = DemoTemplate.Address,
        }).Build());
        var store = await OpenStore.OpenAsync(settings, new PortalClock(TimeProvider.System, PortalClock.DemoStart), NullLoggerFactory.Instance);
        await store.CatchUpAsync();
        return store;
    }
}
