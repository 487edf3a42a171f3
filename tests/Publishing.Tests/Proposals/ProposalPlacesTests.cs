using System.Text;
using AngleSharp.Html.Parser;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tests.Pages;
using Transparency.Publishing.Tests.Whole;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.Proposals;

/// <summary>Where else than on its own page a proposal is found, and that nothing private is found anywhere.</summary>
public sealed class ProposalPlacesTests
{
    private static readonly IReadOnlyDictionary<string, string> Files =
        WholeSite.Outputs(RenderedSite.Model).ToDictionary(o => o.Path, o => Encoding.UTF8.GetString(o.Render()));

    [Theory]
    [InlineData(SiteMap.Home, "act/proposal\"")]
    [InlineData(SiteMap.Proposals, "act/proposal\"")]
    [InlineData("villages/09/index.html", "act/proposal?village=09\"")]
    [InlineData("villages/10/index.html", "act/proposal?village=10\"")]
    [InlineData("proposals/2025/1/index.html", "act/proposal?village=09\"")]
    public void Anybody_can_propose_from_here(string path, string form)
    {
        Assert.Contains($"https://yangzi.example/{form}", Files[path], StringComparison.Ordinal);
        Assert.Contains($"https://yangzi.example/{form}", Files[$"en/{path}"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_declaration_that_carries_it_out_leads_back_to_it_and_no_other_does()
    {
        var carried = SiteMap.Declaration(SampleDeclarations.Road.Number);
        Assert.Contains("../../../proposals/2026/3/index.html", Files[carried], StringComparison.Ordinal);
        Assert.Contains("来自群众建议", Files[carried], StringComparison.Ordinal);
        Assert.Contains("../../../declarations/2026/0012/index.html", Files[SiteMap.Proposal(SampleProposals.Carried.Number)], StringComparison.Ordinal);
        var pages = SampleDeclarations.All.Select(d => SiteMap.Declaration(d.Number)).Where(path => Files[path].Contains("来自群众建议", StringComparison.Ordinal));
        Assert.Equal([SiteMap.Declaration(SampleDeclarations.ApprovedLastYear.Number), carried], pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_work_leads_back_to_it_and_has_a_link_once_it_has_a_page()
    {
        var proposal = SampleProposals.Posted;
        var work = proposal.Carrier!.Work!.Value;
        Assert.DoesNotContain("works/", Files[SiteMap.Proposal(proposal.Number)], StringComparison.Ordinal);
        var d = SampleDeclarations.ApprovedLastYear;
        var named = d with { Editions = [.. d.Editions.Select(e => e with { Section = e.Section with { Work = work } })] };
        var site = new SiteModel(SampleTown.Register with { Rows = SampleTown.Register.Rows.SetItem(d.Id, named) }, SampleTown.AsOf, SampleTown.Settings);
        var pages = WholeSite.Outputs(site).ToDictionary(o => o.Path);
        Assert.Contains("../../../works/gudichang-bittern/index.html", Rendered(SiteMap.Proposal(proposal.Number)), StringComparison.Ordinal);
        Assert.Contains("../../proposals/2025/1/index.html", Rendered(SiteMap.Work(work)), StringComparison.Ordinal);

        string Rendered(string path) => Encoding.UTF8.GetString(pages[path].Render());
    }

    [Fact]
    public void An_answer_that_is_overdue_stands_on_home_and_calendar_and_turns_up_with_the_day()
    {
        var (page, last) = (SiteMap.Proposal(SampleProposals.Overdue.Number), SampleProposals.Overdue.Section.AnswerDue);
        Assert.Contains("已过答复期限", Text(last.AddDays(1), page), StringComparison.Ordinal);
        Assert.DoesNotContain("已过答复期限", Text(last, page), StringComparison.Ordinal);
        Assert.Contains("应答复未答复", Text(last.AddDays(1), SiteMap.Home), StringComparison.Ordinal);
        Assert.DoesNotContain("应答复未答复", Text(last, SiteMap.Home), StringComparison.Ordinal);
        Assert.Contains("这天该答复，已迟了 9 天", Text(last.AddDays(9), SiteMap.Calendar), StringComparison.Ordinal);
        Assert.Contains(page, IncrementalEqualsFull.Touching(On(last.AddDays(1)), new HashSet<string> { Slices.AsOf }).Select(o => o.Path));
    }

    [Fact]
    public void A_unit_has_its_day_in_the_calendar_until_it_is_over()
    {
        var due = SampleProposals.Studied.Study!.Due;
        Assert.Contains("镇信息中心最迟这天拿出意见", Text(due, SiteMap.Calendar), StringComparison.Ordinal);
        Assert.DoesNotContain("镇信息中心最迟这天拿出意见", Text(due.AddDays(1), SiteMap.Calendar), StringComparison.Ordinal);
    }

    [Fact]
    public void The_calendar_file_has_both_days_and_calls_off_what_is_answered()
    {
        Assert.Equal(("20260923", "0", "CONFIRMED"), EventOf("proposal-2026-5-answer"));
        Assert.Equal(("20260921", "0", "CONFIRMED"), EventOf("proposal-2026-5-unit"));
        Assert.Equal(("20260710", "1", "CANCELLED"), EventOf("proposal-2026-2-answer"));
        Assert.Equal(("20260708", "2", "CANCELLED"), EventOf("proposal-2026-2-unit"));
        Assert.DoesNotContain("proposal-2025-1", Files[SiteMap.CalendarFile], StringComparison.Ordinal);
    }

    [Fact]
    public void The_totals_of_a_year_count_what_is_public()
    {
        Assert.Contains("2026年公开了 6 件建议：按时答复 2 件，采纳或部分采纳 2 件，已落实 1 件，已公布结果 0 件。", Files[SiteMap.KindYear(CaseKind.Proposal, 2026)], StringComparison.Ordinal);
        Assert.Contains("2025年公开了 1 件建议：按时答复 1 件，采纳或部分采纳 1 件，已落实 1 件，已公布结果 1 件。", Files[SiteMap.KindYear(CaseKind.Proposal, 2025)], StringComparison.Ordinal);
    }

    [Fact]
    public void Feeds_search_and_data_know_it()
    {
        Assert.Contains("<title>修好进村的路</title>", Files[SiteMap.Feed], StringComparison.Ordinal);
        Assert.Contains("2026年第3号建议", Files[SiteMap.Feed], StringComparison.Ordinal);
        Assert.Contains("\"n\":\"2026/3\",\"t\":\"修好进村的路\"", Files[SiteMap.SearchScript(2026)], StringComparison.Ordinal);
        Assert.Contains("2026/2,渔港码头装路灯,05,西利渔村", Files[SiteMap.DataFile("proposals", 2026)], StringComparison.Ordinal);
        Assert.Contains("2026-07-10,2026-07-14,4,部分采纳", Files[SiteMap.DataFile("proposals", 2026)], StringComparison.Ordinal);
        Assert.Contains("https://yangzi.example/proposals/2026/3/", Files[SiteMap.SitemapPart("proposals-2026")], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_notice_never_changes_after_the_signature_and_hashes_to_what_was_signed()
    {
        var p = SampleProposals.Posted;
        var notice = Files[$"{SiteMap.ProposalFolder(p.Number)}notice.json"];
        var line = notice.Split('\n').Single(l => l.StartsWith("  \"section\": ", StringComparison.Ordinal));
        Assert.Equal(p.Signed.Hash, ContentHash.Over(Encoding.UTF8.GetBytes(line["  \"section\": ".Length..])));
        var fresh = p with { Joined = 0, Studies = [], Answer = null, Carriers = [], Result = null };
        var site = new SiteModel(PublicRegister.Of(SampleTown.OnRegister, fresh), SampleTown.AsOf, SampleTown.Settings);
        Assert.Equal(notice, Encoding.UTF8.GetString(SitePages.Of(site, fresh).Single(o => o.Path.EndsWith("notice.json", StringComparison.Ordinal)).Render()));
    }

    /// <summary>Whole names, persons and internal ids of what the samples are made of.</summary>
    [Theory]
    [InlineData("苏万顺"), InlineData("于长河"), InlineData("欧阳建国"), InlineData("person-sample"), InlineData("proposal/internal"), InlineData("internal-2025")]
    public void Nothing_private_is_in_the_tree(string canary) =>
        Assert.Empty(Files.Where(file => file.Value.Contains(canary, StringComparison.Ordinal) || file.Key.Contains(canary, StringComparison.Ordinal)).Select(file => file.Key));

    [Fact]
    public void A_preview_is_the_page_itself() => Assert.Equal(
        Files[SiteMap.Proposal(SampleProposals.Studied.Number)], Encoding.UTF8.GetString(SitePages.Proposal(RenderedSite.Model, SampleProposals.Studied, Language.Zh)));

    private static SiteModel On(DateOnly day) => new(SampleTown.Register, day, SampleTown.Settings);

    private static string Text(DateOnly day, string path) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(WholeSite.Outputs(On(day)).Single(o => o.Path == path).Render())).Body!.TextContent;

    private static (string Day, string Sequence, string Status) EventOf(string uid)
    {
        var lines = Files[SiteMap.CalendarFile].Split("BEGIN:VEVENT").Single(e => e.Contains($"UID:{uid}@", StringComparison.Ordinal)).Split("\r\n");
        return (Value("DTSTART;VALUE=DATE:"), Value("SEQUENCE:"), Value("STATUS:"));

        string Value(string name) => lines.Single(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..];
    }
}
