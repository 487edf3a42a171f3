using Transparency.Bench.Sampling;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Tests.Operations;

/// <summary>A sampled town is lawful, whole, and the same for everybody who takes the same seed.</summary>
public sealed class SampleTests : IDisposable
{
    private const int Records = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("sunshine-sample-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_same_seed_gives_the_same_tree_and_another_seed_another()
    {
        var first = await TreeAsync("a", 7);
        var second = await TreeAsync("b", 7);
        var third = await TreeAsync("c", 8);
        Assert.Equal(first, second);
        Assert.NotEqual(first["checkpoint"], third["checkpoint"]);
    }

    [Fact]
    public async Task Every_event_holds_together_and_there_are_as_many_records_as_asked_for()
    {
        await using var town = await ScratchTown.NewAsync(Path.Combine(folder, "d"));
        var filled = await FillStore.RunAsync(town.Open, Records, 1, new Progress<(int, int)>());
        Assert.Equal(Records, filled.Records);
        Assert.Empty(await CheckStore.RunAsync(town.Open.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_store_that_is_not_empty_is_refused()
    {
        await using var town = await ScratchTown.NewAsync(Path.Combine(folder, "e"));
        await FillStore.RunAsync(town.Open, 3, 1, new Progress<(int, int)>());
        var no = await Assert.ThrowsAsync<CannotRun>(() => FillStore.RunAsync(town.Open, 3, 1, new Progress<(int, int)>()));
        Assert.Equal("sample.not-empty", no.Why.Code);
    }

    private async Task<SortedDictionary<string, string>> TreeAsync(string name, ulong seed)
    {
        await using var town = await ScratchTown.NewAsync(Path.Combine(folder, name));
        await FillStore.RunAsync(town.Open, Records, seed, new Progress<(int, int)>());
        await using var press = OpenPress.Over(town.Open);
        Assert.Null((await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None))!.Fault);
        var site = town.Open.Settings.SiteFolder;
        Assert.Empty(TreeVerifier.Verify(site).Findings);
        return new(Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(site, f), File.ReadAllText), StringComparer.Ordinal);
    }
}
