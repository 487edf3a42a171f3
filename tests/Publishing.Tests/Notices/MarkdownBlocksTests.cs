using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Words;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Notices;

public class MarkdownBlocksTests
{
    [Fact]
    public void Every_kind_of_block_has_its_place() =>
        Assert.Equal(
            """
            heading: 一、经过
            paragraph: 甲村*修路*，**18 万元**
            bullets: 路基 | 砂石
            numbers: 申报 | 审核
            quote: 第六条
            quote: 第七条
            """.ReplaceLineEndings("\n"),
            Shown("# 一、经过\n\n甲村*修路*，**18 万元**\n\n- 路基\n- 砂石\n\n1. 申报\n2. 审核\n\n> 第六条\n>\n> 第七条"));

    [Fact]
    public void Html_is_shown_as_text_and_never_becomes_markup() =>
        Assert.Equal(
            "paragraph: <script>alert(1)</script>\nparagraph: 甲<img src=x onerror=alert(1)>乙",
            Shown("<script>alert(1)</script>\n\n甲<img src=x onerror=alert(1)>乙"));

    [Theory]
    [InlineData("[甲](https://yangzi.example/a)", "https://yangzi.example/a")]
    [InlineData("[甲](http://yangzi.example)", "http://yangzi.example/")]
    [InlineData("<https://yangzi.example/a>", "https://yangzi.example/a")]
    [InlineData("[甲](javascript:alert(1))", null)]
    [InlineData("[甲](JaVaScRiPt:alert(1))", null)]
    [InlineData("[甲](&#106;avascript:alert(1))", null)]
    [InlineData("[甲](data:text/html,x)", null)]
    [InlineData("<javascript:alert(1)>", null)]
    [InlineData("[甲](//yangzi.example)", null)]
    [InlineData("[甲](/office)", null)]
    [InlineData("![甲](https://yangzi.example/a.png)", null)]
    public void A_link_leads_to_the_web_or_is_text(string markdown, string? address)
    {
        var run = Assert.Single(Assert.Single(MarkdownBlocks.From(markdown)).Items[0]);
        Assert.Equal(address, run.Link);
        Assert.NotEmpty(run.Text);
    }

    [Fact]
    public void Inner_points_are_lines_of_their_point_so_that_the_numbers_stay() =>
        Assert.Equal(
            "numbers: 路基\n– 挖方\n　– 机械\n– 填方 | 砂石",
            Shown("1. 路基\n   - 挖方\n     - 机械\n   - 填方\n2. 砂石"));

    [Fact]
    public void A_list_in_a_quote_keeps_its_points() =>
        Assert.Equal("quote: – 甲\n– 乙", Shown("> - 甲\n> - 乙"));

    [Fact]
    public void Code_tables_images_and_rules_keep_only_their_text() =>
        Assert.Equal(
            "paragraph: a < b\nparagraph: 甲 x 乙\nparagraph: | 甲 | 乙 | |---|---| | 1 | 2 |",
            Shown("```sh\na < b\n```\n\n甲 `x` ![乙](y.png)\n\n---\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"));

    [Theory]
    [InlineData("中文\n换行", "中文换行")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("硬  \n换行", "硬\n换行")]
    [InlineData("a\tb\u0007c\u0085d", "a bcd")]
    public void Line_ends_and_control_characters(string markdown, string text) =>
        Assert.Equal("paragraph: " + text, Shown(markdown));

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n")]
    [InlineData("#\n\n-\n\n>")]
    [InlineData("[甲]: https://yangzi.example")]
    public void Nothing_said_is_no_block(string markdown) => Assert.Empty(MarkdownBlocks.From(markdown));

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("*a ")]
    [InlineData("**甲_")]
    [InlineData("[a](")]
    [InlineData("<")]
    [InlineData("`a``")]
    [InlineData("&#x;")]
    [InlineData("> - ")]
    public void Many_evil_characters_lose_no_text(string piece)
    {
        var evil = string.Concat(Enumerable.Repeat(piece, Amount.Of(8_000, 100_000) / piece.Length)) + "末";
        var text = string.Concat(MarkdownBlocks.From(evil).SelectMany(b => b.Items).SelectMany(i => i).Select(r => r.Text));
        Assert.EndsWith("末", text, StringComparison.Ordinal);
    }

    private static string Shown(string markdown) =>
        string.Join('\n', MarkdownBlocks.From(markdown).Select(b => $"{b.Kind}: {string.Join(" | ", b.Items.Select(Shown))}"));

    private static string Shown(IReadOnlyList<Run> runs) => string.Concat(runs.Select(r =>
        r.Strong ? $"**{r.Text}**" : r.Emphasis ? $"*{r.Text}*" : r.Text));
}
