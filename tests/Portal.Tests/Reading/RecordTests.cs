using Marten;
using Npgsql;
using Transparency.Contracts;
using Transparency.Contracts.Readings;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Office;
using Transparency.Portal.Tests.Store;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Reading;

/// <summary>Letters and exports are looked at on record: who, what and when, once a day; what cannot be recorded is not shown.</summary>
public sealed class RecordTests : IAsyncLifetime
{
    private static readonly Officer Administrator = new(new("admin-a"), new("o-admin-a"), new("镇党政办"), [Role.Administrator], []);

    private readonly CaseOffice office = new();

    private OfficeHost Host => office.Host;

    public async Task InitializeAsync()
    {
        await office.InitializeAsync();
        await EarlierOfficers.AppointAsync(Host.Ledger, Administrator.Id, Administrator.Unit, Administrator.Roles, [], OfficeHost.Morning);
    }

    public Task DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task Letters_that_are_shown_are_on_record_once_a_day_and_without_their_words()
    {
        var id = await Host.OpenedAsync();
        await Host.ObjectAsync(id, "秘密的话", "127.0.6.1");
        foreach (var officer in new[] { Clerk, Approver, TownClerk }) await (await Host.SignedInAsync(officer)).GoAsync($"/office/declarations/{id}");
        await (await Host.SignedInAsync(Reviewer)).GoAsync("/office");
        Assert.Empty(await RecordedAsync());

        var reviewer = await Host.SignedInAsync(Reviewer);
        for (var i = 0; i < 3; i++) Assert.Contains("秘密的话", (await reviewer.GoAsync($"/office/declarations/{id}")).Words, StringComparison.Ordinal);
        // A refused answer shows the letters again.
        await reviewer.SendAsync(await reviewer.GoAsync($"/office/declarations/{id}"), ".letter form", new { summary = "", answer = "" });
        Assert.Equal([$"reviewer Objections declarations/{id} 2026-09-17"], await RecordedAsync());
        office.StepTo(new(2026, 9, 18));
        await reviewer.GoAsync($"/office/declarations/{id}");
        await (await Host.SignedInAsync(SecondReviewer)).GoAsync($"/office/declarations/{id}");
        Assert.Equal([$"reviewer Objections declarations/{id} 2026-09-17", $"reviewer Objections declarations/{id} 2026-09-18", $"second-reviewer Objections declarations/{id} 2026-09-18"], await RecordedAsync());
        Assert.Equal(2, await office.VersionAsync("reading/reviewer/2026-09"));
        Assert.Equal(0L, await SqlAsync("select count(*) from ledger.mt_events where stream_id like 'reading/%' and data::text like '%秘密%'"));
        Assert.Empty(await CheckStore.RunAsync(Host.Store, PortalStreams.All));
        Assert.Equal(0, await RebuildRegister.RunAsync(Host.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_proposal_in_its_own_words_is_on_record()
    {
        await SubmitProposal.RunAsync(Host.Ledger, new(new VillageCode("09"), "没有公开的原信", "孙小小", null, false), Host.Clock.GetUtcNow());
        await using var session = Host.Store.QuerySession();
        var path = $"proposals/{(await session.Query<ProposalAsSent>().SingleAsync()).Id}";
        await (await Host.SignedInAsync(Reviewer)).GoAsync("/office");
        await (await Host.SignedInAsync(Reviewer)).GoAsync("/office/proposals");
        Assert.Empty(await RecordedAsync());
        Assert.Contains("没有公开的原信", (await (await Host.SignedInAsync(Reviewer)).GoAsync($"/office/{path}")).Words, StringComparison.Ordinal);
        Assert.Equal([$"reviewer Proposal {path} 2026-09-17"], await RecordedAsync());
    }

    [Fact]
    public async Task Books_that_are_taken_out_are_on_record()
    {
        var keeper = await Host.SignedInAsync(Bookkeeper);
        foreach (var name in new[] { "vouchers-2026-08.csv", "vouchers-2026-08.csv", "bank-2026-08.xlsx" })
            Assert.Equal(200, (int)(await keeper.FetchAsync($"/office/export/{name}")).StatusCode);
        Assert.Equal(404, (int)(await (await Host.SignedInAsync(Supervision)).FetchAsync("/office/export/vouchers-2026-08.csv")).StatusCode);
        Assert.Equal(404, (int)(await keeper.FetchAsync("/office/export/people-2026-08.csv")).StatusCode);
        Assert.Equal(["bookkeeper Export bank-2026-08.xlsx 2026-09-17", "bookkeeper Export vouchers-2026-08.csv 2026-09-17"], await RecordedAsync());
    }

    /// <summary>By a fault of the store, and by its not answering.</summary>
    [Theory]
    [InlineData("disk_full", 500)]
    [InlineData("cannot_connect_now", 503)]
    public async Task What_cannot_be_recorded_is_not_shown(string fault, int status)
    {
        var id = await Host.OpenedAsync();
        await Host.ObjectAsync(id, "秘密的话", "127.0.6.2");
        await SqlAsync($"""
            create function ledger.full() returns trigger language plpgsql as $$ begin raise exception 'no space' using errcode = '{fault}'; end $$;
            create trigger full_up before insert on ledger.mt_events for each row when (new.stream_id like 'reading/%') execute function ledger.full();
            select 1
            """);
        var reviewer = await (await Host.SignedInAsync(Reviewer)).GoAsync($"/office/declarations/{id}");
        Assert.Equal(status, reviewer.Status);
        Assert.DoesNotContain("秘密的话", reviewer.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        var export = await (await Host.SignedInAsync(Bookkeeper)).FetchAsync("/office/export/vouchers-2026-08.csv");
        Assert.Equal(status, (int)export.StatusCode);
        Assert.NotEqual("text/csv", export.Content.Headers.ContentType?.MediaType);
        await SqlAsync("drop trigger full_up on ledger.mt_events; select 1");
        Assert.Contains("秘密的话", (await (await Host.SignedInAsync(Reviewer)).GoAsync($"/office/declarations/{id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_see_the_record_month_by_month_and_on_the_officers_card()
    {
        var id = await Host.OpenedAsync();
        await Host.ObjectAsync(id, "秘密的话", "127.0.6.3");
        await (await Host.SignedInAsync(Reviewer)).GoAsync($"/office/declarations/{id}");
        await (await Host.SignedInAsync(Bookkeeper)).FetchAsync("/office/export/vouchers-2026-08.csv");
        var number = (await Host.RowAsync(id)).Number.ToString();

        var admin = await Host.SignedInAsync(Administrator);
        var list = await admin.FollowAsync(await admin.GoAsync("/office/officers"), "/office/readings");
        Assert.Equal(["名bookkeeper 导出的账目 vouchers-2026-08.csv", $"名reviewer 异议原文 {number}"], RowsOf(list, [1, 2, 3]).Order(StringComparer.Ordinal));
        Assert.Empty(RowsOf(await admin.GoAsync("/office/readings?month=2026-08"), [1]));
        Assert.Equal([$"异议原文 {number}"], RowsOf(await admin.GoAsync("/office/officers/reviewer"), [1, 2]));
        Assert.Empty(RowsOf(await admin.GoAsync("/office/officers/clerk"), [1, 2]));
        foreach (var officer in new[] { Clerk, Reviewer, Approver }) Assert.Equal(404, (await (await Host.SignedInAsync(officer)).GoAsync("/office/readings")).Status);
        await Host.PublishAsync();
        Assert.DoesNotContain(Directory.EnumerateFiles(Host.SiteFolder, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("reading", StringComparison.OrdinalIgnoreCase) && File.ReadAllText(file).Contains("vouchers-2026-08.csv", StringComparison.Ordinal));
    }

    private static IEnumerable<string> RowsOf(Seen seen, int[] columns) =>
        seen.Page.QuerySelectorAll("main table.sheet tbody tr").Select(tr => string.Join(' ', columns.Select(i => tr.Children[i].TextContent.Trim())));

    private async Task<IEnumerable<string>> RecordedAsync()
    {
        await using var session = Host.Store.QuerySession();
        var rows = await session.Query<ReadingOnRecord>().ToListAsync();
        return rows.SelectMany(row => row.Lines.Select(line => $"{row.Officer} {line.Kind} {line.Of} {Shanghai.DayOf(line.At):yyyy-MM-dd}")).Order(StringComparer.Ordinal);
    }

    private async Task<object?> SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Host.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
