using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Notices;

namespace Transparency.Portal.Tests.Publication;

/// <summary>What was published first is published for ever: neither a later program nor a changed record alters data or check code.</summary>
public sealed class FrozenTests : IAsyncLifetime
{
    private const string Road = "declarations/2026/0001/";

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private DemoSite site = null!;

    public async Task InitializeAsync() => site = await DemoSite.NewAsync(of: DemoTemplate.Young);

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Fact]
    public async Task Data_of_a_program_before_stay_as_they_were_and_the_pages_print_their_check_code()
    {
        // It did not write down yet who published.
        var node = System.Text.Json.Nodes.JsonNode.Parse(site.Read($"{Road}notice.json"))!.AsObject();
        var section = Section(site.Read($"{Road}notice.json"));
        Assert.True(node.Remove("by"));
        node["section"] = "§";
        var before = Encoding.UTF8.GetBytes(node.ToJsonString(Readable).Replace("\"§\"", section, StringComparison.Ordinal) + "\n");
        await ForgeAsync($"{Road}e1", before);
        await using var press = OpenPress.Over(site.Store);
        var done = (await press.Publisher.RunAsync(rebuild: true, default))!;
        Assert.Equal((null, 0), (done.Fault, done.Findings.Count));
        Assert.Equal(before, site.Read($"{Road}notice.json"));
        Assert.All(["", "en/"], language =>
            Assert.Contains(NoticeJson.CheckCode(before), Encoding.UTF8.GetString(site.Read($"{language}{Road}index.html")), StringComparison.Ordinal));
        Assert.Equal(0, (await press.Publisher.RunAsync(rebuild: true, default))!.Written);
        Assert.Empty(await CheckNotices.RunAsync(site.Store));
    }

    /// <summary>Somebody with the keys of the database rewrites what was published, as if a program before had made it so.</summary>
    [Fact]
    public async Task A_rewritten_row_of_the_shelf_is_published_nowhere_and_named()
    {
        (string Case, string Words, string Forged)[] forgeries =
        [
            (Road, "\"date\": \"2026-", "\"date\": \"2025-"),
            ("declarations/2025/0001/", "\"title\":{\"zh\":\"", "\"title\":{\"zh\":\"假"),
            ("declarations/2025/0001/e/1/", "\"format\": \"sunshine-declaration/1\"", "\"format\": \"sunshine-declaration/0\""),
            ("declarations/2025/0002/", "\"edition\": 2,", "\"edition\": 2,\"note\": {\"zh\": \"加一句\"},"),
        ];
        var stood = forgeries.ToDictionary(f => f.Case, f => (Notice: site.Read($"{f.Case}notice.json"), Page: site.Read($"{f.Case}index.html")));
        foreach (var (at, words, instead) in forgeries)
        {
            var notice = Encoding.UTF8.GetString(stood[at].Notice);
            var edition = System.Text.Json.JsonDocument.Parse(notice).RootElement.GetProperty("edition").GetInt32();
            var rewritten = notice.Replace(words, instead, StringComparison.Ordinal);
            Assert.NotEqual(notice, rewritten);
            await ForgeAsync(string.Create(CultureInfo.InvariantCulture, $"{at.Split("e/")[0]}e{edition}"), Encoding.UTF8.GetBytes(rewritten));
        }
        List<string> forged = [.. forgeries.Select(f => $"{f.Case}notice.json").Order(StringComparer.Ordinal)];
        // A certificate bears the hash of the opening that it certifies.
        string[] named = ["declarations/2025/0001/certificate/1/certificate.json", .. forged];
        await using (var press = OpenPress.Over(site.Store))
        {
            var done = (await press.Publisher.RunAsync(rebuild: true, default))!;
            Assert.Equal(named, Differing(done.Findings));
            Assert.All(forgeries, f => Assert.Equal(stood[f.Case].Notice, site.Read($"{f.Case}notice.json")));
            Assert.All(forgeries, f => Assert.Equal(stood[f.Case].Page, site.Read($"{f.Case}index.html")));
            Assert.Equal(forged, Differing(await CheckNotices.RunAsync(site.Store)));
        }

        // Where nothing stands the forgery does not either, nor is a sheet made of it: it fails alone, and is named.
        File.Delete(Path.Combine(site.Tree, $"{Road}notice.json"));
        File.Delete(Path.Combine(site.Tree, $"{Road}notice.pdf"));
        await using (var session = site.Store.Store.QuerySession())
            File.Delete(Path.Combine(site.Folder, "sheets", $"{(await session.LoadAsync<TypesetSheet>($"{Road}e1"))!.Sha256}.pdf"));
        File.WriteAllText(Path.Combine(site.Tree, "rules", "index.html"), "changed by hand");
        await using var again = OpenPress.Over(site.Store);
        var second = (await again.Publisher.RunAsync(rebuild: true, default))!;
        Assert.Equal((null, $"{Road}notice.pdf"), (second.Fault, (string)second.Failing.Single().Arguments[0]));
        Assert.Equal(named, Differing(second.Findings));
        Assert.False(File.Exists(Path.Combine(site.Tree, $"{Road}notice.json")));
        Assert.False(File.Exists(Path.Combine(site.Tree, $"{Road}notice.pdf")));
        Assert.DoesNotContain("changed by hand", Encoding.UTF8.GetString(site.Read("rules/index.html")), StringComparison.Ordinal);
        Assert.Equal($"{Road}notice.pdf", new Transparency.Publishing.Tree.PublishedTree(site.Tree).Remembered()!.Failing.Single().Where);
    }

    [Fact]
    public async Task The_shelf_cannot_be_changed_by_accident()
    {
        foreach (var sql in new[] { "update portal.mt_doc_shelvednotice set data = data", "delete from portal.mt_doc_shelvednotice", "truncate portal.mt_doc_shelvednotice" })
            Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql))).SqlState);
    }

    [Fact]
    public async Task A_certificate_is_not_rewritten_when_an_answer_is_altered_and_the_press_says_so()
    {
        var path = site.Files.First(p => p.EndsWith("/certificate.json", StringComparison.Ordinal) && Encoding.UTF8.GetString(site.Read(p)).Contains("\"answer\"", StringComparison.Ordinal));
        var stood = site.Read(path);
        var answer = System.Text.Json.JsonDocument.Parse(stood).RootElement.GetProperty("objections")[0].GetProperty("answer").GetProperty("zh").GetString()!;
        await RunAsync(
            "update portal.mt_doc_declarationonregister set data = replace(data::text, $1, $2)::jsonb, mt_version = mt_version where data::text like '%' || $1 || '%'",
            answer, "改过的答复");
        await using var press = OpenPress.Over(site.Store);
        var done = (await press.Publisher.RunAsync(rebuild: true, default))!;
        Assert.Contains(done.Findings, why => why.Code == "notice.differs" && (string)why.Arguments[0] == path);
        Assert.Equal(stood, site.Read(path));
    }

    [Fact]
    public async Task Every_edition_is_on_the_shelf_as_it_stands()
    {
        await using var session = site.Store.Store.QuerySession();
        foreach (var path in site.Files.Where(p => p.EndsWith("/notice.json", StringComparison.Ordinal)))
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(site.Read(path)));
            Assert.Contains(await ShelvedAsync(session, path), one => one.Sha256 == sha256 && Encoding.UTF8.GetBytes(one.Json).SequenceEqual(site.Read(path)));
        }
    }

    private static async Task<IReadOnlyList<ShelvedNotice>> ShelvedAsync(Marten.IQuerySession session, string path)
    {
        var folder = path.IndexOf("/e/", StringComparison.Ordinal) is > 0 and var cut ? path[..cut] : path[..path.LastIndexOf('/')];
        var keys = Enumerable.Range(1, 9).Select(n => string.Create(CultureInfo.InvariantCulture, $"{folder}/e{n}")).ToArray();
        return [.. await session.LoadManyAsync<ShelvedNotice>(keys)];
    }

    private static IEnumerable<string> Differing(IEnumerable<Contracts.Refusal> findings) =>
        findings.Where(why => why.Code == "notice.differs").Select(why => (string)why.Arguments[0]).Distinct().Order(StringComparer.Ordinal);

    private static string Section(byte[] notice)
    {
        using var json = System.Text.Json.JsonDocument.Parse(notice);
        return json.RootElement.GetProperty("section").GetRawText();
    }

    private async Task ForgeAsync(string key, byte[] bytes)
    {
        await RunAsync("alter table portal.mt_doc_shelvednotice disable trigger all");
        await RunAsync(
            "update portal.mt_doc_shelvednotice set data = data || jsonb_build_object('json', $2, 'sha256', $3, 'version', '0.1') where id = $1",
            key, Encoding.UTF8.GetString(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private async Task RunAsync(string sql, params string[] values)
    {
        await using var connection = new NpgsqlConnection(site.Store.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }
}
