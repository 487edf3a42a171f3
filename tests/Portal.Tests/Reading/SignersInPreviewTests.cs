using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Tests.Office;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Reading;

/// <summary>
/// The units that a preview names are those that the public page names when the act follows; who is not known yet is said to be open (I35).
/// </summary>
public sealed partial class SignersInPreviewTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Open = "（待定单位）";

    private OfficeHost Host => office.Host;

    [Fact]
    public async Task A_declaration()
    {
        var (_, drafted) = await Host.DraftedAsync();
        var path = $"declarations/{drafted.Id}";
        await NamesAsync(Clerk, path, "贾家河坞村委会申报", $"{Open}审核通过");
        await NamesAsync(Reviewer, path, $"{Open}申报", $"{Open}审核通过");
        await Host.DoAsync(Clerk, drafted.Id, "declare");
        await NamesAsync(Clerk, path, "贾家河坞村委会申报", $"{Open}审核通过");
        await NamesAsync(Approver, path, "贾家河坞村委会申报", $"{Open}审核通过");
        await NamesAsync(Reviewer, path, "贾家河坞村委会申报", "镇经管站审核通过");
        await Host.DoAsync(Reviewer, drafted.Id, "pass-review");
        await NamesAsync(SecondReviewer, path, "贾家河坞村委会申报", "镇经管站审核通过");
        var before = await TimelineAsync(SecondReviewer, path);
        await Host.DoAsync(SecondReviewer, drafted.Id, "open-window");
        Assert.Equal(before, await TimelineAsync(SecondReviewer, path));
        await Host.PublishAsync();
        var number = (await Host.RowAsync(drafted.Id)).Number;
        Assert.Equal(before, TimelineIn(Published($"declarations/{number.Year}/{number.Ordinal:0000}/index.html")));
    }

    [Fact]
    public async Task A_report()
    {
        const string path = "reports/grants/09/2026-Q2";
        await office.ActAsync("prepare-report", "grants/09/2026-Q2", OtherClerk, new() { ["nothing"] = "yes" });
        await NamesAsync(OtherClerk, path, "固堤场村委会", Open);
        await FollowsAsync(Supervision, path, "sign-report", "villages/09/reports/grants/2026-Q2/index.html");
    }

    [Fact]
    public async Task A_month()
    {
        const string path = "statements/09/2026-07";
        await office.ActAsync("open-book", "09/2026-07", Bookkeeper, new() { ["opening"] = "100.00" });
        await office.ImportAsync(Bookkeeper, "bank", "account,date,reference,summary,income,expense,balance\n09,2026-07-31,,,,,100.00\n");
        await office.ActAsync("prepare-statement", "09/2026-07", Bookkeeper);
        await NamesAsync(Bookkeeper, path, $"{Open}已核对，{Open}已签字");
        await NamesAsync(Supervision, path, $"{Open}已核对，{Open}已签字");
        await NamesAsync(FinanceGroup, path, $"固堤场村民主理财小组已核对，{Open}已签字");
        await office.DoAsync(FinanceGroup, path, "check-statement");
        await NamesAsync(Bookkeeper, path, $"固堤场村民主理财小组已核对，{Open}已签字");
        await NamesAsync(FinanceGroup, path, $"固堤场村民主理财小组已核对，{Open}已签字");
        await FollowsAsync(Supervision, path, "sign-statement", "villages/09/escrow/2026-07/index.html");
    }

    [Fact]
    public async Task Rent()
    {
        const string path = $"rent/{CaseOffice.Lease}/2026";
        await office.RegisterLeaseAsync();
        await office.ActAsync("schedule-rent", $"{CaseOffice.Lease}/2026", Bookkeeper, new() { ["rows"] = "2026-09-30 = 21000.00" });
        await office.ApproveLeaseAsync("lease");
        await office.DoAsync(Bookkeeper, path, "prepare-rent");
        await NamesAsync(Bookkeeper, path, "镇代管会计制表", $"，{Open}审核", $"，{Open}签字公开");
        await NamesAsync(FinanceGroup, path, "镇代管会计制表", "固堤场村民主理财小组审核", $"，{Open}签字公开");
        await office.DoAsync(FinanceGroup, path, "check-rent");
        await NamesAsync(Bookkeeper, path, "镇代管会计制表", "固堤场村民主理财小组审核", $"，{Open}签字公开");
        await FollowsAsync(Supervision, path, "sign-rent", $"agreements/{CaseOffice.Lease}/index.html");
    }

    [Fact]
    public async Task The_towns_payments()
    {
        const string path = "treasury/2026-08";
        await office.ActAsync("enter-treasury-payment", "2026-08", TownClerk, new()
        {
            ["voucher"] = "1", ["date"] = "2026-08-18", ["purpose"] = "路灯灯泡", ["amount"] = "9", ["payee_kind"] = "organisation", ["payee"] = "商店",
        });
        await NamesAsync(TownClerk, path, $"镇建设办录入，{Open}复核，{Open}签发");
        await NamesAsync(Reviewer, path, $"镇建设办录入，镇经管站复核，{Open}签发");
        await office.DoAsync(Reviewer, path, "check-treasury");
        await NamesAsync(TownClerk, path, $"镇建设办录入，镇经管站复核，{Open}签发");
        await FollowsAsync(Approver, path, "sign-treasury", "town/treasury/2026-08/index.html");
    }

    [Fact]
    public async Task A_proposal()
    {
        await SubmitProposal.RunAsync(Host.Ledger, new(new VillageCode("09"), "原信", null, null, false), Host.Clock.GetUtcNow());
        await using var session = Host.Store.QuerySession();
        var id = (await session.Query<ProposalAsSent>().SingleAsync()).Id;
        await office.DoAsync(SecondReviewer, $"proposals/{id}", "admit-proposal", new { title = "路灯", body = "装路灯" });
        await NamesAsync(SecondReviewer, $"proposals/{id}", $"{Open}签字公开");
        await FollowsAsync(Reviewer, $"proposals/{id}", "sign-proposal", "proposals/2026/1/index.html");
    }

    [Fact]
    public async Task A_tenders_plan()
    {
        const string path = "tenders/09-2026-G-0041";
        await office.DoAsync(OtherClerk, path, "plan-tender", TenderFormTests.Plan);
        await NamesAsync(OtherClerk, path, $"{Open}签批采购计划");
        await FollowsAsync(Reviewer, path, "sign-plan", "tenders/09-2026-G-0041/index.html");
    }

    [Fact]
    public async Task An_inspected_village()
    {
        var today = Shanghai.DayOf(Host.Clock.GetUtcNow());
        await office.ActAsync("plan-inspection", "2026-1", TownClerk, new()
        {
            ["title"] = "八月检查", ["from"] = "2026-08", ["to"] = "2026-08", ["count"] = "2", ["team"] = "检查组", ["first"] = $"{today:yyyy-MM-dd}", ["last"] = $"{today.AddDays(8):yyyy-MM-dd}", ["half"] = "pine-harbour-salt-2026",
        });
        await office.ActAsync("call-number", "2026-1", Supervision, new() { ["number"] = "417" });
        await office.ActAsync("draw-villages", "2026-1", Reviewer, new() { ["half"] = "pine-harbour-salt-2026" });
        await office.ActAsync("record-findings", "2026-1/09", Reviewer, new() { ["nothing"] = "yes" });
        await NamesAsync(Reviewer, "inspections/2026-1/09", "镇经管站", Open);
        await FollowsAsync(Approver, "inspections/2026-1/09", "confirm-findings", "inspections/2026/1/index.html");
    }

    /// <summary>The preview of who does the last act names, word for word in order, the units that the public page then names.</summary>
    private async Task FollowsAsync(Officer by, string path, string act, string page)
    {
        var foreseen = UnitsIn(await PreviewAsync(by, path));
        Assert.DoesNotContain(Open, foreseen);
        await office.DoAsync(by, path, act);
        await Host.PublishAsync();
        Assert.Equal(foreseen, UnitsIn(Published(page)));
    }

    private async Task NamesAsync(Officer by, string path, params string[] words)
    {
        var page = await PreviewAsync(by, path);
        Assert.All(words, word => Assert.True(page.Contains(word, StringComparison.Ordinal), $"{word}: {page}"));
    }

    private async Task<string> PreviewAsync(Officer by, string path)
    {
        var seen = await (await Host.SignedInAsync(by)).GoAsync($"/office/{path}/preview?lang=zh-Hans");
        Assert.Equal(200, seen.Status);
        return Plain(seen.Page.QuerySelector("main")!.InnerHtml);
    }

    private async Task<string> TimelineAsync(Officer by, string path) => TimelineIn(await PreviewAsync(by, path));

    private static string TimelineIn(string main) => string.Join(' ', UnitsIn(main));

    private string Published(string path) => Plain(new HtmlParser().ParseDocument(File.ReadAllText(System.IO.Path.Combine(Host.SiteFolder, path))).QuerySelector("main")!.InnerHtml);

    private static string Plain(string html) => Spaces().Replace(Tags().Replace(html, ""), " ");

    private static IEnumerable<string> UnitsIn(string text) => Unit().Matches(text).Select(m => m.Value).ToList();

    private static Regex Unit() => new(string.Join('|', SampleOfficers.All.Select(o => o.Unit.Zh).Append(Open).Distinct().OrderByDescending(u => u.Length).Select(Regex.Escape)));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
