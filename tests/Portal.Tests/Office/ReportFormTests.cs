using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Village reports by forms alone: what is owed stands on the desk, and one click begins it.</summary>
public class ReportFormTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Grants = "reports/grants/09/2026-Q2";
    private const string Decisions = "reports/decisions/09/2026-Q2";

    [Fact]
    public async Task From_the_desk_to_a_signed_zero_report_and_a_corrected_edition()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var desk = await clerk.GoAsync("/office");
        var task = desk.Page.QuerySelector($".desk a[href='/office/{Grants}']")!;
        Assert.Contains("填报", task.Closest("li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("7月20日", task.Closest("li")!.TextContent, StringComparison.Ordinal);

        var empty = await office.RefusedAsync(OtherClerk, Grants, "prepare-report", new { nothing = "no" }, 422);
        Assert.Equal("#prepare-report-words", empty.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        await office.DoAsync(OtherClerk, Grants, "prepare-report", new { nothing = "yes" });
        Assert.Null((await clerk.GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{Grants}']"));

        var committee = await office.Host.SignedInAsync(Supervision);
        Assert.NotNull((await committee.GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{Grants}']"));
        Assert.Contains("零报告", (await committee.GoAsync($"/office/{Grants}/preview")).Words, StringComparison.Ordinal);
        var signed = await office.DoAsync(Supervision, Grants, "sign-report");
        Assert.NotNull(signed.Page.QuerySelector("a[href='/villages/09/reports/grants/2026-Q2/']"));
        await office.DoAsync(OtherClerk, Grants, "prepare-report", new { nothing = "no", words = "收到一笔捐赠", note = "补上漏列的" });
        Assert.Contains("第 2 版", (await office.DoAsync(Supervision, Grants, "sign-report")).Words, StringComparison.Ordinal);
    }

    /// <summary>I38, by forms: what is signed waits on the committee's desk to be posted, and cannot be taken down before its day.</summary>
    [Fact]
    public async Task What_is_signed_is_to_hang_on_the_board_and_no_form_takes_it_down_too_soon()
    {
        const string consultation = "reports/consultation/09/2026-Q2";
        await office.DoAsync(OtherClerk, consultation, "prepare-report", new { nothing = "no", words = "协商了晒粮占道，主街留出一车宽" });
        await office.DoAsync(Supervision, consultation, "sign-report");
        var committee = await office.Host.SignedInAsync(Supervision);
        Assert.Contains("登记张贴", (await committee.GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{consultation}']")!.Closest("li")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await (await office.Host.SignedInAsync(OtherClerk)).GoAsync($"/office/{consultation}")).Page.QuerySelector("#act-post-report"));
        var early = await office.RefusedAsync(Supervision, consultation, "post-report", new { date = "2026-09-16" }, 422);
        Assert.Contains("2026年9月17日", early.Fault, StringComparison.Ordinal);
        var posted = await office.DoAsync(Supervision, consultation, "post-report", new { date = "2026-09-17" });
        Assert.Contains("2026年9月17日张贴，至少贴到2026年10月2日", posted.Words, StringComparison.Ordinal);
        Assert.Contains("还要贴着：公开栏张贴不少于 15 天，最后一天是 2026年10月2日（《村民委员会组织法》第35条第4款）", posted.Page.QuerySelector("#act-take-down-report .note")!.TextContent, StringComparison.Ordinal);
        Assert.Null(posted.Page.QuerySelector("#act-take-down-report button"));
        Assert.Null((await committee.GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{consultation}']"));
    }

    [Fact]
    public async Task A_returned_report_waits_for_the_village_with_its_reason()
    {
        await office.DoAsync(OtherClerk, Decisions, "prepare-report", new { nothing = "no", words = "定了三件事" });
        await office.DoAsync(Supervision, Decisions, "return-report", new { reason = "写明哪三件" });
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        Assert.NotNull((await clerk.GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{Decisions}']"));
        var page = await clerk.GoAsync($"/office/{Decisions}");
        Assert.Contains("写明哪三件", page.Words, StringComparison.Ordinal);
        Assert.Equal("定了三件事", Visitor.FieldsOf(page, "#act-prepare-report")["words"]);
    }

    [Fact]
    public async Task Others_villages_and_what_is_not_owed_answer_alike()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        foreach (var path in new[] { "reports/grants/04/2026-Q2", "reports/grants/77/2026-Q2", "reports/nonsense/09/2026-Q2", "reports/escrow-statement/09/2026-08", "reports/grants/09/2026-Q9", "reports/grants/09/9999" })
            Assert.Equal(404, (await clerk.GoAsync($"/office/{path}")).Status);
        var list = await clerk.GoAsync("/office/reports");
        Assert.Equal(200, list.Status);
        Assert.DoesNotContain("贾家河坞村", list.Words, StringComparison.Ordinal);
        Assert.Contains("逾期", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_runs_says_until_when()
    {
        var page = await (await office.Host.SignedInAsync(OtherClerk)).GoAsync("/office/reports/grants/09/2026-Q3");
        Assert.Contains("2026年9月30日", page.Page.QuerySelector("#act-prepare-report .note")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("#act-prepare-report button"));
    }
}
