using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Transparency.Portal.Tests.Publication;

/// <summary>Whatever a file of the demo tree points to is there: pages, places in pages, styles, downloads, and the addresses in feeds, sitemaps, calendar and data package.</summary>
public sealed partial class DemoLinksTests(DemoTreeFixture demo) : IClassFixture<DemoTreeFixture>
{
    private const string Address = $"{DemoTemplate.Address}/";

    private readonly HashSet<string> files = [.. demo.Site.Files];

    [Fact]
    public void Every_link_place_and_asset_of_every_page_is_there()
    {
        var links = new ConcurrentBag<(string From, string Link, string To, string Fragment)>();
        var places = new ConcurrentDictionary<string, HashSet<string>>();
        Parallel.ForEach(files.Where(IsPage), path =>
        {
            using var page = new HtmlParser().ParseDocument(Read(path));
            places[path] = [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)];
            foreach (var link in Addresses(page).Where(a => !IsAct(a)))
                if (Target(path, link) is { } target) links.Add((path, link, target.Path, target.Fragment));
        });
        Assert.True(links.Count > 1000, $"only {links.Count} links: this would prove nothing");
        var dead = links.Where(l => !files.Contains(l.To) || (l.Fragment.Length > 0 && !places[l.To].Contains(l.Fragment)));
        Assert.Equal("", string.Join('\n', dead.Select(l => $"{l.From}: {l.Link}").Order(StringComparer.Ordinal).Take(20)));
    }

    /// <summary>A folder has no server that would find an index page or a root: from the disk, every link must name a file from where it stands.</summary>
    [Fact]
    public void Opened_from_a_folder_links_lead_on_all_the_same()
    {
        foreach (var path in files.Where(f => IsPage(f) && !f.EndsWith("404.html", StringComparison.Ordinal)))
        {
            using var page = new HtmlParser().ParseDocument(Read(path));
            foreach (var link in Addresses(page).Where(a => !IsAct(a) && !a.StartsWith('#')))
            {
                Assert.False(link.StartsWith('/') || link.StartsWith(Address, StringComparison.Ordinal), $"{path}: {link}");
                Assert.False(link.Split('#', '?')[0].EndsWith('/'), $"{path}: {link}");
            }
        }
    }

    [Fact]
    public void What_styles_feeds_sitemaps_calendar_and_data_package_point_to_is_there()
    {
        var found = 0;
        foreach (var path in files.Where(f => f.EndsWith(".atom", StringComparison.Ordinal) || f.EndsWith(".xml", StringComparison.Ordinal) || f.EndsWith("feed.json", StringComparison.Ordinal) || f.EndsWith(".ics", StringComparison.Ordinal)))
            foreach (Match match in Absolute().Matches(Read(path).Replace("\r\n ", "", StringComparison.Ordinal)))
            {
                found++;
                AssertThere(path, match.Value[Address.Length..].Split('#')[0]);
            }
        using var package = JsonDocument.Parse(Read("data/datapackage.json"));
        foreach (var resource in package.RootElement.GetProperty("resources").EnumerateArray())
        {
            found++;
            AssertThere("data/datapackage.json", Target("data/datapackage.json", resource.GetProperty("path").GetString()!)!.Value.Path);
        }
        foreach (Match match in InStyles().Matches(Read("assets/site.css"))) AssertThere("assets/site.css", Target("assets/site.css", match.Groups[1].Value)!.Value.Path);
        Assert.True(found > 100, $"only {found} addresses: this would prove nothing");
    }

    private void AssertThere(string from, string target) =>
        Assert.True(files.Contains(target.Length == 0 || target.EndsWith('/') ? $"{target}index.html" : target), $"{from} points to {target}, which is not there");

    private string Read(string path) => Encoding.UTF8.GetString(demo.Site.Read(path));

    private static bool IsPage(string path) => path.EndsWith(".html", StringComparison.Ordinal);

    private static bool IsAct(string address) => address.StartsWith($"{Address}act/", StringComparison.Ordinal);

    private static IEnumerable<string> Addresses(IDocument page) =>
        page.QuerySelectorAll("[href], [src], [action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!);

    /// <returns>null for an address outside the site</returns>
    private static (string Path, string Fragment)? Target(string from, string link)
    {
        var to = new Uri(new Uri(new Uri(Address), from), link);
        return to.AbsoluteUri.StartsWith(Address, StringComparison.Ordinal) ? (Uri.UnescapeDataString(to.AbsolutePath[1..]), Uri.UnescapeDataString(to.Fragment.TrimStart('#'))) : null;
    }

    [GeneratedRegex(@"http://sunshine\.example/[^""<\s]*")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"url\(""?(?!data:)([^"")]+)")]
    private static partial Regex InStyles();
}
