using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

public class KeepingTests
{
    [Theory]
    [InlineData("update ledger.mt_events set data = '{}' where stream_id = 'town'")]
    [InlineData("update ledger.mt_events set is_archived = true where stream_id = 'town'")]
    [InlineData("delete from ledger.mt_events where stream_id = 'town'")]
    [InlineData("delete from ledger.mt_streams where id = 'town'")]
    [InlineData("truncate ledger.mt_events")]
    [InlineData("truncate ledger.mt_streams cascade")]
    public async Task What_happened_cannot_be_changed(string sql)
    {
        await using var town = await TestTown.NewAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => town.SqlAsync(sql));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    /// <summary>By the private cluster's start, by that over another server, and by whoever tries once more.</summary>
    [Theory]
    [InlineData("drop trigger append_only_row on ledger.mt_events")]
    [InlineData("alter table ledger.mt_events disable trigger append_only_table")]
    [InlineData("alter table ledger.mt_events enable replica trigger append_only_row")]
    [InlineData("drop function ledger.events_are_append_only() cascade")]
    [InlineData("create or replace function ledger.events_are_append_only() returns trigger language plpgsql as 'begin return new; end'")]
    [InlineData("create or replace trigger append_only_row before update or delete on ledger.mt_events for each row when (false) execute function ledger.events_are_append_only()")]
    [InlineData("create or replace trigger append_only_row before delete or update of type on ledger.mt_events for each row execute function ledger.events_are_append_only()")]
    [InlineData("do $$ begin execute format('alter database %I set session_replication_role = replica', current_database()); end $$")]
    public async Task A_guard_that_is_off_is_found_stays_off_over_every_start_and_is_put_up_by_the_owner_alone(string sql)
    {
        await using var town = await TestTown.NewAsync();
        await using (var before = MartenSetup.Open(town.ConnectionString, PortalStreams.All)) Assert.Empty(await Guard.OffAsync(before));
        await town.SqlAsync(sql);
        NpgsqlConnection.ClearAllPools();
        await using var store = MartenSetup.Open(town.ConnectionString, PortalStreams.All);
        Refusal[] off = [Refused.As("store.guard-off", "ledger.mt_events")];
        if (sql.Contains("replication", StringComparison.Ordinal)) off = [.. off, Refused.As("store.guard-off", "portal.mt_doc_shelvednotice")];
        foreach (var own in new[] { true, false, true })
        {
            await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: own);
            Assert.Equal(off, await Guard.OffAsync(store));
        }
        Assert.Equal(off.Select(o => o.Arguments[0]), await Guard.PutUpAsync(store));
        if (off.Length == 1) Assert.Empty(await Guard.OffAsync(store));
    }

    [Fact]
    public async Task A_table_that_holds_nothing_yet_gets_its_guard_with_the_schema()
    {
        await using var store = MartenSetup.Open(await Embedded.TestCluster.NewDatabaseAsync(), PortalStreams.All);
        await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: true);
        Assert.Empty(await Guard.OffAsync(store));
        await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: false);
    }

    [Fact]
    public async Task A_database_without_the_schema_is_refused_and_left_alone()
    {
        await using var store = MartenSetup.Open(await Embedded.TestCluster.NewDatabaseAsync(), PortalStreams.All);
        var missing = await Assert.ThrowsAsync<CannotRun>(() => PrepareStore.RunAsync(store, PortalStreams.All, createSchema: false));
        Assert.Equal("store.schema-differs", missing.Why.Code);
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync();
        await using var schemas = new NpgsqlCommand("select count(*) from pg_namespace where nspname in ('portal', 'ledger')", connection);
        Assert.Equal(0L, await schemas.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_rebuild_changes_nothing_that_is_right_and_mends_what_is_not()
    {
        await using var town = await LivedAsync();
        var before = await DigestAsync(town);
        Assert.Equal(0, await RebuildRegister.RunAsync(town.Store, PortalStreams.All));
        Assert.Equal(before, await DigestAsync(town));

        await town.SqlAsync("update portal.mt_doc_declarationonregister set data = jsonb_set(data, '{acts}', '99')");
        await town.SqlAsync("delete from portal.mt_doc_agreementonregister");
        await town.SqlAsync("insert into portal.mt_doc_objectiononregister (id, data, mt_version) values ('objection/x', '{\"id\":\"objection/x\",\"declaration\":\"d\",\"round\":1,\"at\":\"2026-01-01T00:00:00+00:00\"}', 1)");
        Assert.Equal(["check.row-differs", "check.row-missing", "check.row-differs"], (await CheckStore.RunAsync(town.Store, PortalStreams.All)).Select(f => f.Code));
        Assert.Equal(3, await RebuildRegister.RunAsync(town.Store, PortalStreams.All));
        Assert.Equal(before, await DigestAsync(town));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_register_of_another_version_is_replayed_at_start()
    {
        await using var town = await LivedAsync();
        var before = await DigestAsync(town);
        await town.SqlAsync("update portal.mt_doc_declarationonregister set data = jsonb_set(data, '{acts}', '99')");
        await PrepareStore.RunAsync(town.Store, PortalStreams.All, createSchema: true);
        Assert.NotEqual(before, await DigestAsync(town));
        await town.SqlAsync("update portal.mt_doc_projectionversion set data = jsonb_set(data, '{version}', '0') where id = 'DeclarationOnRegister'");
        await PrepareStore.RunAsync(town.Store, PortalStreams.All, createSchema: true);
        Assert.Equal(before, await DigestAsync(town));
    }

    [Fact]
    public async Task No_word_of_a_draft_or_of_what_is_under_review_reaches_the_register()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.DraftAsync("d1", new { body = "暗语甲" });
        await town.MustAsync("redraft", "d1", TestTown.Clerk, new { body = "公开正文" });
        await town.MustAsync("declare", "d1", TestTown.Clerk);
        await town.MustAsync("return", "d1", SampleOfficers.Reviewer, new { reason = "暗语乙" });
        await town.MustAsync("declare", "d1", TestTown.Clerk);
        await town.PinnedAsync("pass-review", "d1", SampleOfficers.Reviewer);
        await town.PinnedAsync("open-window", "d1", SampleOfficers.Reviewer);
        await town.MustAsync("restart", "d1", TestTown.Clerk, new { for_whom = "暗语丙", reason = "公开理由" });
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { purpose = "暗语丁" });
        var rows = await RowsAsync(town);
        Assert.Contains("公开正文", rows, StringComparison.Ordinal);
        Assert.Contains("公开理由", rows, StringComparison.Ordinal);
        Assert.All(["暗语", "370700199001011234", "13800001111", "欧阳建国"], secret => Assert.DoesNotContain(secret, rows, StringComparison.Ordinal));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text ~ '370700199001011234|13800001111|欧阳建国'"));
    }

    [Fact]
    public async Task Check_names_an_event_that_this_program_does_not_know()
    {
        await using var town = await LivedAsync();
        await town.SqlAsync("""
            alter table ledger.mt_events disable trigger append_only_row;
            update ledger.mt_events set type = 'village-abolished' where stream_id = 'town' and version = 1;
            update ledger.mt_events set data = jsonb_set(data, '{section,title,zh}', '"另一个"') where type = 'declaration-window-opened';
            """);
        var findings = await CheckStore.RunAsync(town.Store, PortalStreams.All);
        Assert.Contains(Refused.As("check.event-unknown", "village-abolished", "town"), findings);
        Assert.Contains(Refused.As("check.hash-differs", "declaration/d1", 4), findings);
    }

    [Fact]
    public async Task After_a_commit_the_changed_rows_are_told_and_a_fault_there_is_kept_away()
    {
        var told = new List<string>();
        await using var town = await TestTown.NewAsync(new AfterCommit(PortalStreams.All, rows =>
        {
            told.AddRange(rows);
            throw new InvalidOperationException("the queue is away");
        }, NullLogger<AfterCommit>.Instance));
        told.Clear();
        await town.RegisterLeaseAsync();
        await town.DeclaredAsync("d1");
        Assert.Empty(told);
        await town.PinnedAsync("pass-review", "d1", SampleOfficers.Reviewer);
        await town.PinnedAsync("open-window", "d1", SampleOfficers.Reviewer);
        Assert.Equal(["declaration/d1"], told);
        told.Clear();
        await town.ClosedAsync("d1");
        Assert.Equal(["declaration/d1"], told);
        told.Clear();
        await town.PinnedAsync("approve", "d1", SampleOfficers.Approver);
        Assert.Equal([$"agreement/{TestTown.Lease}", "declaration/d1"], told.Order(StringComparer.Ordinal));
    }

    private static async Task<TestTown> LivedAsync()
    {
        var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.OpenedAsync("d1");
        var objection = await ActTests.ObjectAsync(town, "d1");
        await town.ClosedAsync("d1");
        await town.MustAsync("settle-objection", "d1", SampleOfficers.Reviewer, new { objection, set_aside = "no", summary = "问", answer = "答" });
        await town.PinnedAsync("approve", "d1", SampleOfficers.Approver);
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { purpose = "晒盐" });
        await town.DraftAsync("d2");
        return town;
    }

    private static async Task<string> DigestAsync(TestTown town) =>
        (string)(await town.SqlAsync($"select md5(string_agg(id || mt_version || mt_dotnet_type || data, ' ' order by id)) from ({All("id, mt_version, mt_dotnet_type, data::text", PortalStreams.All.Rows)}) x"))!;

    private static async Task<string> RowsAsync(TestTown town) => (string)(await town.SqlAsync($"select string_agg(data, ' ') from ({All("data::text", PortalStreams.All.Rows.Where(p => p.IsPublic))}) x"))!;

    private static string All(string columns, IEnumerable<Projection> of) => string.Join(" union all ", of.Select(p => $"select {columns} from {p.Table}"));
}
