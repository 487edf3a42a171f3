using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Pages;

/// <summary>How a village decided, as a declaration's page and sheet tell it.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void Every_step_stands_with_its_day_place_and_figures_and_the_flag_is_said()
    {
        var block = Block(SampleDeclarations.Road);
        var steps = block.QuerySelectorAll("li").Select(li => li.TextContent).ToList();
        Assert.Equal(5, steps.Count);
        Assert.Contains("9月10日", steps[3], StringComparison.Ordinal);
        Assert.Contains("村委会会议室。应到 35 人，到会 32 人；同意 30 人，反对 0 人，弃权 2 人。镇经管站列席", steps[3], StringComparison.Ordinal);
        Assert.Contains("决议公开村务公开栏", steps[4], StringComparison.Ordinal);
        Assert.Contains("04-2026-D-0001", block.TextContent, StringComparison.Ordinal);
        Assert.Contains("合并在一次会上进行", block.TextContent, StringComparison.Ordinal);
        Assert.Contains("授权依据：2026年1月12日村民会议授权决定。", block.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("合并", Block(SampleDeclarations.Closed).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_are_reached_from_every_page_of_the_declaration()
    {
        var (road, file) = (SampleDeclarations.Road, SiteMap.File(SampleDecisions.Minutes));
        Assert.Equal($"files/{SampleDecisions.Minutes.Sha256}.pdf", file);
        foreach (var (path, html) in new[] { (SiteMap.Declaration(road.Number), Text(road, Language.Zh)), ($"en/{SiteMap.Declaration(road.Number)}", Text(road, Language.En)) })
        {
            var link = Parse(html).QuerySelector("#decided")!.ParentElement!.QuerySelector("a")!;
            Assert.Equal(file, Links.Target(path, link.GetAttribute("href")!).Path);
        }
    }

    [Fact]
    public void The_timeline_tells_the_steps_and_one_meeting_is_one_line()
    {
        string[] Lines(DeclarationOnRegister d) => [.. d.Timeline.Select(l => l.Kind)];
        Assert.Equal(["ProposedAndDiscussed", "PartyReviewed", "Decided", "ResolutionPosted", "Declared", "Reviewed", "WindowOpened"], Lines(SampleDeclarations.Road));
        Assert.Equal(["Proposed", "Discussed", "PartyReviewed", "Decided", "ResolutionPosted", "Declared"], Lines(SampleDeclarations.Closed)[..6]);
        Assert.Equal(["Declared", "Reviewed", "WindowOpened"], Lines(SampleDeclarations.OfTown));
    }

    /// <summary>The town is no village: none of its bodies is named.</summary>
    [Fact]
    public void What_the_town_decides_names_no_body_of_a_village()
    {
        var on = new DateOnly(2026, 9, 10);
        var decision = new VillageDecision(new("00-2026-D-0001"), VillageBody.Committee, false,
            [new(DeliberationStep.Proposed, SampleDecisions.Held(on.AddDays(-3), 5, 5, 5)), new(DeliberationStep.Discussed, SampleDecisions.Held(on, 13, 13, 12))], null, null, on.AddDays(1), SampleDecisions.Board);
        var town = Life.Of("coal", SampleSections.Clinic with { Decision = decision }).Open(20, new(2026, 9, 18)).Now!;
        foreach (var text in new[] { Block(town).TextContent, Parse(Text(town, Language.Zh)).QuerySelector("#timeline")!.ParentElement!.TextContent, Sheet(town) })
        {
            Assert.Contains("集体商议", text, StringComparison.Ordinal);
            foreach (var body in new[] { "村民", "“两委”", "党支部" }) Assert.DoesNotContain(body, text, StringComparison.Ordinal);
        }
    }

    /// <summary>I11: everybody sees what the hands were raised for, on page and sheet.</summary>
    [Fact]
    public void What_was_voted_on_stands_with_the_vote()
    {
        var voted = new VotedText(new("路灯"), new("全村换 86 盏路灯", "86 new lamps"), new(
            MoneyFlow.Spent, [new(new("村集体"), new(68_000_00))], [new(new("路灯"), new("86 盏"))],
            [new(new("明亮电器"), new(2026, 10, 1), new(2026, 11, 30)), new(new("红旗电器"), null, new(2026, 12, 31)), new(new("海滨电器"), null, null)], false));
        var lights = Life.Of("lamps", SampleSections.Lights with { Decision = SampleSections.Lights.Decision! with { Voted = voted } }).Open(23, new(2026, 9, 18)).Now!;
        string[] said =
        [
            "全村换 86 盏路灯", "村集体，不超过 6.8 万元", "路灯：86 盏", "对方：明亮电器，从2026年10月1日到2026年11月30日", "对方：红旗电器，到2026年12月31日为止", "对方：海滨电器",
        ];
        foreach (var words in said)
        {
            Assert.Contains(words, Block(lights).TextContent, StringComparison.Ordinal);
            Assert.Contains(words, Sheet(lights), StringComparison.Ordinal);
        }
        Assert.Contains("86 new lamps", Parse(Text(lights, Language.En)).QuerySelector("#decided")!.ParentElement!.TextContent, StringComparison.Ordinal);
        var received = lights.Section with { Decision = lights.Section.Decision! with { Voted = voted with { Terms = voted.Terms with { Flow = MoneyFlow.Received, Parties = [], ByTender = true } } } };
        var let = Block(Life.Of("let", received).Open(24, new(2026, 9, 18)).Now!).TextContent;
        Assert.Contains("村集体，不少于 6.8 万元", let, StringComparison.Ordinal);
        Assert.Contains("对方通过招标确定", let, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_villages_share_stands_with_its_own_decision()
    {
        SharedDecision Share(string village, string name, long fen) =>
            new(new(name), new(fen), SampleDecisions.Of(village, VillageBody.Representatives, new(2026, 9, 10), 35, 32, 30, SampleDecisions.Mandate));
        var shared = Life.Of("coal", SampleSections.Clinic with { Shares = [Share("04", "贾家河坞村", 40_000_00), Share("09", "固堤场村", 60_000_00)] }).Open(25, new(2026, 9, 18)).Now!;
        var table = Parse(Text(shared, Language.Zh)).QuerySelector("#shares")!.ParentElement!;
        Assert.Equal(["贾家河坞村", "固堤场村", "合计"], table.QuerySelectorAll("th[scope=row]").Select(th => th.TextContent.Trim()));
        Assert.Contains("应到 35 人，到会 32 人，30 人同意（2026年9月10日，决策编号 09-2026-D-0001）", table.TextContent, StringComparison.Ordinal);
        Assert.Contains("100,000.00", table.QuerySelector("tfoot")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("固堤场村 6 万元（09-2026-D-0001，应到 35 人，30 人同意）", Sheet(shared), StringComparison.Ordinal);
    }

    [Fact]
    public void Households_vote_as_households_and_the_day_of_the_call_is_said()
    {
        var section = SampleSections.Lights with { Decision = SampleDecisions.Of("03", VillageBody.HouseholdsMeeting, new(2026, 9, 10), 274, 201, 180) };
        var block = Block(Life.Of("households", section).Open(21, new(2026, 9, 18)).Now!).TextContent;
        Assert.Contains("应到 274 户，到会 201 户；同意 180 户", block, StringComparison.Ordinal);
        Assert.Contains("会议于2026年8月29日发出通知。", block, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_names_the_decision_its_steps_and_its_mandate()
    {
        var sheet = Sheet(SampleDeclarations.Closed);
        Assert.Contains("决策过程（编号 03-2026-D-0001）：8月23日党支部提议，8月26日村“两委”商议，8月29日党员大会审议，9月1日村民代表会议决议，9月2日公开决议。", sheet, StringComparison.Ordinal);
        Assert.Contains("授权依据：", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("合并", sheet, StringComparison.Ordinal);
        Assert.Contains("合并在一次会上进行", Sheet(SampleDeclarations.Road), StringComparison.Ordinal);
    }

    /// <summary>A result stands on the page of what was approved, on its newest edition only, and nowhere else.</summary>
    [Fact]
    public void A_result_shows_on_an_approved_declaration_only()
    {
        var saltpan = SampleDeclarations.Approved;
        var page = RenderedSite.Pages[SiteMap.Declaration(saltpan.Number)];
        Assert.Contains("盐田已于9月15日交付承包人", page.QuerySelector("#result")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SiteMap.File(SampleDecisions.Photo), Links.Target(SiteMap.Declaration(saltpan.Number), page.QuerySelector("#result")!.ParentElement!.QuerySelector("a")!.GetAttribute("href")!).Path);
        Assert.Contains("固堤场村委会公开实施结果", page.QuerySelector(".timeline .now")!.TextContent, StringComparison.Ordinal);
        Assert.Null(RenderedSite.Pages[$"{SiteMap.Superseded(SiteMap.DeclarationFolder(saltpan.Number), 1)}index.html"].QuerySelector("#result"));
        var open = Life.Of("again", SampleSections.Saltpan).Open(22, new(2026, 9, 17)).Now!;
        var model = new SiteModel(SampleTown.Register with { Rows = SampleTown.Register.Rows.SetItem(open.Id, open) }, SampleTown.AsOf, SampleTown.Settings);
        Assert.Null(Parse(Encoding.UTF8.GetString(SitePages.Declaration(model, open, Language.Zh))).QuerySelector("#result"));
    }

    /// <summary>The fold reads the one public event of the stream and no other.</summary>
    [Fact]
    public void Nothing_before_the_result_arrives_in_the_register()
    {
        var history = SampleDecisions.History(new("04-2026-D-0001"), "works-large", new(2026, 9, 10), SampleOfficers.Clerk, SampleOfficers.Poster);
        Assert.All(history, e => Assert.Null(DeliberationOnRegister.Evolve(null, "deliberation/04-2026-D-0001", e)));
        Assert.Null(DeliberationOnRegister.Evolve(null, "x", new DeliberationRejected(DeliberationStep.Resolved, SampleDecisions.Held(new(2026, 9, 10), 35, 32, 9), VillageBody.Representatives, SampleOfficers.Clerk.Sign(SampleHistory.Start))));
        Assert.Null(DeliberationOnRegister.Evolve(null, "x", new DeliberationWithdrawn(new("不办了"), SampleOfficers.Clerk.Sign(SampleHistory.Start))));
    }

    private static IElement Block(DeclarationOnRegister d) => Parse(Text(d, Language.Zh)).QuerySelector("#decided")!.ParentElement!;

    private static string Text(DeclarationOnRegister d, Language language) => Encoding.UTF8.GetString(SitePages.Declaration(RenderedSite.Model, d, language));

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Sheet(DeclarationOnRegister d)
    {
        var notice = DeclarationNotice.Of(d, d.Current, Language.Zh, SampleTown.Town, SampleTown.Settings, NoticeJson.Of(d, d.Current));
        return string.Join('\n', notice.Body.SelectMany(b => b.Items).Select(runs => string.Concat(runs.Select(r => r.Text))));
    }
}
