using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Transparency.Portal.Tests.Publication;

/// <summary>Whoever follows a figure of the overview finds as many cases behind it as the figure says.</summary>
public sealed class DemoOverviewTests(DemoTreeFixture demo) : IClassFixture<DemoTreeFixture>
{
    private const string Months = "statements/2026/index.html";

    [Fact]
    public void Villages_that_published_last_month()
    {
        using var page = Page(Months);
        var section = page.QuerySelector("section[aria-labelledby='m2026-08']")!;
        Assert.Equal($"2026年8月：{section.QuerySelectorAll("tbody tr").Length} 个村已公开，共 13 个村", Words(Months));
    }

    [Fact]
    public void Works_under_way_and_finished()
    {
        using var page = Page("works/index.html");
        int Rows(string part) => page.QuerySelectorAll($"section[aria-labelledby='{part}'] tbody tr").Length;
        Assert.Equal($"正在办 {Rows("doing")} 项，办完付清 {Rows("done")} 项", Words("works/index.html"));
    }

    [Fact]
    public void Tenders_of_the_year()
    {
        using var page = Page("tenders/2026/index.html");
        var cases = page.QuerySelectorAll("main ul.cases > li");
        Assert.Equal($"2026 年公开 {cases.Length} 件，其中正在招标 {cases.Count(c => c.TextContent.Contains("正在招标", StringComparison.Ordinal))} 件", Words("tenders/2026/index.html"));
    }

    [Fact]
    public void Lots_of_the_coal_season()
    {
        using var page = Page("coal/2025-2026/index.html");
        Assert.StartsWith($"{page.QuerySelector("main table")!.QuerySelectorAll("tbody tr").Length} 个标段", Words("coal/2025-2026/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Contracts_of_the_clean_up()
    {
        const string Drive = "agreements/clean-up/saltpans-2026/index.html";
        using var page = Page(Drive);
        var cases = page.QuerySelectorAll("[id^='case-']").Length;
        Assert.Contains($"{cases} 份", Words(Drive), StringComparison.Ordinal);
        Assert.Equal(40, cases);
    }

    [Fact]
    public void The_calendar_shows_what_is_late_due_soon_and_a_signed_nothing()
    {
        using var page = Page("calendar/index.html");
        var cells = page.QuerySelectorAll(".cell").Select(c => c.TextContent).ToList();
        var late = cells.Count(c => c.Contains("逾期", StringComparison.Ordinal));
        Assert.True(late > 0 && cells.Exists(c => c.Contains("快到期", StringComparison.Ordinal)) && cells.Exists(c => c.Contains("无事项", StringComparison.Ordinal)), string.Join(' ', cells.Distinct()));
        using var home = Page("index.html");
        Assert.Contains($"有 {late} 项该公开没公开", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>What stands beside the home page's link to a page.</summary>
    private string Words(string path)
    {
        using var home = Page("index.html");
        var link = home.QuerySelectorAll("section[aria-labelledby='glance'] a").First(a => a.GetAttribute("href")!.Split('#')[0] == path);
        return link.ParentElement!.QuerySelector("p")!.TextContent.Trim();
    }

    private IDocument Page(string path) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(demo.Site.Read(path)));
}
