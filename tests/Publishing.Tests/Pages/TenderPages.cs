using System.Text;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

public sealed class TenderPages
{
    private static readonly TenderOnRegister Done = SampleTenders.Completed;

    [Fact]
    public void A_superseded_edition_shows_what_was_known_by_then()
    {
        string Superseded(int edition) => RenderedSite.Text($"{SiteMap.Superseded(SiteMap.TenderFolder(Done.Tender), edition)}index.html");
        Assert.DoesNotContain("海润", Superseded(3), StringComparison.Ordinal);
        Assert.Contains("海润", Superseded(4), StringComparison.Ordinal);
        Assert.DoesNotContain("第 1 名", Superseded(4), StringComparison.Ordinal);
        Assert.Contains("第 1 名", Superseded(5), StringComparison.Ordinal);
        Assert.DoesNotContain("中标 ", Superseded(5), StringComparison.Ordinal);
        Assert.Contains("3月16日 09:30", Superseded(2), StringComparison.Ordinal);
        Assert.Contains("3月18日 09:30", Superseded(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Ranks_come_to_light_with_the_candidates_only()
    {
        var evaluated = TenderOnRegister.Evolve(
            Done with { Editions = [.. Done.Editions.Take(4)], Awards = [], Verdicts = [], Status = TenderStatus.Opened }, Done.Id, new TenderEvaluated(Done.Verdicts, new(""), TenderStory.By(new("单位"), new(2026, 3, 18))))!;
        Assert.False(evaluated.ShowsVerdicts(evaluated.Current));
        Assert.All(TenderBids.Of(evaluated, evaluated.Current, 1), b => Assert.True(b is { Rank: null, Rejected: null, Wins: false }));
        Assert.DoesNotContain("verdicts", Encoding.UTF8.GetString(TenderJson.Of(evaluated, evaluated.Current)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_offers_is_public_before_the_opening_nor_after_a_failure_for_want_of_them()
    {
        foreach (var t in new[] { SampleTenders.Calling, SampleTenders.Failed })
        {
            Assert.Null(t.Opening);
            Assert.DoesNotContain("bids", Encoding.UTF8.GetString(TenderJson.Of(t, t.Current)), StringComparison.Ordinal);
        }
        Assert.DoesNotContain(SampleTenders.Coal.Opening!.Bids, b => b.Lot == 2);
    }

    [Fact]
    public void The_section_of_notice_json_hashes_to_its_content_hash()
    {
        foreach (var t in SampleTenders.All)
            foreach (var edition in t.Editions)
            {
                var bytes = TenderJson.Of(t, edition);
                using var json = JsonDocument.Parse(bytes);
                Assert.Equal(t.Section.Hash.Value, json.RootElement.GetProperty("contentHash").GetString());
                Assert.Contains(Encoding.UTF8.GetString(CanonicalJson.Of(t.Section)), Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
                var line = RenderedSite.Pages[SiteMap.Tender(t.Tender)].GetElementById($"e{edition.Ordinal}")!;
                Assert.Contains(NoticeJson.CheckCode(bytes), line.TextContent, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void A_sheet_for_every_edition_each_with_its_own_head()
    {
        var sheets = Sheet.Of(RenderedSite.Model, Done).ToList();
        Assert.Equal(["央子镇采购计划公告", "央子镇招标公告", "央子镇变更公告", "央子镇开标记录", "央子镇中标候选人公示", "央子镇中标结果公告", "央子镇合同变更公告"], sheets.Select(s => s.Document(s.NoticeJson()).Masthead));
        Assert.Equal("tenders/05-2026-W-0002/result.pdf", sheets[^1].Path);
        Assert.Equal("tenders/05-2026-W-0002/e/1/result.pdf", sheets[0].Path);
        var change = sheets[^1].Document(sheets[^1].NoticeJson());
        Assert.Contains("由 236,500.00 元 变更为 240,300.00 元", string.Concat(change.Body.SelectMany(b => b.Items).SelectMany(i => i).Select(r => r.Text)), StringComparison.Ordinal);
        var award = sheets[^2].Document(sheets[^2].NoticeJson());
        Assert.Equal("https://yangzi.example/tenders/05-2026-W-0002/#e6", award.QrAddress);
        Assert.Equal(["潍坊海润水务工程有限公司", "236,500.00", "中标 · 第 1 名：得分 91.5"], award.Tables[0].Rows[0]);
        foreach (var t in SampleTenders.All)
            foreach (var sheet in Sheet.Of(RenderedSite.Model, t)) Assert.Equal(5, sheet.Document(sheet.NoticeJson()).Sentences.Count);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void The_notice_of_an_award_stays_as_it_was_when_its_winner_gives_up(bool toNext)
    {
        var story = SampleTenders.UpToAward();
        var before = story.Now!;
        var award = before.Current;
        var frozen = TenderJson.Of(before, award);
        var now = story.Reaward(new(2026, 3, 26), 1, new("海润放弃中标。", "Hairun gives up."), toNext).Now!;
        Assert.Equal(frozen, TenderJson.Of(now.AsOf(award), award));
        Assert.DoesNotContain("重新定标", Encoding.UTF8.GetString(frozen), StringComparison.Ordinal);
        var page = Encoding.UTF8.GetString(SitePages.Tender(RenderedSite.Model, now, Language.Zh, "/"));
        Assert.Contains("海润放弃中标。", page, StringComparison.Ordinal);
        Assert.Equal(toNext ? ["山东恒力机电有限公司"] : [], TenderBids.Winners(now).Select(w => w.Zh));
        Assert.Equal(["潍坊海润水务工程有限公司"], TenderBids.Winners(now.AsOf(award)).Select(w => w.Zh));
    }

    [Fact]
    public void A_payment_that_was_taken_back_is_struck_through_and_counts_no_longer()
    {
        var at = Done.LastAct.AddDays(1);
        var by = TenderStory.By(new("镇经管站"), Shanghai.DayOf(at));
        TenderOnRegister Then(TenderOnRegister now, TenderEvent e) => TenderOnRegister.Evolve(now, now.Id, e)!;
        var contract = Done.Contracts[0];
        var paid = Then(Done, new TenderPaid(contract.Lot, new(12_345), Shanghai.DayOf(at), "77", new VillageCode("05"), new Month(2026, 8), by));
        var reversed = Then(paid, new TenderPaymentReversed(contract.Lot, new(12_345), Shanghai.DayOf(at), "77", new("05"), new(2026, 8), new(new(2026, 9), "3"), by));
        Assert.Equal((contract.Paid + new Yuan(12_345), contract.Paid), (paid.Contracts[0].Paid, reversed.Contracts[0].Paid));
        var page = Encoding.UTF8.GetString(SitePages.Tender(RenderedSite.Model, reversed, Language.Zh, "/"));
        Assert.Contains("<s>123.45</s>", page.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("已由凭证 2026-09/3 冲销", page, StringComparison.Ordinal);
        Assert.Equal((paid.Acts + 1, paid.Current.Ordinal), (reversed.Acts, reversed.Current.Ordinal));
    }

    [Fact]
    public void Coal_is_ranked_by_heat_and_the_season_holds_each_village()
    {
        var lines = TenderBids.Of(SampleTenders.Coal, SampleTenders.Coal.Current, 3);
        Assert.Equal(["昌邑顺达煤场", "潍坊鲁能煤炭有限公司", "寒亭区老王煤店"], lines.Select(l => l.Bid.Bidder.Zh));
        Assert.Equal(lines.Select(l => l.PerGigajoule).Order(), lines.Select(l => l.PerGigajoule));
        var page = RenderedSite.Pages[SiteMap.CoalSeason(new HeatingSeason(2025))];
        Assert.Equal(2, page.QuerySelectorAll("svg .bar").Length);
        Assert.Equal(page.QuerySelectorAll("svg .value").Select(v => v.TextContent), page.QuerySelectorAll("#chart-data tbody td.sum").Select(v => v.TextContent));
    }

    [Fact]
    public void Data_files_hold_one_row_for_each_tender_and_each_opened_offer()
    {
        string[] Rows(string kind, int year) => Encoding.UTF8.GetString(DataKind.All.Single(k => k.Kind == kind).Strict(RenderedSite.Model, year)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + SampleTenders.All.Count(t => t.Tender.Year == 2026), Rows("tenders", 2026).Length);
        Assert.Equal("00-2025-G-0001,1,贾家河坞村,潍坊鲁能煤炭有限公司,,1085.00,43400.00,25.1,43.23,0.6,13.5,27,7.5,山西晋城,1,,是", Rows("bids", 2025)[1]);
        Assert.Equal(1 + 6, Rows("bids", 2025).Length);
        Assert.DoesNotContain(Rows("bids", 2026), r => r.StartsWith(SampleTenders.Calling.Tender.Value, StringComparison.Ordinal));
    }
}
