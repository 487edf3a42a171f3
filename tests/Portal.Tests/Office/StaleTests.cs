using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Two people at one case.</summary>
[Collection(OneOffice.Name)]
public class StaleTests(OfficeHost host)
{
    [Fact]
    public async Task A_stale_tab_is_told_so_and_shown_what_happened()
    {
        var id = await host.DeclaredAsync();
        var reviewer = await host.SignedInAsync(Reviewer);
        var tab = await reviewer.GoAsync($"/office/declarations/{id}");
        await host.DoAsync(SecondReviewer, id, "pass-review");
        var stale = await reviewer.SendAsync(tab, "#act-return", new { reason = "补材料" });
        Assert.Equal(409, stale.Status);
        Assert.Contains("有人改动了", stale.Fault, StringComparison.Ordinal);
        Assert.Equal("补材料", stale.Page.QuerySelector("#act-return textarea")!.TextContent.Trim());
        var changes = await reviewer.GoAsync(stale.Page.QuerySelector("[role=alert] a")!.GetAttribute("href")!);
        Assert.Contains("审核通过", changes.Page.QuerySelector(".history .new")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_tab_does_not_lose_its_words_without_a_sign()
    {
        var (clerk, file) = await host.DraftedAsync();
        var tab = await clerk.GoAsync($"/office/declarations/{file.Id}/redraft");
        await clerk.SendAsync(tab, "form.column", new { what = "第一次改" });
        var second = await clerk.SendAsync(tab, "form.column", new { what = "第二次改" });
        Assert.Equal(409, second.Status);
        Assert.Equal("第二次改", Visitor.FieldsOf(second, "form.column")["what"]);
    }

    [Fact]
    public async Task A_pinned_act_survives_a_version_that_moved()
    {
        var id = await host.OpenedAsync();
        await host.CloseAsync(id);
        var approver = await host.SignedInAsync(Approver);
        var tab = await approver.GoAsync($"/office/declarations/{id}");
        var fields = Visitor.FieldsOf(tab, "#act-approve");
        fields["version"] = "1";
        Assert.Equal("?done=approve", (await approver.PostAsync($"/office/declarations/{id}/acts/approve", fields)).Query);
    }

    [Fact]
    public async Task A_hash_that_moved_is_refused_with_the_difference()
    {
        var id = await host.DeclaredAsync();
        var reviewer = await host.SignedInAsync(Reviewer);
        var tab = await reviewer.GoAsync($"/office/declarations/{id}");
        await host.DoAsync(SecondReviewer, id, "return", new { reason = "金额不对" });
        var clerk = await host.SignedInAsync(Clerk);
        await clerk.SendAsync(await clerk.GoAsync($"/office/declarations/{id}/redraft"), "form.column", new { sources_1_amount = "140000", budget_1_amount = "170000" });
        await host.DoAsync(Clerk, id, "declare");
        var moved = await reviewer.SendAsync(tab, "#act-pass-review");
        Assert.Equal(409, moved.Status);
        var table = moved.Page.QuerySelector(".moved table")!.TextContent;
        Assert.Contains("150,000.00", table, StringComparison.Ordinal);
        Assert.Contains("140,000.00", table, StringComparison.Ordinal);
        Assert.Equal("?done=pass-review", (await reviewer.SendAsync(moved, "#act-pass-review")).Query);
    }
}
