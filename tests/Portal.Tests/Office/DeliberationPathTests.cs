using Transparency.Portal.Tests.Store;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>A village decision by forms alone, the declaration that rests on it, and its result.</summary>
public class DeliberationPathTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Path = "deliberations/04-2026-D-0003";

    [Fact]
    public async Task From_the_proposal_to_the_result()
    {
        var clerk = await office.Host.SignedInAsync(Clerk);
        var begun = await clerk.GoAsync("/office/deliberations/new?village=04&matter=works-large");
        Assert.Equal($"/office/{Path}", begun.Path);
        Assert.Equal("works-large", Visitor.FieldsOf(begun, "#act-propose")["matter"]);
        var late = await office.RefusedAsync(Clerk, Path, "propose", Proposal("2026-09-18"), 422);
        Assert.Equal("2026-09-18", Visitor.FieldsOf(late, "#act-propose")["date"]);
        await office.DoAsync(Clerk, Path, "propose", Proposal("2026-09-01"));
        await WaitsForAsync(Clerk, "登记“两委”商议");
        await office.DoAsync(Clerk, Path, "discuss", Meeting("2026-09-04", 7, 6, 5));
        await office.DoAsync(Clerk, Path, "party-review", Meeting("2026-09-07", 24, 19, 18));
        await office.RefusedAsync(Clerk, Path, "resolve", Resolution(mandate: ""), 422);
        var resolved = await office.DoAsync(Clerk, Path, "resolve", Resolution("村民会议授权"));
        Assert.Null(resolved.Page.QuerySelector("#act-post-resolution"));
        await WaitsForAsync(Poster, "公开决议");
        await office.DoAsync(Poster, Path, "post-resolution", new { date = "2026-09-16", place = "村务公开栏" });

        var form = await clerk.GoAsync("/office/declarations/new?matter=works-large&village=04");
        Assert.Equal(["", TestDecisions.Works, "04-2026-D-0003"], form.Page.QuerySelectorAll("#deliberation option").Select(o => o.GetAttribute("value")).Order(StringComparer.Ordinal));
        var bare = await clerk.SendAsync(form, "form.column", new Dictionary<string, string>(Visitor.FieldsOf(form, "form.column", Road.Sound)) { ["deliberation"] = "" });
        Assert.Contains("须先经村民代表会议决议", (await clerk.GoAsync(bare.Path)).Words, StringComparison.Ordinal);
        var redraft = await clerk.SendAsync(await clerk.GoAsync($"{bare.Path}/redraft"), "form.column", new { deliberation = "04-2026-D-0003" });
        Assert.Equal("?done=redraft", redraft.Query);
        Assert.Equal("?done=declare", (await clerk.SendAsync(redraft, "#act-declare")).Query);
        await ApproveAsync(bare.Id);

        Assert.Contains(bare.Id, (await clerk.GoAsync($"/office/{Path}")).Page.QuerySelector("#act-post-result select")!.InnerHtml, StringComparison.Ordinal);
        await office.DoAsync(Clerk, Path, "post-result", new { date = "2026-09-17", result = "已经修好", declaration = bare.Id });
        Assert.Contains("实施结果已公开", (await clerk.GoAsync("/office/deliberations")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_neither_see_it_nor_begin_one()
    {
        var other = await office.Host.SignedInAsync(OtherClerk);
        Assert.Equal(404, (await other.GoAsync($"/office/deliberations/{TestDecisions.Works}")).Status);
        Assert.DoesNotContain(TestDecisions.Works, (await other.GoAsync("/office/deliberations")).Words, StringComparison.Ordinal);
        var reviewer = await office.Host.SignedInAsync(Reviewer);
        Assert.Null((await reviewer.GoAsync($"/office/deliberations/{TestDecisions.Works}")).Page.QuerySelector("#acts"));
        Assert.Contains("不能发起村级决策", (await reviewer.GoAsync("/office/deliberations/new")).Words, StringComparison.Ordinal);
    }

    private async Task WaitsForAsync(Contracts.Officer by, string act)
    {
        var desk = await (await office.Host.SignedInAsync(by)).GoAsync("/office");
        var task = desk.Page.QuerySelector($".desk a[href='/office/{Path}']")?.Closest("li");
        Assert.Contains(act, task?.TextContent ?? "", StringComparison.Ordinal);
    }

    private async Task ApproveAsync(string id)
    {
        await office.Host.DoAsync(Reviewer, id, "pass-review");
        await office.Host.DoAsync(Reviewer, id, "open-window");
        await office.Host.CloseAsync(id);
        office.StepTo(Contracts.Shanghai.DayOf((await office.Host.RowAsync(id)).Window.Ends));
        await office.Host.DoAsync(Approver, id, "approve");
    }

    private static Dictionary<string, string> Proposal(string day) => new(Meeting(day, 3, 3, 3)) { ["title"] = "贾家河坞村砂石路", ["what"] = "修一条砂石路", ["matter"] = "works-large", ["wish"] = "villagers", ["flow"] = "spent",
        ["amounts_1_source"] = "镇财政", ["amounts_1_amount"] = "150000", ["amounts_2_source"] = "村集体; =|", ["amounts_2_amount"] = "30,000.00", ["by_tender"] = "yes" };

    private static Dictionary<string, string> Resolution(string mandate) => new(Meeting("2026-09-10", 35, 32, 30)) { ["body"] = "representatives", ["called"] = "2026-09-04", ["mandate"] = mandate };

    private static Dictionary<string, string> Meeting(string day, int members, int present, int agreed) => new()
    {
        ["date"] = day, ["place"] = "村委会会议室", ["members"] = $"{members}", ["present"] = $"{present}", ["agreed"] = $"{agreed}", ["against"] = "0",
    };
}
