using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Suppressions;
using Transparency.Portal.Files;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Publication;

/// <summary>From the clerk's two fields to a tree, shelves and a restored store from which the bytes are gone.</summary>
public sealed class SuppressionTests : IAsyncLifetime
{
    private const string Case = "declarations/2025/0001/";
    private static readonly DateTimeOffset Now = Shanghai.At(new(2026, 9, 18), new(10, 0));

    private DemoSite site = null!;

    public async Task InitializeAsync() => site = await DemoSite.NewAsync(of: DemoTemplate.Young);

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Fact]
    public async Task An_edition_leaves_tree_and_shelves_and_everything_else_stays_as_it_was()
    {
        var before = Hashes();
        var notice = before[$"{Case}e/1/notice.json"];
        await SuppressAsync(site.Store, $"http://127.0.0.1/{Case}e/1/#top");
        var done = await site.PublishAsync();
        Assert.Equal((null, 0), (done.Fault, done.Failing.Count));

        var after = Hashes();
        var gone = before.Keys.Except(after.Keys).ToList();
        // The approval shows what the opening showed, so both have gone.
        Assert.Equal([$"{Case}e/1/notice.json", $"{Case}e/1/notice.pdf", $"{Case}notice.json", $"{Case}notice.pdf"], gone.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(notice, after.Values);
        Assert.All(["", "en/"], language => Assert.Contains(notice, Read($"{language}{Case}e/1/index.html"), StringComparison.Ordinal));
        Assert.Contains("suppressions/2026/1/index.html", after.Keys);
        Assert.All(gone, path => Assert.False(IsOnShelf(before[path]), path));
        Assert.Empty(TreeVerifier.Verify(site.Tree).Findings);
        Assert.Empty(await CheckStore.RunAsync(site.Store.Store, PortalStreams.All));
        Assert.Empty(await CheckFiles.RunAsync(site.Store.Store, site.Store.Files));
        Assert.Empty(await CheckNotices.RunAsync(site.Store));

        await using var again = OpenPress.Over(site.Store);
        Assert.True(await again.Publisher.RunAsync(rebuild: true, default) is { Fault: null, Written: 0, Removed: 0, Differing: [] });
        Assert.Equal(after, Hashes());
    }

    [Fact]
    public async Task An_attachment_leaves_and_cannot_be_brought_again()
    {
        var path = site.Files.First(file => file.StartsWith("files/", StringComparison.Ordinal));
        var bytes = site.Read(path);
        await SuppressAsync(site.Store, $"/{path}");
        Assert.Null((await site.PublishAsync()).Fault);
        Assert.False(File.Exists(Path.Combine(site.Tree, path)));
        Assert.False(File.Exists(site.Store.Files.PathOf(Path.GetFileName(path))));
        Assert.Empty(await CheckFiles.RunAsync(site.Store.Store, site.Store.Files));
        var brought = await site.Store.Files.TakeInAsync("照片", bytes, SampleOfficers.TownClerk, Now);
        Assert.Equal("attachment.suppressed", ((Result<StoredFile>.Refused)brought).Why.Code);
        Assert.False(File.Exists(site.Store.Files.PathOf(Path.GetFileName(path))));
    }

    /// <summary>Somebody with the keys of the database writes the row of a suppression that no two persons ever decided.</summary>
    [Fact]
    public async Task A_row_without_its_events_takes_nothing_away()
    {
        await SuppressAsync(site.Store, "declarations/2025/0002/e/1/");
        Assert.Null((await site.PublishAsync()).Fault);
        var before = Hashes();
        var sheets = Directory.GetFiles(Path.Combine(site.Folder, "sheets")).Length;
        var other = Publishing.Site.Suppressions.PublicEdition.In(await RowAsync()).First();
        await RunAsync(
            """
            insert into portal.mt_doc_suppressiononregister (id, data, mt_version, mt_dotnet_type)
            select 'suppression/forged', jsonb_set(jsonb_set(data, '{id}', '"suppression/forged"'), '{editions,0,content}', to_jsonb($1)), 2, mt_dotnet_type
            from portal.mt_doc_suppressiononregister limit 1
            """,
            other.Content.Value);
        Assert.Equal("publication.suppression-unproven", (await site.PublishAsync()).Fault!.Code);
        Assert.Equal(before, Hashes());
        Assert.Equal(sheets, Directory.GetFiles(Path.Combine(site.Folder, "sheets")).Length);
        await RebuildRegister.RunAsync(site.Store.Store, PortalStreams.All);
        Assert.True(await site.PublishAsync(rebuild: true) is { Fault: null, Written: 0, Removed: 0 });
    }

    /// <summary>A leak does not wait until somebody has mended a page of something else.</summary>
    [Fact]
    public async Task It_leaves_though_another_page_fails()
    {
        await SuppressAsync(site.Store, $"{Case}e/1/");
        await using var press = OpenPress.Over(site.Store, part => part.Name == "calendar" ? part with { Outputs = () => throw new InvalidOperationException() } : part);
        Assert.NotEmpty((await press.Publisher.RunAsync(rebuild: false, default))!.Failing);
        Assert.False(File.Exists(Path.Combine(site.Tree, $"{Case}e/1/notice.json")));
    }

    [Fact]
    public async Task A_store_of_before_does_not_bring_it_back()
    {
        var before = Hashes();
        await SuppressAsync(site.Store, $"{Case}e/1/");
        Assert.Null((await site.PublishAsync()).Fault);

        // What the backup had, shelves and all, behind the tree that knows better.
        Directory.Delete(Path.Combine(site.Folder, "sheets"), recursive: true);
        site.Town.CopySheets(site.Folder);
        await using var older = await OpenStore.OpenAsync(
            site.Store.Settings with { Store = await site.Town.CopyDatabaseAsync() }, site.Store.Clock, NullLoggerFactory.Instance);
        await older.CatchUpAsync();
        await using var press = OpenPress.Over(older);
        Assert.Equal("publication.older-store", (await press.Publisher.RunAsync(rebuild: false, default))!.Fault!.Code);
        Assert.IsType<Result<Contracts.Losses.LossAccepted>.Of>(await press.Publisher.AcceptLossAsync(
            new("备份之后的记录找不回来"), new(new("admin"), new("p-admin"), new("镇党政办"), [Role.Administrator], []), older.Ledger, default));
        Assert.Null((await press.Publisher.RunAsync(rebuild: false, default))!.Fault);
        Assert.False(File.Exists(Path.Combine(site.Tree, $"{Case}e/1/notice.json")));
        Assert.DoesNotContain(before[$"{Case}e/1/notice.json"], Hashes().Values);
        Assert.False(IsOnShelf(before[$"{Case}e/1/notice.pdf"]));
        Assert.Contains("撤下的说明已经遗失", Read($"{Case}e/1/index.html"), StringComparison.Ordinal);
        Assert.Contains("suppressions/2026/1/index.html", Hashes().Keys);

        // Its number is used up.
        await SuppressAsync(older, "declarations/2025/0002/e/1/");
        await press.Publisher.RunAsync(rebuild: false, default);
        Assert.Contains("suppressions/2026/2/index.html", Hashes().Keys);
    }

    [Fact]
    public async Task What_stands_nowhere_cannot_be_proposed_and_one_person_is_not_enough()
    {
        Assert.Equal("suppression.nothing-there", (await ActAsync(site.Store, "propose-suppression", "s1", SampleOfficers.TownClerk, Fields("declarations/2025/9999/")))!.Code);
        Assert.Equal("suppression.nothing-there", (await ActAsync(site.Store, "propose-suppression", "s1", SampleOfficers.TownClerk, Fields("/villages/09/")))!.Code);
        Assert.Null(await ActAsync(site.Store, "propose-suppression", "s1", SampleOfficers.Approver, Fields($"/en/{Case}e/1/index.html")));
        Assert.Equal("suppression.own-proposal", (await ActAsync(site.Store, "confirm-suppression", "s1", SampleOfficers.Approver, []))!.Code);
        Assert.True(await site.PublishAsync() is { Fault: null, Written: 0, Removed: 0 });
    }

    /// <summary>Whatever kind of page somebody copies the address of.</summary>
    [Fact]
    public async Task The_address_of_every_kind_of_case_is_understood()
    {
        await ComeOfAgeAsync();
        string[] kinds = ["declarations/", "agreements/0", "tenders/0", "villages/09/escrow/2026-0", "villages/09/reports/", "inspections/2", "proposals/2", "town/treasury/2"];
        List<string> notices = [.. kinds.Select(begins => site.Files.First(path =>
            path.StartsWith(begins, StringComparison.Ordinal) && path.EndsWith("/notice.json", StringComparison.Ordinal)))];
        foreach (var (i, notice) in notices.Index())
            await SuppressAsync(site.Store, $"{DemoTemplate.Address}/{notice.Replace("notice.json", "", StringComparison.Ordinal)}", $"s{i}");
        Assert.Null((await site.PublishAsync()).Fault);
        Assert.All(notices, notice =>
        {
            Assert.False(File.Exists(Path.Combine(site.Tree, notice)), notice);
            Assert.Contains("依法撤下", Read(notice.Replace("notice.json", "index.html", StringComparison.Ordinal)), StringComparison.Ordinal);
        });
    }

    /// <summary>The young town has not every kind of case.</summary>
    private async Task ComeOfAgeAsync()
    {
        await site.DisposeAsync();
        site = await DemoSite.NewAsync();
    }

    private static Dictionary<string, string> Fields(string address) => new() { ["address"] = address, ["ground"] = "personal-data", ["reason"] = "正文误写了身份证号码" };

    private static async Task SuppressAsync(OpenStore store, string address, string id = "s1")
    {
        Assert.Null(await ActAsync(store, "propose-suppression", id, SampleOfficers.TownClerk, Fields(address)));
        Assert.Null(await ActAsync(store, "confirm-suppression", id, SampleOfficers.Approver, []));
    }

    private static async Task<Refusal?> ActAsync(OpenStore store, string act, string id, Officer by, Dictionary<string, string> fields) =>
        await ActTable.RunAsync(store.Ledger, new(act, id, fields, by, Now, null)) is Outcome.Refused { Why: var why } ? why : null;

    private async Task<Publishing.Register.IPublicRow> RowAsync()
    {
        await using var session = site.Store.Store.QuerySession();
        return await session.Query<Publishing.Register.DeclarationOnRegister>().FirstAsync(d => d.Number.Year == 2025 && d.Number.Ordinal == 3);
    }

    private async Task RunAsync(string sql, string value)
    {
        await using var connection = new Npgsql.NpgsqlConnection(site.Store.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private string Read(string path) => System.Text.Encoding.UTF8.GetString(site.Read(path));

    private bool IsOnShelf(string hash) => Directory.EnumerateFiles(Path.Combine(site.Folder, "sheets")).Any(file => Path.GetFileName(file).StartsWith(hash, StringComparison.Ordinal));

    private Dictionary<string, string> Hashes() =>
        site.Files.ToDictionary(path => path, path => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(site.Read(path))));
}
