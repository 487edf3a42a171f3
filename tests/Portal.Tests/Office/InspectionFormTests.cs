using Transparency.Contracts.Escrow.Inspections;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>An inspection by forms alone: the office makes the town's half and shows it once; each act waits on the desk of who may do it.</summary>
public class InspectionFormTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Whole = "inspections/2026-1";
    private const string Village = "inspections/2026-1/09";

    [Fact]
    public async Task From_the_plan_to_a_cured_finding()
    {
        var planner = await office.Host.SignedInAsync(TownClerk);
        var blank = await planner.GoAsync("/office/inspections/new");
        var half = Visitor.FieldsOf(blank, "#act-plan-inspection")["half"];
        Assert.True(DrawRecipe.IsHalf(half));
        Assert.NotEqual(half, Visitor.FieldsOf(await planner.GoAsync("/office/inspections/new"), "#act-plan-inspection")["half"]);
        var plan = new { title = "八月检查", from = "2026-08", to = "2026-08", count = "2", team = "镇经管站", first = "2026-09-17", last = "2026-09-25", half };
        // What was typed stands after a refusal, the half too: the planner has copied it down.
        var refused = await office.RefusedAsync(TownClerk, Whole, "plan-inspection", new { title = "八月检查", from = "2026-08", to = "2026-08", count = "3", team = "镇经管站", first = "2026-09-17", last = "2026-09-25", half }, 422);
        Assert.Equal(half, Visitor.FieldsOf(refused, "#act-plan-inspection")["half"]);
        var planned = await office.DoAsync(TownClerk, Whole, "plan-inspection", plan);
        Assert.DoesNotContain(half, planned.Words, StringComparison.Ordinal);
        Assert.Contains(DrawRecipe.Commitment(half), planned.Words, StringComparison.Ordinal);

        Assert.Contains("报数", await TaskAsync(Supervision, Whole), StringComparison.Ordinal);
        await office.DoAsync(Supervision, Whole, "call-number", new { number = "417" });
        Assert.Contains("抽取", await TaskAsync(Reviewer, Whole), StringComparison.Ordinal);
        var drawn = await office.DoAsync(Reviewer, Whole, "draw-villages", new { half });
        Assert.NotNull(drawn.Page.QuerySelector($"a[href='/office/{Village}']"));

        Assert.Contains("检查记录", await TaskAsync(Reviewer, Village), StringComparison.Ordinal);
        await office.DoAsync(Reviewer, Village, "record-findings", new { nothing = "no", found_1_code = "no-invoice", found_1_cure_until = "2026-09-30", found_1_found_what = "凭证 0803 没有发票", found_1_found_month = "2026-08" });
        // The village does not see what is not confirmed.
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        Assert.DoesNotContain("0803", (await clerk.GoAsync($"/office/{Village}")).Words, StringComparison.Ordinal);
        var approver = await office.Host.SignedInAsync(Approver);
        Assert.Contains("凭证 0803 没有发票", (await approver.GoAsync($"/office/{Village}/preview")).Words, StringComparison.Ordinal);
        var confirmed = await office.DoAsync(Approver, Village, "confirm-findings");
        Assert.NotNull(confirmed.Page.QuerySelector("a[href='/inspections/2026/1/']"));

        var desk = await clerk.GoAsync("/office");
        Assert.Contains("9月30日", desk.Page.QuerySelector($".desk a[href='/office/{Village}']")!.Closest("li")!.TextContent, StringComparison.Ordinal);
        await office.DoAsync(OtherClerk, Village, "report-cure", new { finding = "1", what = "发票补齐" });
        Assert.Contains("验收", await TaskAsync(Reviewer, Village), StringComparison.Ordinal);
        Assert.Contains("按期", (await office.DoAsync(Reviewer, Village, "accept-cure", new { finding = "1" })).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Villages_that_were_not_drawn_and_others_villages_answer_alike()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        foreach (var path in new[] { "inspections/2026-9", "inspections/2026-9/09", "inspections/2026-01", "inspections/nonsense" }) Assert.Equal(404, (await clerk.GoAsync($"/office/{path}")).Status);
        Assert.Equal(200, (await clerk.GoAsync("/office/inspections")).Status);
    }

    private async Task<string> TaskAsync(Contracts.Officer by, string path) =>
        (await (await office.Host.SignedInAsync(by)).GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{path}']")!.Closest("li")!.TextContent;
}
