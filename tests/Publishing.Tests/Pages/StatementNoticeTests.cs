using System.Text.Json;
using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.Register;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

public sealed class StatementNoticeTests
{
    [Fact]
    public void The_section_in_the_notice_hashes_to_its_content_hash()
    {
        foreach (var edition in SampleStatements.All.SelectMany(s => s.Editions))
        {
            using var notice = JsonDocument.Parse(NoticeJson.Of(edition));
            var raw = System.Text.Encoding.UTF8.GetBytes(notice.RootElement.GetProperty("section").GetRawText());
            Assert.Equal(edition.Hash.Value, ContentHash.Over(raw).Value);
            Assert.Equal(edition.Hash.Value, notice.RootElement.GetProperty("contentHash").GetString());
        }
    }

    [Fact]
    public void The_sheet_says_who_signed_and_shows_every_line_with_its_total()
    {
        var sheet = Sheet(SampleStatements.August.Current, Language.Zh);
        Assert.Equal(("固堤场村 2026年8月 代管资金收支", "三方账目一致", "固堤场村务监督委员会"), (sheet.Title, sheet.Status, sheet.SignedBy));
        var lines = sheet.Tables[3];
        Assert.Equal((7, "186,400.00", "92,735.50"), (lines.Rows.Count, lines.Total![3], lines.Total[4]));
        Assert.Equal(("收入项目（元）", "支出项目（元）", "备用金（月初 500.00 元，月末 477.50 元）"), (sheet.Tables[1].Caption, sheet.Tables[2].Caption, sheet.Tables[4].Caption));
        Assert.Contains(sheet.Sentences, x => x.Text == "1,093,618.20 元");
        Assert.Contains(sheet.Body, b => b.Items[0][0].Text == "改了什么：0805 号凭证补上了公示文号，金额没有变。");
        Assert.Contains(sheet.Body, b => b.Items[0][0].Text.StartsWith("凭证 0808 没有入账", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_is_shown_as_one_and_never_as_reconciled()
    {
        var sheet = Sheet(SampleStatements.Differs.Current, Language.Zh);
        Assert.Equal(("三方账目相差 88.80 元", "三本账对不上"), (sheet.Status, sheet.Tables[0].Caption));
        Assert.Equal(["相差", "-88.80"], sheet.Tables[0].Total!);
        Assert.DoesNotContain("一致", JsonSerializer.Serialize(sheet), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_of_an_edition_does_not_know_what_came_later()
    {
        var first = SampleStatements.August.Editions[0];
        Assert.DoesNotContain(Sheet(first, Language.Zh).Body, b => b.Items[0][0].Text.Contains("0805", StringComparison.Ordinal));
        Assert.EndsWith("/villages/09/escrow/2026-08/#e1", Sheet(first, Language.Zh).QrAddress, StringComparison.Ordinal);
    }

    private static NoticeDocument Sheet(StatementEdition edition, Language language) =>
        StatementNotice.Of(edition, language, SampleTown.Town, SampleTown.Settings, NoticeJson.Of(edition));
}
