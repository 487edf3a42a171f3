using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Embedded;
using Transparency.Portal.Tests.Embedded;
using Transparency.Portal.Tests.Files;
using Transparency.Portal.Tests.Office;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Operations;

/// <summary>
/// The power fails in the office: portal, database and typesetter are killed while approvals come in. Whoever was told that it is
/// approved finds it approved, and nothing has to be put right by hand.
/// </summary>
public sealed class KilledTogetherTests : IAsyncLifetime
{
    private const int PerRound = 4;
    private const int Rounds = 20;

    private readonly ScratchCluster scratch = ScratchCluster.New("data");
    private ClusterInUse? use;
    private OfficeHost? host;

    public async Task InitializeAsync()
    {
        use = await scratch.UseAsync();
        // Without a pool: a connection kept from before a kill would fail the test itself.
        host = await OfficeHost.OnAsync(new NpgsqlConnectionStringBuilder(use.ConnectionString) { Pooling = false }.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await host!.DisposeAsync();
        await use!.DisposeAsync();
        await scratch.DisposeAsync();
    }

    [Fact]
    [Trait("Run", "long")]
    public async Task Every_approval_that_was_answered_is_there_and_nothing_lies_open()
    {
        var waiting = new Queue<string>(await ReadyToApproveAsync(Rounds * PerRound));
        var approved = new List<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            using var portal = await PortalAsync();
            var approver = await SignedInAsync(portal.Address);
            if (round == 1) await BringFilesAsync(portal.Address);
            var approvals = ApproveAsync(approver, waiting, approved);
            // Later than the first answer, or nothing would be at stake.
            while (approved.Count < ((round - 1) * PerRound) + 1 && !approvals.IsCompleted) await Task.Delay(20);
            await Task.Delay(RandomNumberGenerator.GetInt32(0, 1_500));
            Action[] kills = [portal.KillTypesetters, scratch.Kill, portal.Kill];
            RandomNumberGenerator.Shuffle<Action>(kills);
            foreach (var kill in kills) kill();
            await approvals;
        }
        Assert.NotEmpty(approved);
        foreach (var verb in new[] { "publish", "check", "verify" })
        {
            var (code, said) = await RunAsync(verb);
            Assert.True(code == 0, $"{verb}: {said}");
        }
        foreach (var id in approved)
        {
            var row = await host!.RowAsync(id);
            Assert.Equal(PublicStatus.Approved, row.Status);
            var notice = Path.Combine(scratch.DataFolder, "site", SiteMap.DeclarationFolder(row.Number), "notice.json");
            Assert.Contains("\"kind\": \"Approval\"", await File.ReadAllTextAsync(notice, Encoding.UTF8), StringComparison.Ordinal);
        }
        Assert.Equal([], OpenToOthers());
    }

    /// <summary>Of the data folder, what others may read, list or write, and what a web server or the cluster's account cannot pass.</summary>
    private IEnumerable<string> OpenToOthers()
    {
        const UnixFileMode others = (UnixFileMode)0b000_111_111;
        var (data, site, cluster) = (scratch.DataFolder, Path.Combine(scratch.DataFolder, "site"), scratch.Near);
        foreach (var path in Directory.EnumerateFileSystemEntries(data, "*", SearchOption.AllDirectories).Prepend(data))
        {
            if (path.StartsWith(cluster + "/", StringComparison.Ordinal)) continue; // its account's own, 0700, and two lists of accounts
            var inTree = (path == site || path.StartsWith(site + "/", StringComparison.Ordinal)) && Path.GetFileName(path) != ".standing";
            var expected = inTree ? (Directory.Exists(path) ? 0b101_101 : 0b100_100) : path == data || path == cluster ? 0b001_001 : 0;
            if ((File.GetUnixFileMode(path) & others) is var mode && (int)mode != expected) yield return $"{path}: {Convert.ToString((int)mode, 8)}";
        }
    }

    private async Task<IReadOnlyList<string>> ReadyToApproveAsync(int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++) ids.Add(await host!.OpenedAsync());
        foreach (var id in ids) await host!.CloseAsync(id);
        return ids;
    }

    private static async Task ApproveAsync(Visitor approver, Queue<string> waiting, List<string> approved)
    {
        try
        {
            for (var i = 0; i < PerRound && waiting.TryDequeue(out var id); i++)
            {
                var done = await approver.SendAsync(await approver.GoAsync($"/office/declarations/{id}"), "form[action$='/approve']");
                if (done is { Status: 200, Query: "?done=approve" }) approved.Add(id);
            }
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or InvalidOperationException)
        {
            // Not answered, so nothing was promised. A page that says "away" has no form to send.
        }
    }

    /// <summary>What an officer brings besides words: an attachment and a sheet to look through.</summary>
    private async Task BringFilesAsync(string address)
    {
        var clerk = await SignedInAsync(address, SampleOfficers.Clerk);
        var form = await clerk.GoAsync("/office/declarations/new?matter=works-large&village=04");
        var done = await clerk.SendFilesAsync(form, "form.column", new { title = "修路", attachments_1_name = "照片" }, ("attachments_1_upload", "a.jpg", RealFiles.Photo));
        Assert.NotEqual(503, done.Status);
        var admin = await SignedInAsync(address, SampleOfficers.Everyone);
        await admin.UploadAsync(await admin.GoAsync("/office/import"), "villages", "v.csv", "code,name\n");
        Assert.All(["attachments", "uploads"], folder => Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(scratch.DataFolder, folder), "*", SearchOption.AllDirectories)));
    }

    private async Task<Visitor> SignedInAsync(string address, Officer? by = null)
    {
        var link = await SignIn.IssueLinkAsync(host!.Store, (by ?? SampleOfficers.Approver).Id, SignIn.Now);
        var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(address) });
        Assert.Equal("/office", (await visitor.SendAsync(await visitor.GoAsync($"/office/sign-in/{link}"), "main form")).Path);
        return visitor;
    }

    private sealed record Served(Process Process, string Address) : IDisposable
    {
        public void Kill()
        {
            Process.Kill(entireProcessTree: false);
            Process.WaitForExit();
        }

        public void KillTypesetters()
        {
            foreach (var stat in Directory.EnumerateDirectories("/proc").Select(folder => Path.Combine(folder, "stat")).Where(File.Exists))
            {
                try
                {
                    // proc(5): the command in parentheses, then state and parent.
                    var words = File.ReadAllText(stat);
                    if (!words.Contains("(node", StringComparison.Ordinal) || words.Split(')')[^1].Split(' ')[2] != Process.Id.ToString(CultureInfo.InvariantCulture)) continue;
                    using var typesetter = Process.GetProcessById(int.Parse(words.Split(' ')[0], CultureInfo.InvariantCulture));
                    typesetter.Kill();
                }
                catch (Exception ended) when (ended is IOException or ArgumentException or InvalidOperationException)
                {
                    // Ended while it was looked at.
                }
            }
        }

        public void Dispose()
        {
            if (!Process.HasExited) Process.Kill(entireProcessTree: true);
            Process.Dispose();
        }
    }

    private async Task<Served> PortalAsync()
    {
        var process = Start("serve", "--urls=http://127.0.0.1:0");
        // 办公端 … · the portal listens on ADDRESS, the office on ADDRESS/office
        var said = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var at = said.IndexOf("http://", StringComparison.Ordinal);
        return new(process, said[at..said.IndexOfAny([' ', ',', '，', '。', ';', '；', '/'], at + 7)]);
    }

    private async Task<(int Code, string Said)> RunAsync(string verb)
    {
        using var process = Start(verb);
        _ = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? "" : said);
    }

    private Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Transparency.Portal.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Sunshine__DataFolder"] = scratch.DataFolder;
        start.Environment["Sunshine__Today"] = "2026-09-20 09:00";
        start.Environment.Remove("ConnectionStrings__Store");
        return Process.Start(start)!;
    }
}
