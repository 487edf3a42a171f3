using Transparency.Contracts;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Tenders that end early, and what nobody may do.</summary>
public class TenderFormTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    internal static readonly object Plan = new
    {
        title = "活动室取暖煤", what = "买 100 吨取暖煤", matter = "purchase-quotation", method = "open", estimate = "90000", ceiling = "95000",
        lots_1_lot_title = "取暖煤", lots_1_lot_title_en = "Heating coal", lots_1_lot_quantity = "100 吨", lots_1_lot_estimate = "90000", lots_1_lot_tonnes = "100", lots_1_lot_min_calorific = "24",
    };

    internal static readonly object Call = new { deadline = "2026-10-09T09:00", place = "村委会", channels = "公告栏", rules = "最低价" };

    [Fact]
    public async Task A_call_without_bidders_fails_and_a_plan_can_be_dropped()
    {
        var today = Shanghai.DayOf(office.Host.Clock.GetUtcNow());
        foreach (var number in new[] { "09-2026-G-0011", "09-2026-G-0012" }) await office.DoAsync(OtherClerk, $"tenders/{number}", "plan-tender", Plan);
        await office.DoAsync(OtherClerk, "tenders/09-2026-G-0012", "cancel-tender", new { reason = "不买了" });
        await office.DoAsync(Reviewer, "tenders/09-2026-G-0011", "sign-plan");
        await office.DoAsync(OtherClerk, "tenders/09-2026-G-0011", "announce-tender", Changed(Call, "deadline", $"{today.AddDays(20):yyyy-MM-dd}T09:00"));
        office.StepTo(today.AddDays(30));
        Assert.Contains("流标", (await (await office.Host.SignedInAsync(OtherClerk)).GoAsync("/office")).Page.QuerySelector("li:has(a[href$='09-2026-G-0011'])")!.TextContent, StringComparison.Ordinal);
        await office.DoAsync(OtherClerk, "tenders/09-2026-G-0011", "fail-tender", new { reason = "没有人投标" });
        var list = await (await office.Host.SignedInAsync(TownClerk)).GoAsync("/office/tenders");
        Assert.Contains("已流标", list.Words, StringComparison.Ordinal);
        Assert.Equal(404, (await (await office.Host.SignedInAsync(Clerk)).GoAsync("/office/tenders/09-2026-G-0011")).Status);
    }

    [Fact]
    public async Task Whoever_planned_may_not_sign_and_a_number_is_used_once()
    {
        const string path = "tenders/09-2026-G-0021";
        var everyone = await office.Host.SignedInAsync(Everyone);
        var form = await everyone.GoAsync($"/office/{path}");
        var planned = await everyone.SendAsync(form, "#act-plan-tender", Plan);
        Assert.Null(planned.Page.QuerySelector("#act-sign-plan"));
        var fields = new Dictionary<string, string> { ["token"] = Visitor.FieldsOf(planned, "#act-replan-tender")["token"], ["version"] = "1", ["hash"] = new string('0', 64) };
        Assert.Equal(403, (await everyone.PostAsync($"/office/{path}/acts/sign-plan", fields)).Status);
        Assert.Equal(409, (await everyone.SendAsync(form, "#act-plan-tender", Changed(Plan, "title", "另一个"))).Status);
        Assert.Equal(1, await office.VersionAsync("tender/09-2026-G-0021"));
        Assert.EndsWith("-0022", (await everyone.GoAsync("/office/tenders/new?village=09&kind=Goods")).Path, StringComparison.Ordinal);
    }

    internal static Dictionary<string, string> Changed(object sound, string name, string value)
    {
        var all = sound.GetType().GetProperties().ToDictionary(p => p.Name, p => (string)p.GetValue(sound)!);
        all[name] = value;
        return all;
    }
}
