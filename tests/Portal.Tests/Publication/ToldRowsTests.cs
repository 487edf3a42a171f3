using Transparency.Bench;
using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Operations;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Tests.Publication;

/// <summary>Runs that overlap: what was committed while one was under way goes out with the next, and what was typeset meanwhile is not lost.</summary>
public sealed class ToldRowsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sunshine-told-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Rows_that_were_told_go_out_with_the_next_run_whoever_asked_for_it()
    {
        await using var town = await ScratchTown.NewAsync(folder);
        await FillStore.RunAsync(town.Open, 5, 1, new Progress<(int, int)>());
        string[] rows = [.. (await WaitingDeclarations.AddAsync(town.Open, 2, CancellationToken.None)).Select(StreamKey.Of)];
        await using var press = OpenPress.Over(town.Open);
        Assert.Null((await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None))!.Fault);
        foreach (var row in rows) await ApproveAsync(town, row);

        press.Publisher.Tell(rows);
        var together = (await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None, hinted: [rows[0]]))!;
        var nothing = (await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None, hinted: [rows[1]]))!;
        Assert.Equal((true, 0, together.Edition), (together.Written > 0, nothing.Written, nothing.Edition));
        foreach (var row in rows)
        {
            var declaration = await RowAsync(town, row);
            Assert.Contains("已批准", await File.ReadAllTextAsync(Path.Combine(town.Open.Settings.SiteFolder, SiteMap.Declaration(declaration.Number))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_that_are_published_while_sheets_are_typeset_lose_none_of_them()
    {
        await using var town = await ScratchTown.NewAsync(folder);
        await FillStore.RunAsync(town.Open, 8, 1, new Progress<(int, int)>());
        await using var press = OpenPress.Over(town.Open);
        var sheets = Task.Run(() => press.Publisher.RunAsync(rebuild: false, CancellationToken.None));
        while (!sheets.IsCompleted) Assert.Null((await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None, hinted: []))!.Fault);
        Assert.Empty((await sheets)!.WaitingForPdf);
        var site = new SiteModel((await new ReadRegister(town.Open.Store, PortalStreams.All, town.Open.ConnectionString).ReadAsync(hinted: null, CancellationToken.None))!, Shanghai.DayOf(town.Open.Clock.GetUtcNow()), press.Site);
        Assert.All(Sheet.All(site), sheet => Assert.True(File.Exists(Path.Combine(town.Open.Settings.SiteFolder, sheet.Path)), sheet.Path));
        Assert.Empty(TreeVerifier.Verify(town.Open.Settings.SiteFolder).Findings);
    }

    private static async Task ApproveAsync(ScratchTown town, string row)
    {
        var approver = (await SampleStaff.ReadAsync(town.Open, CancellationToken.None)).Approver;
        var fields = new Dictionary<string, string> { ["hash"] = (await RowAsync(town, row)).Current.Hash.Value };
        Assert.IsType<Outcome.Done>(await ActTable.RunAsync(town.Open.Ledger, new("approve", StreamKey.IdOf(row), fields, approver, town.Open.Clock.GetUtcNow(), null), CancellationToken.None));
    }

    private static async Task<DeclarationOnRegister> RowAsync(ScratchTown town, string row)
    {
        await using var session = town.Open.Store.QuerySession();
        return (await session.LoadAsync<DeclarationOnRegister>(row))!;
    }
}
