using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

public sealed class HostileText
{
    public static TheoryData<string> Paths => RenderedSite.PagePaths();

    [Theory, MemberData(nameof(Paths))]
    public void Typed_text_never_becomes_markup(string path)
    {
        var page = RenderedSite.Pages[path];
        Assert.All(page.QuerySelectorAll("script"), s => Assert.EndsWith("assets/search.js", s.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("img, b, iframe, [onerror], [onclick], [style], [href^=javascript]"));
    }

    [Fact]
    public void What_was_typed_is_shown_as_typed()
    {
        var page = RenderedSite.Pages[SiteMap.Declaration(SampleDeclarations.Hostile.Number)];
        Assert.Equal("横里路村<script>alert(1)</script>水渠 & \"引号\" '单引号'", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("<img src=x onerror=alert(1)>", page.QuerySelector(".five dd")!.TextContent);
    }

    [Fact]
    public void Rare_characters_and_wide_spaces_stay_themselves() =>
        Assert.Contains("<h1>河口村𠮷家桥　危桥改造</h1>", RenderedSite.Text(SiteMap.Declaration(SampleDeclarations.ChineseOnly.Number)), StringComparison.Ordinal);
}
