using static Transparency.Portal.Tests.Office.TenderFormTests;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>A purchase of coal by forms alone, on a clock that is moved.</summary>
public class TenderPathTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    [Fact]
    public async Task From_a_plan_to_the_last_payment()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var form = await clerk.GoAsync("/office/tenders/new?village=09&kind=Services");
        Assert.Equal("/office/tenders/09-2026-S-0001", form.Path);
        const string path = "tenders/09-2026-S-0001";
        await office.RefusedAsync(OtherClerk, path, "plan-tender", Changed(Plan, "lots_1_lot_estimate", "80000"), 422);
        await office.DoAsync(OtherClerk, path, "plan-tender", Plan);
        await office.DoAsync(OtherClerk, path, "replan-tender", new { title = "村活动室取暖煤" });
        await office.DoAsync(Reviewer, path, "sign-plan");
        var late = await office.RefusedAsync(OtherClerk, path, "announce-tender", Changed(Call, "deadline", "2026-09-19T09:00"), 422);
        Assert.Equal("2026-09-19T09:00", Visitor.FieldsOf(late, "#act-announce-tender")["deadline"]);
        await office.DoAsync(OtherClerk, path, "announce-tender", Call);
        await office.DoAsync(OtherClerk, path, "clarify-tender", new { question = "运费谁出？", answer = "报价包含运费" });
        await office.DoAsync(OtherClerk, path, "amend-tender", new { what = "截止时间推后", deadline = "2026-10-10T09:00" });
        var secret = await clerk.GoAsync($"/office/{path}");
        Assert.Null(secret.Page.QuerySelector("#act-enter-bid button"));
        office.StepTo(new(2026, 10, 12));
        foreach (var (bidder, price) in new[] { ("甲公司", "880"), ("乙公司", "860"), ("丙公司", "900") })
            await office.DoAsync(OtherClerk, path, "enter-bid", new { lot = "1", bidder_kind = "organisation", bidder, price, received = "2026-10-09T10:00", calorific = "25", sulphur = "0.4", ash = "9", @volatile = "9", moisture = "8", size = "13–25 mm", origin = "山西" });
        Assert.DoesNotContain("880", (await clerk.GoAsync($"/office/{path}")).Words, StringComparison.Ordinal);
        await office.DoAsync(OtherClerk, path, "open-tender", new { attended = "9", place = "村委会" });
        Assert.Contains("860.00", (await clerk.GoAsync($"/office/{path}")).Words, StringComparison.Ordinal);
        await EvaluatedAsync(clerk, path);
        await office.DoAsync(OtherClerk, path, "publish-candidates");
        var window = await (await office.Host.SignedInAsync(Reviewer)).GoAsync($"/office/{path}");
        Assert.Null(window.Page.QuerySelector("#act-award-tender button"));
        office.StepTo(new(2026, 10, 20));
        Assert.NotNull((await (await office.Host.SignedInAsync(Reviewer)).GoAsync("/office")).Page.QuerySelector($".desk a[href='/office/{path}']"));
        await office.DoAsync(Reviewer, path, "award-tender", new { winners_1_lot = "1", winners_1_bidder = "001", winners_1_because = "gave-up", reason = "第一名书面放弃" });
        await PerformedAsync(path);
        Assert.Contains("已办结", (await office.DoAsync(OtherClerk, path, "close-tender")).Words, StringComparison.Ordinal);
    }

    private async Task EvaluatedAsync(Visitor clerk, string path)
    {
        var page = await clerk.GoAsync($"/office/{path}");
        var given = Visitor.FieldsOf(page, "#act-evaluate-tender");
        string RowOf(string id) => Enumerable.Range(1, 3).Single(i => given[$"ranking_{i}_bidder"] == id).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var verdicts = new Dictionary<string, string> { [$"ranking_{RowOf("002")}_verdict"] = "1", [$"ranking_{RowOf("001")}_verdict"] = "2", [$"ranking_{RowOf("003")}_verdict"] = "unqualified", [$"ranking_{RowOf("003")}_reason"] = "没有执照" };
        Assert.Equal("?done=evaluate-tender", (await clerk.SendAsync(page, "#act-evaluate-tender", verdicts)).Query);
    }

    private async Task PerformedAsync(string path)
    {
        const string october = "statements/09/2026-10";
        await office.RefusedAsync(OtherClerk, path, "sign-contract", new { lot = "1", date = "2026-10-19", total = "88000" }, 422);
        await office.DoAsync(OtherClerk, path, "sign-contract", new { lot = "1", date = "2026-10-20", total = "88000" });
        await office.RefusedAsync(OtherClerk, path, "change-contract", new { lot = "1", total = "79199", reason = "少送 10 吨" }, 422);
        await office.DoAsync(OtherClerk, path, "change-contract", new { lot = "1", total = "87000", reason = "少送 1 吨" });
        await CraftedAsync(path);
        var early = await office.RefusedAsync(OtherClerk, october, "enter-voucher", Paper("88000"), 422);
        Assert.Equal("#enter-voucher-tender", early.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Contains("等待签批的合同变更", (await (await office.Host.SignedInAsync(Reviewer)).GoAsync($"/office/{path}")).Words, StringComparison.Ordinal);
        await office.DoAsync(Reviewer, path, "sign-change", new { lot = "1" });
        await office.DoAsync(Supervision, path, "record-delivery", new { lot = "1", date = "2026-10-20", tonnes = "99", calorific = "24.5", accepted = "yes" });
        await office.DoAsync(Supervision, path, "accept-works", new { lot = "1", date = "2026-10-20", result = "合格" });
        await office.RefusedAsync(OtherClerk, october, "enter-voucher", Paper("87000.01"), 422);
        await office.DoAsync(OtherClerk, october, "enter-voucher", Paper("87000"));
        Assert.Contains("待记账", (await (await office.Host.SignedInAsync(OtherClerk)).GoAsync($"/office/{path}")).Words, StringComparison.Ordinal);
        await office.DoAsync(Bookkeeper, october, "book-vouchers");
    }

    /// <summary>Nobody signs an own change, and no post pays.</summary>
    private async Task CraftedAsync(string path)
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var page = await clerk.GoAsync($"/office/{path}");
        Assert.Null(page.Page.QuerySelector("#act-sign-change"));
        var before = await office.VersionAsync("tender/09-2026-S-0001");
        var fields = new Dictionary<string, string>
        {
            ["token"] = Visitor.FieldsOf(page, ".who form")["token"], ["version"] = $"{before}", ["lot"] = "1",
        };
        Assert.Equal(403, (await clerk.PostAsync($"/office/{path}/acts/sign-change", fields)).Status);
        foreach (var act in new[] { "record-payment", "pay-from-treasury" })
        {
            var pays = new Dictionary<string, string>(fields) { ["amount"] = "2000000", ["date"] = "2026-10-20", ["voucher"] = "77", ["village"] = "09", ["month"] = "2026-08" };
            Assert.Equal(422, (await clerk.PostAsync($"/office/{path}/acts/{act}", pays)).Status);
        }
        Assert.Equal(before, await office.VersionAsync("tender/09-2026-S-0001"));
    }

    private static object Paper(string amount) => new
    {
        voucher = "1020", date = "2026-10-20", summary = "活动室取暖煤", lines_1_item = "取暖煤", lines_1_expense = amount, payee_kind = "organisation", payee = "甲公司",
        approvers = "party-secretary village-head finance-group-head", tender = "09-2026-S-0001",
    };
}
