using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

public class LedgerTests
{
    [Fact]
    public async Task A_stale_version_is_refused()
    {
        await using var town = await TestTown.NewAsync();
        await town.DraftAsync("d1");
        await town.MustAsync("redraft", "d1", TestTown.Clerk, new { title = "二稿" });
        (await town.ActAsync("redraft", "d1", TestTown.Clerk, new { title = "三稿" }, seen: 1)).RefusedAs("ledger.changed-meanwhile");
        Assert.Equal(2, await town.VersionAsync("declaration/d1"));
        Assert.IsType<Outcome.Done>(await town.ActAsync("redraft", "d1", TestTown.Clerk, new { title = "三稿" }, seen: 2));
    }

    [Fact]
    public async Task Of_several_who_saw_the_same_version_one_wins()
    {
        await using var town = await TestTown.NewAsync();
        await town.DraftAsync("d1");
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => town.ActAsync("redraft", "d1", TestTown.Clerk, new { title = $"稿 {i}" }, seen: 1)));
        Assert.Single(all.OfType<Outcome.Done>());
        Assert.All(all.OfType<Outcome.Refused>(), no => Assert.Equal("ledger.changed-meanwhile", no.Why.Code));
        Assert.Equal(2, await town.VersionAsync("declaration/d1"));
    }

    [Fact]
    public async Task A_pinned_act_survives_a_moved_version()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.DeclaredAsync("d1");
        var (hash, seen) = (await town.HashAsync("d1"), (await town.FileAsync("d1")).Version);
        await town.MustAsync("return", "d1", SampleOfficers.Reviewer, new { reason = "再看" });
        await town.MustAsync("declare", "d1", TestTown.Clerk);
        Assert.IsType<Outcome.Done>(await town.ActAsync("pass-review", "d1", SampleOfficers.Reviewer, new { hash }, seen));
    }

    [Fact]
    public async Task A_pinned_act_is_refused_with_the_difference_when_the_hash_moved()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.DeclaredAsync("d1");
        var (hash, version) = (await town.HashAsync("d1"), await town.VersionAsync("declaration/d1"));
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { total = "150000.00" });
        var refused = Assert.IsType<Outcome.Refused>(await town.ActAsync("pass-review", "d1", SampleOfficers.Reviewer, new { hash }));
        Assert.Equal(Refused.As("content.moved", new Words("field.subjects")), refused.Why);
        Assert.Equal(version, await town.VersionAsync("declaration/d1"));
    }

    [Fact]
    public async Task Windows_opened_at_once_get_numbers_without_gaps()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        string[] ids = ["a", "b", "c", "d", "e"];
        foreach (var id in ids)
        {
            await town.DeclaredAsync(id);
            await town.PinnedAsync("pass-review", id, SampleOfficers.Reviewer);
        }
        var hashes = new Dictionary<string, string>();
        foreach (var id in ids) hashes[id] = await town.HashAsync(id);
        await Task.WhenAll(ids.Select(id => town.MustAsync("open-window", id, SampleOfficers.Reviewer, new { hash = hashes[id] })));
        Assert.Equal("1 2 3 4 5", await town.SqlAsync("select string_agg(data->'number'->>'ordinal', ' ' order by (data->'number'->>'ordinal')::int) from portal.mt_doc_declarationonregister"));
        Assert.Equal(5, await town.VersionAsync("numbers/2026"));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Approval_with_a_changed_agreement_leaves_both_streams_untouched()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.OpenedAsync("d1");
        await town.ClosedAsync("d1");
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { total = "150000.00" });
        var before = (await town.VersionAsync("declaration/d1"), await town.VersionAsync($"agreement/{TestTown.Lease}"));
        (await town.ActAsync("approve", "d1", SampleOfficers.Approver, new { hash = await town.HashAsync("d1") })).RefusedAs("content.moved");
        Assert.Equal(before, (await town.VersionAsync("declaration/d1"), await town.VersionAsync($"agreement/{TestTown.Lease}")));
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { total = "180000.00" });
        await town.PinnedAsync("approve", "d1", SampleOfficers.Approver);
    }

    [Fact]
    public async Task A_store_that_is_away_is_a_refusal_and_no_fault()
    {
        await using var store = MartenSetup.Open("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2", PortalStreams.All);
        var ledger = new Ledger(store, PortalStreams.All, new RulesInForce(), NullLogger<Ledger>.Instance) { StandsInPublic = _ => false, Identity = TestTown.Identity };
        (await ActTable.RunAsync(ledger, new("declare", "d1", new Dictionary<string, string>(), TestTown.Clerk, TestTown.Morning, null))).RefusedAs("store.unreachable");
        var cannot = await Assert.ThrowsAsync<Transparency.Portal.Problems.CannotRun>(() => PrepareStore.RunAsync(store, PortalStreams.All, createSchema: false));
        Assert.Equal("store.unreachable", cannot.Why.Code);
    }

    [Fact]
    public async Task Who_wrote_by_which_way_stands_beside_the_event()
    {
        await using var town = await TestTown.NewAsync();
        await ActTable.RunAsync(town.Ledger, new("register-agreement", TestTown.Lease, TestTown.LeaseFields, TestTown.Clerk, TestTown.Morning, null) { Via = "scenario", Correlation = "row-7" });
        Assert.Equal("other-clerk scenario row-7", await town.SqlAsync($"select user_name || ' ' || (headers->>'via') || ' ' || correlation_id from ledger.mt_events where stream_id = 'agreement/{TestTown.Lease}'"));
    }
}
