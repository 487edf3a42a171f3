using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Transparency.Portal.Press;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>What goes wrong stands first on the desk of whoever can mend it, and nothing is called up to date that is not.</summary>
public sealed class TroubleOnDeskTests : IAsyncLifetime
{
    private readonly OfficeHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_press_that_stands_still_is_told_first_and_what_is_not_public_yet_by_name()
    {
        var gone = await host.OpenedAsync();
        await host.PublishAsync();
        var administrator = await host.SignedInAsync(Everyone);
        Assert.Null((await administrator.GoAsync("/office")).Page.QuerySelector(".note.stopped"));

        var good = State.Now;
        var number = (await host.RowAsync(await host.OpenedAsync())).Number;
        await RunAsync($"delete from portal.mt_doc_declarationonregister where id = 'declaration/{gone}'");
        var run = (await host.Services.GetRequiredService<PublishSite>().PublishPagesAsync(rebuild: false, default))!;
        Assert.NotNull(run.Fault);
        Assert.Equal((good.EndedAt, good.Edition, run.Fault), State.Now is var now ? (now.EndedAt, now.Edition, now.Fault) : default);
        Assert.Contains("更新网站没有完成", First(await administrator.GoAsync("/office")), StringComparison.Ordinal);
        var desk = await (await host.SignedInAsync(Clerk)).GoAsync("/office");
        Assert.Contains("更新网站没有完成", desk.Words, StringComparison.Ordinal);
        Assert.Contains($"{number}", desk.Page.QuerySelector("main h2 + p + ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_comes_to_harm_while_the_portal_runs_is_named_first_and_shuts_no_desk()
    {
        var (harmed, other) = (await host.OpenedAsync(), await host.OpenedAsync());
        await host.PublishAsync();
        await RunAsync($"update portal.mt_doc_declarationonregister set data = jsonb_build_object('id', id), mt_version = mt_version + 1 where id = 'declaration/{harmed}'");
        await host.PublishAsync();
        var desk = await (await host.SignedInAsync(Everyone)).GoAsync("/office");
        Assert.Contains($"declaration/{harmed}", First(desk), StringComparison.Ordinal);
        Assert.Contains("有些事项暂时列不出来", desk.Words, StringComparison.Ordinal);
        Assert.Equal(200, (await (await host.SignedInAsync(Clerk)).GoAsync($"/office/declarations/{other}")).Status);
    }

    [Fact]
    public async Task A_guard_of_the_store_that_is_off_stands_first_on_the_administrators_desk_and_the_portal_is_not_ready()
    {
        var (administrator, clerk) = (await host.SignedInAsync(Everyone), await host.SignedInAsync(Clerk));
        Assert.DoesNotContain("防止改动记录", (await administrator.GoAsync("/office")).Words, StringComparison.Ordinal);
        await RunAsync("alter table ledger.mt_events disable trigger append_only_row");
        Assert.Contains("防止改动记录的保护被关掉、删掉或改过了：ledger.mt_events。", First(await administrator.GoAsync("/office")), StringComparison.Ordinal);
        Assert.DoesNotContain("防止改动记录", (await clerk.GoAsync("/office")).Words, StringComparison.Ordinal);
        var health = await host.Anybody().GoAsync("/health/ready");
        Assert.Equal(503, health.Status);
        Assert.Contains("store store.guard-off\n", health.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private PublicationState State => host.Services.GetRequiredService<PublicationState>();

    private static string First(Seen desk) => desk.Page.QuerySelector("main > .title + .note.stopped")?.TextContent ?? "";

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
