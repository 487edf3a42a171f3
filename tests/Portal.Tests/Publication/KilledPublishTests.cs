using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Publication;

/// <summary>
/// The power fails: <c>publish</c> is killed again and again at random moments, an approval before each, while a reader goes on reading.
/// A few random moments show that the programs around the tree hold too; that every step may be the last is shown one by one elsewhere.
/// Nobody cleans up in between; the next run goes on from what is there.
/// </summary>
public sealed partial class KilledPublishTests
{
    private static readonly int Kills = Amount.Of(12, inLong: 50);
    private static readonly DateTimeOffset Opened = Shanghai.At(new(2026, 9, 7), new(9, 0));

    [Fact]
    public async Task Killed_at_any_moment_it_loses_no_approval_and_breaks_no_page()
    {
        await using var site = await DemoSite.NewAsync(of: DemoTemplate.Young);
        var waiting = await ReadyToApproveAsync(site, Kills);
        Assert.Equal(0, await RunAsync(site, "publish"));
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() => ReadOnAsync(site.Tree, done.Token));

        for (var kill = 1; kill <= Kills; kill++)
        {
            await ApproveAsync(site, waiting[kill - 1]);
            await KillPublishAsync(site, TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(300, 2_500)));
            if (kill % 12 == 0 || kill == Kills) await ProveWholeAsync(site, waiting.Take(kill));
        }

        await done.CancelAsync();
        Assert.True(await reader > 100, "the reader must have read");
    }

    private static async Task ProveWholeAsync(DemoSite site, IEnumerable<DeclarationId> approved)
    {
        Assert.Equal(0, await RunAsync(site, "publish"));
        Assert.Equal(0, await RunAsync(site, "verify"));
        Assert.Equal(0, await RunAsync(site, "check"));
        await using var session = site.Store.Store.QuerySession();
        foreach (var id in approved)
        {
            var row = (await session.LoadAsync<Publishing.Register.DeclarationOnRegister>(StreamKey.Of(id)))!;
            Assert.Contains("\"kind\": \"Approval\"", Encoding.UTF8.GetString(site.Read($"{SiteMap.DeclarationFolder(row.Number)}notice.json")));
            Assert.True(File.Exists(Path.Combine(site.Tree, SiteMap.DeclarationFolder(row.Number), "notice.pdf")));
        }
    }

    /// <summary>Reads pages as they stand until told to stop: each is whole, and what the home page points to is there.</summary>
    private static async Task<int> ReadOnAsync(string tree, CancellationToken until)
    {
        var (read, round) = (0, 0);
        while (!until.IsCancellationRequested)
        {
            var pages = Directory.EnumerateFiles(tree, "*.html", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.'));
            // A sixteenth at a time, or the reader would take a whole processor from what is being tested.
            foreach (var page in pages.Where((_, i) => i % 16 == round % 16))
            {
                Assert.EndsWith("</html>", File.ReadAllText(page).TrimEnd(), StringComparison.Ordinal);
                read++;
            }
            foreach (Match link in RelativeLink().Matches(File.ReadAllText(Path.Combine(tree, SiteMap.Home))))
                Assert.True(File.Exists(Path.Combine(tree, link.Groups[1].Value)), $"the home page points to {link.Groups[1].Value}, which is not there");
            round++;
            await Task.Delay(300, CancellationToken.None);
        }
        return read;
    }

    [GeneratedRegex("href=\"((?!https?:|#|mailto:|tel:)[^\"#?]+)")]
    private static partial Regex RelativeLink();

    private static async Task KillPublishAsync(DemoSite site, TimeSpan after)
    {
        using var publish = Start(site, "publish");
        var ended = publish.WaitForExitAsync();
        if (await Task.WhenAny(ended, Task.Delay(after)) != ended) publish.Kill(entireProcessTree: true);
        await ended;
    }

    private static async Task<int> RunAsync(DemoSite site, string verb)
    {
        using var process = Start(site, verb);
        var said = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{verb}: {await said}");
        return process.ExitCode;
    }

    private static Process Start(DemoSite site, string verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Transparency.Portal.dll"), verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in site.Configuration) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Process.Start(start)!;
    }

    private static async Task<IReadOnlyList<DeclarationId>> ReadyToApproveAsync(DemoSite site, int count)
    {
        var ready = new List<DeclarationId>();
        for (var i = 1; i <= count; i++) ready.Add(await TownWorks.OpenAsync(site.Store, $"killed-{i:00}", Opened));
        Assert.Empty(await CloseWindow.AllEndedAsync(site.Store.Ledger, Opened.AddDays(10)));
        return ready;
    }

    private static Task ApproveAsync(DemoSite site, DeclarationId id) =>
        TownWorks.MustAsync(site.Store, "approve", id, SampleOfficers.Approver, Opened.AddDays(10));
}
