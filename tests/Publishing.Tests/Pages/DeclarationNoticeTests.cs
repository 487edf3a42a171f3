using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

public sealed class DeclarationNoticeTests
{
    [Fact]
    public void The_sheet_says_what_the_page_says()
    {
        var d = SampleDeclarations.Road;
        var sheet = Sheet(d, d.Current, Language.Zh);
        var page = RenderedSite.Pages[SiteMap.Declaration(d.Number)];
        Assert.Equal("央子镇重大事项公示", sheet.Masthead);
        Assert.Equal(page.QuerySelectorAll(".five dd").Select(e => Plain(e.TextContent)), sheet.Sentences.Select(s => Plain(s.Text + (s.Aside is null ? "" : $" （{s.Aside}）"))));
        Assert.StartsWith(sheet.EditionLine, page.QuerySelector("footer p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://yangzi.example/declarations/2026/0012/#e1", sheet.QrAddress);
        Assert.NotNull(page.QuerySelector("#e1"));
    }

    [Fact]
    public void Every_edition_has_its_place_on_the_page_with_its_check_code()
    {
        foreach (var d in SampleDeclarations.All)
            foreach (var edition in d.Editions)
            {
                var line = RenderedSite.Pages[SiteMap.Declaration(d.Number)].GetElementById($"e{edition.Ordinal}")!;
                Assert.Contains(NoticeJson.CheckCode(NoticeJson.Of(d, edition)), line.TextContent, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void What_comes_later_does_not_change_a_frozen_sheet()
    {
        var d = SampleDeclarations.Revoked;
        var then = d with { Status = PublicStatus.InPublicity, Editions = [d.Editions[0]], Timeline = [] };
        Assert.Equivalent(Sheet(then, then.Current, Language.Zh), Sheet(d, d.Editions[0], Language.Zh), strict: true);
    }

    [Fact]
    public void A_decision_taken_is_an_announcement_and_a_refusal_gives_its_reason()
    {
        var d = SampleDeclarations.Refused;
        var sheet = Sheet(d, d.Current, Language.Zh);
        Assert.Equal("央子镇重大事项公告", sheet.Masthead);
        Assert.Contains(sheet.Body, b => b.Items[0][0].Text == $"原因：{d.Current.Note!.Zh}");
    }

    [Fact]
    public void What_is_sent_back_names_the_article_on_its_sheet_and_in_its_data()
    {
        var d = SampleDeclarations.SentBack;
        var sheet = Sheet(d, d.Current, Language.Zh);
        Assert.Contains(sheet.Body, b => b.Items[0][0].Text == $"依据：{d.Current.Law!.Zh}");
        using var json = System.Text.Json.JsonDocument.Parse(NoticeJson.Of(d, d.Current));
        Assert.Equal(d.Current.Law!.Zh, json.RootElement.GetProperty("law").GetProperty("zh").GetString());
        Assert.DoesNotContain("\"law\":", System.Text.Encoding.UTF8.GetString(NoticeJson.Of(d, d.Editions[0])).Split("\"section\"")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_vouches_for_each_file_by_the_first_digits_of_its_hash()
    {
        var d = SampleDeclarations.Road;
        foreach (var (language, name, kind) in new[] { (Language.Zh, "村民代表会议记录", "PDF 文件"), (Language.En, "Minutes of the village representatives' meeting", "PDF") })
        {
            var table = Sheet(d, d.Current, language).Tables[^1];
            var hash = SampleAttachments.Minutes.Sha256.Value;
            Assert.Equal([name, kind, "212 KB", $"{hash[..4]} {hash[4..8]}"], table.Rows[0]);
            Assert.Equal("1.3 MB", table.Rows[1][2]);
        }
        Assert.DoesNotContain(Sheet(SampleDeclarations.Closed, SampleDeclarations.Closed.Current, Language.Zh).Tables, t => t.Caption == "附件");
    }

    [Theory]
    [InlineData(1, "1 KB")]
    [InlineData(1_499, "1 KB")]
    [InlineData(999_499, "999 KB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(10_000_000, "10.0 MB")]
    public void A_files_size_is_said_in_plain_words(long bytes, string words) => Assert.Equal(words, Transparency.Publishing.Texts.Wording.Size(bytes));

    private static NoticeDocument Sheet(DeclarationOnRegister d, Edition edition, Language language) =>
        DeclarationNotice.Of(d, edition, language, SampleTown.Town, SampleTown.Settings, NoticeJson.Of(d, edition));

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
