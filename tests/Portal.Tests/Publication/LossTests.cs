using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Embedded;
using Transparency.Portal.Tests.Store;
using Transparency.Portal.Verbs;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Publication;

/// <summary>A whole tree stands, and behind it comes a store that would take something away.</summary>
public sealed class LossTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Opened = Shanghai.At(new(2026, 9, 7), new(9, 0));

    private static readonly Officer Administrator =
        new(new("admin"), new("p-admin"), new("镇党政办"), [Role.Administrator], []);

    private DemoSite site = null!;

    public async Task InitializeAsync() => site = await DemoSite.NewAsync(of: DemoTemplate.Young);

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Fact]
    public async Task Another_store_writes_nothing_and_says_so_with_exit_1()
    {
        var stood = Hashes();
        var way = await TestCluster.NewDatabaseAsync();
        await using (var empty = MartenSetup.Open(way, PortalStreams.All)) await PrepareStore.RunAsync(empty, PortalStreams.All, createSchema: true);
        await using var other = await OpenAsync(way);
        await other.RecordTownAsync(Opened);
        Assert.Equal("publication.other-store", (await PublishAsync(other)).Fault!.Code);
        using var said = new StringWriter();
        string[] call = ["publish", .. Settings(other)];
        Assert.Equal(1, await VerbTable.RunAsync(call, said, TextWriter.Null, terminal: false));
        Assert.Contains("--accept-loss", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(stood, Hashes());
    }

    [Fact]
    public async Task Rows_that_are_gone_take_no_page_along()
    {
        var stood = Hashes();
        await RunAsync(site.Store, "delete from portal.mt_doc_tenderonregister");
        Assert.Equal("publication.register-lacks", (await PublishAsync(site.Store)).Fault!.Code);
        Assert.Equal(stood, Hashes());
        await RebuildRegister.RunAsync(site.Store.Store, PortalStreams.All);
        Assert.Null((await PublishAsync(site.Store)).Fault);
        Assert.Equal(stood, Hashes());
    }

    [Fact]
    public async Task Events_that_this_program_does_not_know_stop_the_press()
    {
        var stood = Hashes();
        await RunAsync(site.Store, """
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select nextval('ledger.mt_events_sequence'), gen_random_uuid(), stream_id, version + 1000, data, 'moon-landed', timestamp, tenant_id, mt_dotnet_type, false
            from ledger.mt_events order by seq_id desc limit 1
            """);
        Assert.Equal("publication.unknown-event", (await PublishAsync(site.Store)).Fault!.Code);
        Assert.Equal(stood, Hashes());
    }

    [Fact]
    public async Task A_tree_that_forgot_its_store_is_adopted_only_when_nothing_goes()
    {
        var stood = Hashes();
        File.Delete(Path.Combine(site.Tree, ".standing"));
        Assert.True(await PublishAsync(site.Store) is { Fault: null, Written: 0, Removed: 0 });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(site.Tree, ".standing")));

        File.Delete(Path.Combine(site.Tree, ".standing"));
        await RunAsync(site.Store, "delete from portal.mt_doc_tenderonregister");
        Assert.Equal("publication.would-lose", (await PublishAsync(site.Store)).Fault!.Code);
        Assert.Equal(stood, Hashes());
    }

    [Fact]
    public async Task An_append_that_failed_leaves_nothing_that_stops_the_press()
    {
        await RunAsync(site.Store, """
            insert into ledger.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
            select 'mt_tombstone', type, 1, timestamp, created, tenant_id, is_archived from ledger.mt_streams limit 1;
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select nextval('ledger.mt_events_sequence'), gen_random_uuid(), 'mt_tombstone', 1, '{}', 'tombstone', timestamp, tenant_id, mt_dotnet_type, false
            from ledger.mt_events limit 1
            """);
        Assert.Null((await PublishAsync(site.Store)).Fault);
    }

    /// <summary>A verb beside a portal that serves, or two portals on one store: neither takes the other's pages for a loss.</summary>
    [Fact]
    public async Task Two_publishers_of_one_store_take_turns()
    {
        await using var one = OpenPress.Over(site.Store);
        Assert.Null((await one.Publisher.RunAsync(rebuild: false, default))!.Fault);
        var first = await TownWorks.OpenAsync(site.Store, "first", Opened);
        Assert.Null((await PublishAsync(site.Store)).Fault);

        var second = await TownWorks.OpenAsync(site.Store, "second", Opened);
        Assert.Null((await one.Publisher.PublishPagesAsync(rebuild: false, default, hinted: [$"declaration/{second}"]))!.Fault);
        foreach (var id in new[] { first, second })
            Assert.True(File.Exists(Path.Combine(site.Tree, SiteMap.Declaration((await NumberAsync(site.Store, id))!))), id.Value);

        // What happened in the office alone is counted too, and moves no checkpoint.
        await TownWorks.DraftAsync(site.Store, "third", Opened);
        Assert.Null((await PublishAsync(site.Store)).Fault);
        Assert.Null((await one.Publisher.PublishPagesAsync(rebuild: false, default, hinted: [$"declaration/{second}"]))!.Fault);
    }

    /// <summary>Declaration 14 is public when the store dies; the backup is of before.</summary>
    [Fact]
    public async Task An_older_store_goes_on_after_its_loss_is_accepted_and_no_number_is_issued_twice()
    {
        var lost = await TownWorks.OpenAsync(site.Store, "lost", Opened);
        Assert.Null((await PublishAsync(site.Store)).Fault);
        var folder = SiteMap.DeclarationFolder((await NumberAsync(site.Store, lost))!);
        var (stood, notice) = (site.Files.ToList(), Convert.ToHexString(site.Read($"{folder}notice.json")));
        Assert.True(File.Exists(Path.Combine(site.Tree, folder, "notice.pdf")));

        await using var older = await OpenAsync(await site.Town.CopyDatabaseAsync());
        var before = Hashes();
        Assert.Equal("publication.older-store", (await PublishAsync(older)).Fault!.Code);
        Assert.Equal(before, Hashes());
        // Nor does the office give its number to another matter meanwhile.
        var next = await TownWorks.PassAsync(older, "next", Opened);
        (await TownWorks.TryAsync(older, "open-window", next, SampleOfficers.Reviewer, Opened)).RefusedAs("number.waits");
        Assert.Null(await NumberAsync(older, next));
        await using (var press = OpenPress.Over(older))
        {
            Assert.Equal("loss.not-yours", await RefusedAsync(press, "备份之后的记录找不回来", SampleOfficers.Approver, older));
            Assert.Equal("loss.reason", await RefusedAsync(press, "  ", Administrator, older));
            Assert.Equal(before, Hashes());
            var loss = ((Result<Contracts.Losses.LossAccepted>.Of)await press.Publisher.AcceptLossAsync(new("备份之后的记录找不回来"), Administrator, older.Ledger, default)).Value;
            Assert.Equal([$"{folder}index.html"], loss.Pages);
            Assert.True(await press.Publisher.RunAsync(rebuild: false, default) is { Fault: null, Removed: 0, Failing: [] });
            Assert.Equal("loss.none", await RefusedAsync(press, "再来一次", Administrator, older));
        }

        Assert.Empty(stood.Except(site.Files));
        Assert.Equal(notice, Convert.ToHexString(site.Read($"{folder}notice.json")));
        Assert.Contains("备份之后的记录找不回来", System.Text.Encoding.UTF8.GetString(site.Read($"{folder}index.html")), StringComparison.Ordinal);
        await TownWorks.MustAsync(older, "open-window", next, SampleOfficers.Reviewer, Opened);
        Assert.Equal((await NumberAsync(site.Store, lost))!.Ordinal + 1, (await NumberAsync(older, next))!.Ordinal);
        Assert.True(await PublishAsync(older) is { Fault: null, Removed: 0 });
        Assert.Empty(TreeVerifier.Verify(site.Tree).Findings);
        Assert.Empty(await CheckStore.RunAsync(older.Store, PortalStreams.All));
        Assert.Empty(await CheckFiles.RunAsync(older.Store, older.Files));
    }

    /// <summary>Its numbers were given out where this tree could not be seen.</summary>
    [Fact]
    public async Task A_store_with_another_matter_under_a_public_number_is_no_loss_to_accept()
    {
        foreach (var name in new[] { "lost", "lost-too" }) await TownWorks.OpenAsync(site.Store, name, Opened);
        Assert.Null((await PublishAsync(site.Store)).Fault);
        var way = await site.Town.CopyDatabaseAsync();
        await using (var elsewhere = await OpenAsync(way, Path.Combine(site.Folder, "elsewhere"))) await TownWorks.OpenAsync(elsewhere, "other", Opened);

        await using var other = await OpenAsync(way);
        var before = Hashes();
        await using var press = OpenPress.Over(other);
        Assert.Equal("loss.collides", await RefusedAsync(press, "备份之后的记录找不回来", Administrator, other));
        Assert.Equal(before, Hashes());
    }

    private static async Task<string> RefusedAsync(OpenPress press, string reason, Officer by, OpenStore store) =>
        ((Result<Contracts.Losses.LossAccepted>.Refused)await press.Publisher.AcceptLossAsync(new(reason), by, store.Ledger, default)).Why.Code;

    private static async Task<Contracts.Declarations.DeclarationNumber?> NumberAsync(OpenStore store, DeclarationId id)
    {
        await using var session = store.Store.QuerySession();
        return (await session.LoadAsync<Publishing.Register.DeclarationOnRegister>($"declaration/{id}"))?.Number;
    }

    private static async Task<Published> PublishAsync(OpenStore store)
    {
        await using var press = OpenPress.Over(store);
        return (await press.Publisher.RunAsync(rebuild: false, default))!;
    }

    private static async Task RunAsync(OpenStore store, string sql)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Another store behind the same tree, or another.</summary>
    private async Task<OpenStore> OpenAsync(string way, string? tree = null)
    {
        var store = await OpenStore.OpenAsync(site.Store.Settings with { Store = way, SiteFolder = tree ?? site.Tree }, site.Store.Clock, NullLoggerFactory.Instance);
        await store.CatchUpAsync();
        return store;
    }

    private static string[] Settings(OpenStore store) =>
    [
        $"--ConnectionStrings:Store={store.ConnectionString}", $"--Sunshine:DataFolder={store.Settings.DataFolder}",
        $"--Sunshine:PublicAddress={store.Settings.PublicAddress}", "--Sunshine:Today=2026-09-18",
    ];

    private List<(string, string)> Hashes() =>
        [.. site.Files.Select(path => (path, Convert.ToHexString(SHA256.HashData(site.Read(path)))))];
}
