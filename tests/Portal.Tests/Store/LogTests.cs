using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Serving;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Operations;
using Transparency.Portal.Tests.Tenders;
using Transparency.Portal.Verbs;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

/// <summary>What the portal says of itself: ids and outcomes, at a level that is heard, and nothing that is under seal.</summary>
public sealed class LogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("logs").FullName;
    private readonly CapturedLogs logs = new();

    public void Dispose()
    {
        logs.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_act_and_a_refusal_are_told_by_ids_and_nothing_else()
    {
        await using var town = await TestTown.NewAsync(logs: logs.Factory);
        await town.RegisterLeaseAsync();
        (await town.ActAsync("register-agreement", TestTown.Lease, TestTown.Clerk, TestTown.LeaseFields)).RefusedAs("agreement.known-already");
        Assert.Equal(
            [
                (LogLevel.Information, $"other-clerk via office: agreement/{TestTown.Lease}@1"),
                (LogLevel.Information, "other-clerk via office: refused agreement.known-already"),
            ],
            logs.Lines);
    }

    [Fact]
    public async Task A_line_of_a_file_is_not_told_apart()
    {
        await using var town = await TestTown.NewAsync(logs: logs.Factory);
        await ActTable.RunAsync(town.Ledger, new("register-agreement", TestTown.Lease, TestTown.LeaseFields, TestTown.Clerk, TestTown.Morning, null) { Via = "scenario" });
        Assert.Equal([(LogLevel.Debug, $"other-clerk via scenario: agreement/{TestTown.Lease}@1")], logs.Lines);
    }

    [Fact]
    public async Task A_store_that_is_away_is_a_warning()
    {
        await using var store = MartenSetup.Open("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2", PortalStreams.All);
        var ledger = new Ledger(store, PortalStreams.All, new RulesInForce(), logs.Factory.CreateLogger<Ledger>()) { StandsInPublic = _ => false, Identity = TestTown.Identity };
        (await ledger.WriteAsync(new("clerk", "office"), async entry => { await entry.VersionAsync("town"); return null; })).RefusedAs("store.unreachable");
        Assert.Equal([(LogLevel.Warning, "clerk via office: store.unreachable after 1 attempts")], logs.Lines);
    }

    [Fact]
    public async Task An_offer_is_under_seal()
    {
        const string tender = "04-2026-W-0010";
        await using var life = new TenderLife(await TestTown.NewAsync(logs: logs.Factory));
        await life.RoutineAsync(tender, TenderActTests.Plan);
        logs.Clear();
        foreach (var (bidder, price) in new[] { ("甲公司", "24000"), ("乙公司", "24500"), ("丙公司", "27000") })
            await life.ActAsync(8, "enter-bid", tender, SampleOfficers.Clerk, new { lot = "1", bidder_kind = "organisation", bidder, price, received = "2026-10-07 16:00" });
        Assert.Equal(Enumerable.Repeat((LogLevel.Information, $"{SampleOfficers.Clerk.Id} via office: under-seal"), 3), logs.Lines);
        await life.ActAsync(8, "open-tender", tender, SampleOfficers.Clerk, new { attended = "3", place = "村委会" });
        Assert.Contains(logs.Lines, line => line.Words.Contains($"tender/{tender}@", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Words.Contains("bid/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hint_that_is_lost_names_its_rows_and_the_kind_of_fault()
    {
        var lost = new AfterCommit(PortalStreams.All, _ => throw new InvalidOperationException("欧阳建国"), logs.Factory.CreateLogger<AfterCommit>());
        await using var town = await TestTown.NewAsync(lost);
        logs.Clear();
        await town.RegisterLeaseAsync();
        await town.OpenedAsync("d1");
        Assert.Equal([(LogLevel.Warning, "after commit of declaration/d1: InvalidOperationException")], logs.Lines);
    }

    /// <summary>Of the store that verbs and the web host open: nobody gets a logger of another make.</summary>
    [Fact]
    public async Task Ledger_press_and_host_share_the_logs_of_the_open_store()
    {
        await using var town = await ScratchTown.NewAsync(folder, logs: logs.Factory);
        await using var press = OpenPress.Over(town.Open);
        logs.Clear();
        Assert.Equal("publication.no-town", (await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None))!.Fault!.Code);
        Assert.Contains((LogLevel.Error, "publishing stopped: publication.no-town"), logs.Lines);
        await town.Open.RecordTownAsync(TestTown.Morning);
        Assert.Contains((LogLevel.Information, "system via town-folder: town@8"), logs.Lines);
        Assert.Null((await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None))!.Fault);
        Assert.Contains(logs.Lines, line => line.Level == LogLevel.Information && line.Words.StartsWith("edition ", StringComparison.Ordinal));
        await using var app = PortalHost.Build(town.Open);
        Assert.Same(logs.Factory, app.Services.GetRequiredService<ILoggerFactory>());
    }

    [Fact]
    public void What_the_portal_does_is_heard_and_of_others_only_warnings()
    {
        using var usual = VerbTable.Logs(new ConfigurationBuilder().Build());
        Assert.True(usual.CreateLogger<Ledger>().IsEnabled(LogLevel.Information));
        Assert.False(usual.CreateLogger<Ledger>().IsEnabled(LogLevel.Debug));
        Assert.True(usual.CreateLogger("Hangfire").IsEnabled(LogLevel.Warning));
        Assert.False(usual.CreateLogger("Hangfire").IsEnabled(LogLevel.Information));
        var quiet = new ConfigurationBuilder().AddInMemoryCollection([new("Logging:LogLevel:Transparency", "Warning")]).Build();
        using var set = VerbTable.Logs(quiet);
        Assert.False(set.CreateLogger<Ledger>().IsEnabled(LogLevel.Information));
    }
}
