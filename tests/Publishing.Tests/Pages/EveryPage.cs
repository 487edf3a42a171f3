using System.Text;
using AngleSharp.Dom;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

public sealed class EveryPage
{
    public static TheoryData<string> Paths => RenderedSite.PagePaths();

    [Theory, MemberData(nameof(Paths))]
    public void Has_its_language_one_heading_landmarks_and_a_skip_link(string path)
    {
        var page = RenderedSite.Pages[path];
        Assert.StartsWith("<!doctype html>\n<html lang=", RenderedSite.Text(path), StringComparison.Ordinal);
        Assert.Equal(path.StartsWith("en/", StringComparison.Ordinal) ? "en" : "zh-Hans", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        foreach (var landmark in new[] { "body > header", "body > main", "body > footer", "footer nav" }) Assert.Single(page.QuerySelectorAll(landmark));
        Assert.Equal("#main", page.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main"));
        Assert.False(string.IsNullOrWhiteSpace(page.Title));
        Assert.Contains("示范数据", page.QuerySelector(".demonstration")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Leads_to_itself_in_the_other_language(string path)
    {
        var link = RenderedSite.Pages[path].QuerySelector("header a.language")!;
        var other = path.StartsWith("en/", StringComparison.Ordinal) ? path[3..] : $"en/{path}";
        Assert.Equal(other, Links.Target(path, link.GetAttribute("href")!).Path);
        Assert.Contains(other, RenderedSite.Files.Keys);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Says_its_edition_with_check_code_or_the_day_of_its_newest_act(string path)
    {
        var foot = RenderedSite.Pages[path].QuerySelector("footer p")!.TextContent;
        var ofCase = RenderedSite.Pages[path].QuerySelector("article") is not null;
        Assert.Matches(
            ofCase ? "^(第 \\d 版|Edition \\d) · .+ · (校验码|check code) [0-9a-f]{4} [0-9a-f]{4} · "
            : "^(最近更新 \\d{4}年|Last updated \\d|还没有公开的内容|Nothing has been made public yet)", foot);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Uses_each_id_once_and_names_its_sections(string path)
    {
        var page = RenderedSite.Pages[path];
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), e => Assert.Contains(e.GetAttribute("aria-labelledby"), ids));
    }

    [Theory, MemberData(nameof(Paths))]
    public void Marks_Chinese_on_English_pages(string path)
    {
        if (!path.StartsWith("en/", StringComparison.Ordinal)) return;
        var unmarked = RenderedSite.Pages[path].QuerySelectorAll("main *")
            .Where(e => e.Closest("[lang^=zh]") is null && e.Closest("code, .number") is null)
            .SelectMany(e => e.ChildNodes.OfType<IText>())
            .Select(t => Without(t.Data))
            .Where(t => t.EnumerateRunes().Any(r => r.Value is >= 0x4E00 and < 0xA000 or >= 0x20000));
        Assert.Empty(unmarked);
    }

    [Fact]
    public void Case_pages_never_count_days_left()
    {
        foreach (var (path, page) in RenderedSite.Pages.Where(p => p.Value.QuerySelector("article") is not null))
            foreach (var words in new[] { "还剩", "days left", "day left", "今天", "today" })
                Assert.DoesNotContain(words, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Rendering_again_gives_the_same_bytes()
    {
        var again = RenderedSite.Render(new(SampleTown.Register, SampleTown.AsOf, SampleTown.Settings));
        Assert.Equal(RenderedSite.Files.Keys, again.Keys);
        Assert.All(again, f => Assert.Equal(RenderedSite.Files[f.Key], f.Value));
    }

    [Fact]
    public void A_preview_is_the_page_itself_with_other_links()
    {
        var d = SampleDeclarations.Road;
        Assert.Equal(RenderedSite.Files[SiteMap.Declaration(d.Number)], SitePages.Declaration(RenderedSite.Model, d, Contracts.Language.Zh));
        Assert.Contains("href=\"/site/assets/site.css\"", Encoding.UTF8.GetString(SitePages.Declaration(RenderedSite.Model, d, Contracts.Language.Zh, "/site/")), StringComparison.Ordinal);
    }

    // Public numbers are proper names in every language.
    private static string Without(string text) => text.Replace("央政公示", "", StringComparison.Ordinal).Replace("号", "", StringComparison.Ordinal);
}
