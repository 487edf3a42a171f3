using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Tests.Operations;

public sealed class DemoTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("demo").FullName;
    private ScratchTown town = null!;

    public async Task InitializeAsync() => town = await ScratchTown.NewAsync(folder, Publication.DemoTemplate.Address);

    public async Task DisposeAsync()
    {
        await town.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_scenario_reaches_every_state_of_a_declaration_but_refusals_which_only_the_towns_own_matters_meet()
    {
        Assert.Equal(DemoState.Empty, await RunScenario.Of(town.Open).StateAsync());
        await using var demo = await Publication.DemoSite.NewAsync(publish: false);
        Assert.Equal(DemoState.Whole, await RunScenario.Of(demo.Store).StateAsync());

        await using var session = demo.Store.Store.QuerySession();
        var rules = await demo.Store.RulesNowAsync();
        var states = new HashSet<string>();
        foreach (var key in Scenario.All().Where(a => a.Act == "draft").Select(a => a.Subject))
        {
            states.Add((await ReadDeclaration.ByIdAsync(session, rules, NewId.FromKey(key)))!.State.GetType().Name);
        }
        Assert.Equal(
            ["Approved", "Concluded", "Drafted", "InPublicity", "InReview", "Returned", "ReviewPassed", "Revoked", "SentBack", "WindowClosed", "Withdrawn"],
            states.Order(StringComparer.Ordinal));
    }

    /// <summary>A store more, with every sheet typeset again. What every run holds against the approved list is the hash of each notice.</summary>
    [Fact, Trait("Run", "long")]
    public async Task Acted_again_in_another_store_it_gives_the_same_bytes()
    {
        await RunScenario.Of(town.Open).RunAsync(new Progress<(int, int)>());
        await using var press = OpenPress.Over(town.Open);
        Assert.True(await press.Publisher.RunAsync(rebuild: false, CancellationToken.None) is { Fault: null, WaitingForPdf: [] });
        var (one, two) = (new Publication.SiteFiles(await Publication.DemoTemplate.Whole.TreeAsync()), new Publication.SiteFiles(town.Open.Settings.SiteFolder));
        Assert.Equal(one.Files, two.Files);
        Assert.All(one.Files, path => Assert.True(one.Read(path).SequenceEqual(two.Read(path)), path));
    }

    [Fact]
    public async Task The_road_of_the_design_is_number_12_and_open_until_the_24th()
    {
        await using var demo = await Publication.DemoSite.NewAsync(publish: false);
        await using var session = demo.Store.Store.QuerySession();
        var road = await ReadDeclaration.ByNumberAsync(session, 2026, 12);
        Assert.Equal(("贾家河坞村砂石路修建工程", new DateOnly(2026, 9, 24), new Yuan(18_000_000)), (road!.Section.Title.Zh, road.Window.Last, road.Section.Amount));
        Assert.Equal(road.Section.BudgetTotal, road.Section.Amount);
        Assert.Equal([.. Enumerable.Range(1, 13)], (await session.Query<DeclarationOnRegister>().ToListAsync()).Where(d => d.Number.Year == 2026).Select(d => d.Number.Ordinal).Order());
    }

    [Fact]
    public async Task Another_towns_store_is_not_taken_for_the_demo()
    {
        await town.Open.RecordTownAsync(Shanghai.At(new(2026, 1, 5), new(9, 0)));
        await Portal.Importing.ImportFile.RunAsync(town.Open.Ledger, FileKinds.Import("villages")!, Path.Combine(Scenario.Folder, "villages.csv"), ScratchTown.Installer, town.Open.Clock.GetUtcNow(), false, default);
        await Portal.Importing.ImportFile.RunAsync(town.Open.Ledger, FileKinds.Import("officers")!, Path.Combine(Scenario.Folder, "officers.csv"), ScratchTown.Installer, town.Open.Clock.GetUtcNow(), false, default);
        Assert.Equal(DemoState.Other, await RunScenario.Of(town.Open).StateAsync());
    }

    [Theory]
    [InlineData("officers", "../officers.csv", "demo.no-such-file")]
    [InlineData("cats", "officers.csv", "demo.no-such-file")]
    [InlineData("villages", "officers.csv", "demo.import-refused")]
    public async Task A_file_that_cannot_be_brought_in_ends_the_demo(string kind, string file, string code)
    {
        var fields = new Dictionary<string, string> { ["file"] = file };
        var scenario = new RunScenario(town.Open, [new("acts.csv", 2, Shanghai.At(new(2026, 1, 5), new(9, 0)), "zhao-min", Scenario.Import, kind, fields)]);
        Assert.Equal(code, (await Assert.ThrowsAsync<Portal.Problems.CannotRun>(() => scenario.RunAsync(new Progress<(int, int)>()))).Why.Code);
    }

    [Fact]
    public void No_act_happens_on_a_rest_day_of_the_office_and_every_act_comes_before_the_clock_starts()
    {
        var (folderOfTown, _) = Portal.Town.ReadTownFolder.Read(Portal.Town.ReadTownFolder.Default);
        var holidays = Contracts.Deadlines.HolidayTable.Of(folderOfTown!.Holidays);
        foreach (var act in Scenario.All())
        {
            Assert.True(act.At <= Shanghai.At(new(2026, 9, 18), new(9, 0)), $"{act.File}, row {act.Row}");
            Assert.True(act.Officer.Length == 0 || holidays.IsWorkingDay(Shanghai.DayOf(act.At)), $"{act.File}, row {act.Row}");
        }
    }
}
