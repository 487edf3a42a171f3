using Npgsql;
using Transparency.Portal.Hosting;
using Transparency.Portal.Verbs;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Kinds;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Tests.Publication;

/// <summary>What cannot be made is named until it can be, and holds nothing else up.</summary>
public sealed class FailingTests : IAsyncLifetime
{
    private DemoSite site = null!;

    public async Task InitializeAsync() => site = await DemoSite.NewAsync(of: DemoTemplate.Young);

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_page_that_throws_is_tried_again_each_minute_and_named_until_it_stands()
    {
        var isBroken = true;
        await using var press = OpenPress.Over(site.Store, part => part with
        {
            Outputs = () => part.Outputs().Select(o => o.Path == SiteMap.Home && isBroken ? o with { Render = () => throw new FormatException() } : o),
        });
        var home = site.Read(SiteMap.Home);
        File.WriteAllText(Path.Combine(site.Tree, SiteMap.Town), "changed by hand");
        var done = (await press.Publisher.RunAsync(rebuild: true, default))!;
        Assert.Equal((null, SiteMap.Home, 1), (done.Fault, (string)done.Failing.Single().Arguments[0], done.Written));
        Assert.Equal(home, site.Read(SiteMap.Home));
        Assert.Equal(done.Failing, press.State.Now.Failing);
        Assert.Contains(SiteMap.Home, await CheckSaysAsync(exit: 1), StringComparison.Ordinal);

        Assert.Equal(done.Failing, (await press.Publisher.RunAsync(rebuild: false, default))!.Failing);
        isBroken = false;
        Assert.True(await press.Publisher.RunAsync(rebuild: false, default) is { Fault: null, Failing: [] });
        Assert.Empty(new PublishedTree(site.Tree).Remembered()!.Failing);
        await CheckSaysAsync(exit: 0);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_takes_no_page_along_and_holds_up_none()
    {
        var stood = site.Files.ToList();
        await RunAsync("update portal.mt_doc_tenderonregister set data = jsonb_build_object('id', id) where id = (select min(id) from portal.mt_doc_tenderonregister)");
        File.WriteAllText(Path.Combine(site.Tree, SiteMap.Town), "changed by hand");
        await using var press = OpenPress.Over(site.Store);
        var done = (await press.Publisher.RunAsync(rebuild: true, default))!;
        Assert.Null(done.Fault);
        Assert.StartsWith("tender/", (string)done.Failing.Single().Arguments[0], StringComparison.Ordinal);
        Assert.DoesNotContain("changed by hand", System.Text.Encoding.UTF8.GetString(site.Read(SiteMap.Town)), StringComparison.Ordinal);
        Assert.Equal(stood, site.Files);
    }

    /// <summary>What somebody, or an older program, has left of them; the demo town has lost nothing and taken nothing down.</summary>
    [Fact]
    public async Task Hollow_rows_of_every_kind_are_named_take_nothing_along_and_hold_up_nothing_else()
    {
        await ComeOfAgeAsync();
        var stood = site.Files.ToList();
        foreach (var kind in PublicKinds.All)
        {
            var table = $"portal.mt_doc_{kind.Row.Name.ToLowerInvariant()}";
            await RunAsync($"update {table} set mt_version = mt_version + 1, data = jsonb_build_object('id', id) where id = (select max(id) from {table})");
        }
        File.WriteAllText(Path.Combine(site.Tree, SiteMap.Rules), "changed by hand");
        var minute = await site.PublishAsync();
        Assert.Null(minute.Fault);
        Assert.Equal(minute.Failing, (await site.PublishAsync(rebuild: true)).Failing);
        Assert.Equal(
            PublicKinds.All.Select(kind => kind.Stream).Except(["loss", "suppression"]).Order(StringComparer.Ordinal),
            minute.Failing.Select(why => ((string)why.Arguments[0]).Split('/')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("changed by hand", System.Text.Encoding.UTF8.GetString(site.Read(SiteMap.Rules)), StringComparison.Ordinal);
        Assert.Equal(stood, site.Files);
    }

    /// <summary>The young town has not every kind of case.</summary>
    private async Task ComeOfAgeAsync()
    {
        await site.DisposeAsync();
        site = await DemoSite.NewAsync();
    }

    private async Task<string> CheckSaysAsync(int exit)
    {
        using var said = new StringWriter();
        string[] call = ["check", .. site.Configuration.Select(set => $"--{set.Key}={set.Value}"), "--Sunshine:Today=2026-09-18"];
        Assert.Equal(exit, await VerbTable.RunAsync(call, said, TextWriter.Null, terminal: false));
        return said.ToString();
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(site.Store.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
