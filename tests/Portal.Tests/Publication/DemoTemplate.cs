using System.Security.Cryptography;
using System.Text;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Embedded;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Publication;

/// <summary>A town acted out, typeset and published once for a whole run of the tests; every test that needs a town of its own copies it.</summary>
public sealed class DemoTemplate(string name, Func<IEnumerable<ScenarioAct>> acts)
{
    /// <summary>A name that no host bears, so that a browser can be led to any port.</summary>
    public const string Address = "http://sunshine.example";

    // Sheets that single tests have typeset again, and more than one reads.
    private static readonly string[] Named = ["declarations/2025/0001/", "declarations/2026/0001/", "declarations/2026/0012/"];

    private static readonly DateTimeOffset Today = Shanghai.At(new(2026, 9, 14), new(9, 0));

    private static readonly IReadOnlyList<ScenarioAct> WithPicture =
    [
        new("young", 1, Today, "sun-li", "draft", "picture", new Dictionary<string, string>
        {
            ["title"] = "镇级工程", ["matter"] = "town-works", ["what"] = "修一段路", ["for_whom"] = "待定", ["ask"] = "镇经管站",
            ["sources"] = "镇财政|Town = 10000.00", ["attachments"] = "files/notice-board.jpg = 公示栏",
        }),
        new("young", 2, Today.AddMinutes(1), "sun-li", "declare", "picture", new Dictionary<string, string>()),
        new("young", 3, Today.AddMinutes(2), "wu-tao", "pass-review", "picture", new Dictionary<string, string>()),
        new("young", 4, Today.AddMinutes(3), "wu-tao", "open-window", "picture", new Dictionary<string, string>()),
    ];

    /// <summary>The demo town as it is shown to people.</summary>
    public static DemoTemplate Whole { get; } = new("demo", Scenario.All);

    /// <summary>
    /// Its first ten months and a picture: leases, declarations, tenders, decisions, a clean-up, the first statements. A fifth of the
    /// whole, for tests of what happens to a tree and its store, to which any town will do.
    /// </summary>
    public static DemoTemplate Young { get; } =
        new("young", () => [.. Scenario.All().Where(act => Shanghai.DayOf(act.At) < new DateOnly(2025, 11, 1)), .. WithPicture]);

    private string Folder => Path.Combine(TestRun.Folder, name);

    /// <summary>
    /// Which of these sheets are real ones: of each kind the first and the last, under <c>--long</c> all. A small file stands on the shelf
    /// for every other, since five hundred sheets are a tenth of a run's work, and few tests look into one.
    /// </summary>
    public static IReadOnlySet<string> Typeset(IEnumerable<string> paths)
    {
        var sheets = paths.Where(path => path.EndsWith(".pdf", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var named = sheets.Where(path => Amount.IsLong || Named.Any(at => path.StartsWith(at, StringComparison.Ordinal)));
        return Kinds.FirstAndLast(sheets, 2).Concat(named).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A connection string to a database with the town in it.</summary>
    public async Task<string> CopyDatabaseAsync() => await TestCluster.NewDatabaseAsync(copyOf: await MadeAsync());

    /// <summary>Its tree, to be read and not to be changed.</summary>
    public async Task<string> TreeAsync()
    {
        await MadeAsync();
        return Path.Combine(Folder, "site");
    }

    /// <summary>Puts the sheets that are typeset already into a data folder.</summary>
    public void CopySheets(string dataFolder) => Copy("sheets", dataFolder);

    /// <summary>Puts the files that its acts brought into a data folder: a copied database names them.</summary>
    public void CopyAttachments(string dataFolder) => Copy("attachments", dataFolder);

    /// <summary>Puts the key by which its officers' numbers are compared into a data folder.</summary>
    public void CopyKeys(string dataFolder) => Copy("keys", dataFolder);

    /// <summary>Puts the tree that is published already into a data folder.</summary>
    public void CopyTree(string dataFolder) => Copy("site", dataFolder);

    private void Copy(string folder, string dataFolder)
    {
        var (from, to) = (Path.Combine(Folder, folder), Path.Combine(dataFolder, folder));
        Directory.CreateDirectory(to);
        foreach (var made in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, made)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private Task<string> MadeAsync() => TestCluster.TemplateAsync(name, async way =>
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true); // of somebody who died while making it
        var settings = new PortalSettings(way, Folder, Path.Combine(Folder, "site"), Address, null, [Language.Zh, Language.En], null, "http://127.0.0.1:0");
        await using var store = await OpenStore.OpenAsync(settings, new PortalClock(TimeProvider.System, PortalClock.DemoStart), NullLoggerFactory.Instance);
        await new RunScenario(store, [.. acts()]).RunAsync(new Progress<(int, int)>());
        await StandInAsync(store);
        await using var press = OpenPress.Over(store);
        var done = await press.Publisher.RunAsync(rebuild: false, CancellationToken.None);
        Assert.True(done is { Fault: null, Findings: [], WaitingForPdf: [] }, done?.ToString());
    });

    private async Task StandInAsync(OpenStore store)
    {
        var register = await new ReadRegister(store.Store, PortalStreams.All, store.ConnectionString).ReadAsync(hinted: null, CancellationToken.None);
        var site = new SiteModel(register!, Shanghai.DayOf(store.Clock.GetUtcNow()), new(store.Settings.PublicAddress, store.Settings.Languages));
        var sheets = Sheet.All(site).ToList();
        var typeset = Typeset(sheets.Select(sheet => sheet.Path));
        var shelf = Directory.CreateDirectory(Path.Combine(Folder, "sheets")).FullName;
        var standing = new List<TypesetSheet>();
        foreach (var sheet in sheets.Where(sheet => !typeset.Contains(sheet.Path)))
        {
            var bytes = Encoding.UTF8.GetBytes($"%PDF-1.7\n%stands for {sheet.Key}\n");
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            await File.WriteAllBytesAsync(Path.Combine(shelf, $"{hash}.pdf"), bytes);
            standing.Add(new(sheet.Key, hash, "stand-in"));
        }
        await store.Store.BulkInsertAsync(standing);
    }
}
