using Transparency.Contracts;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>A month of money by forms alone: the bank's month comes by upload, everything else from its one page.</summary>
public class MonthFormTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Bank = "account,date,reference,summary,income,expense,balance\n09,2026-08-03,0803,电费,,3200.00,96800.00\n09,2026-08-20,0820,租金,50000.00,,146800.00\n";

    private const string Two = "party-secretary village-head";

    private static readonly object Power = new { voucher = "0803", date = "2026-08-03", summary = "排灌站电费", lines_1_item = "电费", lines_1_expense = "3200", payee_kind = "organisation", payee = "供电公司", approvers = Two };

    private static readonly object Rent = new { voucher = "0820", date = "2026-08-20", summary = "盐田承包费", lines_1_item = "盐田承包费", lines_1_income = "50000.00", payee_kind = "person", payee = "欧阳建国" };

    [Fact]
    public async Task From_the_first_voucher_to_an_answered_question_and_a_corrected_edition()
    {
        const string august = "statements/09/2026-08";
        await office.DoAsync(Bookkeeper, august, "open-book", new { opening = "100000.00" });
        await office.DoAsync(OtherClerk, august, "enter-voucher", Power);
        await office.DoAsync(OtherClerk, august, "enter-voucher", Rent);
        await office.DoAsync(OtherClerk, august, "enter-voucher", new { voucher = "0811", date = "2026-08-11", summary = "慰问", lines_1_item = "51404", lines_1_expense = "600", payee_kind = "household", payee = "", approvers = Two });
        await office.DoAsync(Bookkeeper, august, "refuse-voucher", new { voucher = "0811", reason = "没有领款人签字" });
        await office.DoAsync(Bookkeeper, august, "book-vouchers");
        await WaitsForBankAsync(august);
        await UploadAsync(Bookkeeper, "bank", "八月.csv", Bank);
        var prepared = await office.DoAsync(Bookkeeper, august, "prepare-statement", new { receivables_1_who = "某承包户", receivables_1_who_en = "a lessee", receivables_1_amount = "10000" });
        Assert.Contains("146,800.00", prepared.Words, StringComparison.Ordinal);
        await office.DoAsync(FinanceGroup, august, "return-statement", new { reason = "应收款不对" });
        Assert.Contains("应收款不对", (await office.DoAsync(Bookkeeper, august, "prepare-statement")).Page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        await office.DoAsync(FinanceGroup, august, "check-statement");
        await office.DoAsync(Supervision, august, "sign-statement");
        await office.DoAsync(FinanceGroup, august, "ask-about-statement", new { question = "电费为什么高？" });
        await office.DoAsync(Bookkeeper, august, "answer-about-statement", new { ordinal = "1", answer = "天旱，多抽了水" });
        var reword = await office.DoAsync(OtherClerk, $"{august}?voucher=0803", "reword-voucher", new { summary = "排灌站八月电费" });
        Assert.Contains("排灌站八月电费", reword.Words, StringComparison.Ordinal);
        await office.DoAsync(Bookkeeper, august, "prepare-statement", new { note = "更正一笔摘要" });
        await office.DoAsync(FinanceGroup, august, "check-statement");
        Assert.Contains("第 2 版", (await office.DoAsync(Supervision, august, "sign-statement")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳建国", (await (await office.Host.SignedInAsync(Supervision)).GoAsync($"/office/{august}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_leads_to_its_field_and_what_was_typed_stays()
    {
        var refused = await office.RefusedAsync(OtherClerk, "statements/09/2026-07", "enter-voucher", new { voucher = "0701", date = "2026-08-01", summary = "电费", lines_1_item = "电费", lines_1_expense = "10", payee_kind = "organisation", payee = "供电公司", approvers = Two }, 422);
        Assert.Equal("#enter-voucher-date", refused.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(("0701", "电费", "organisation"), Typed(refused));
        var amount = await office.RefusedAsync(OtherClerk, "statements/09/2026-07", "enter-voucher", new { voucher = "0701", date = "2026-07-01", summary = "电费", lines_1_item = "电费", lines_1_expense = "十元", payee_kind = "organisation", payee = "供电公司", approvers = Two }, 422);
        Assert.Equal("#enter-voucher-lines", amount.Page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.Equal(0, await office.VersionAsync("book/09/2026-07"));
        static (string, string, string) Typed(Seen seen) => Visitor.FieldsOf(seen, "#act-enter-voucher") is var f ? (f["voucher"], f["lines_1_item"], f["payee_kind"]) : default;
    }

    [Fact]
    public async Task A_button_pressed_twice_enters_one_voucher_and_a_stale_tab_is_told_so()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var tab = await clerk.GoAsync("/office/statements/09/2026-06");
        var fields = new { voucher = "0601", date = "2026-06-01", summary = "利息", lines_1_item = "利息", lines_1_income = "1.00" };
        Assert.Equal("?done=enter-voucher", (await clerk.SendAsync(tab, "#act-enter-voucher", fields)).Query);
        Assert.Equal("?done=enter-voucher", (await clerk.SendAsync(tab, "#act-enter-voucher", fields)).Query);
        Assert.Equal(1, await office.VersionAsync("book/09/2026-06"));
        var stale = await clerk.SendAsync(tab, "#act-enter-voucher", new { voucher = "0602", date = "2026-06-02", summary = "利息", lines_1_item = "利息", lines_1_income = "2.00" });
        Assert.Equal((409, "0602"), (stale.Status, Visitor.FieldsOf(stale, "#act-enter-voucher")["voucher"]));
        Assert.NotNull((await clerk.GoAsync(stale.Page.QuerySelector("[role=alert] a")!.GetAttribute("href")!)).Page.QuerySelector(".history .new"));
    }

    [Fact]
    public async Task A_statement_that_was_prepared_again_is_not_signed_as_it_was_seen()
    {
        const string may = "statements/04/2026-05";
        await office.ActAsync("open-book", "04/2026-05", Bookkeeper, new() { ["opening"] = "100.00" });
        await UploadAsync(Bookkeeper, "bank", "五月.csv", "account,date,reference,summary,income,expense,balance\n04,2026-05-31,,,,,100.00\n");
        await office.ActAsync("prepare-statement", "04/2026-05", Bookkeeper);
        var everyone = await office.Host.SignedInAsync(Everyone);
        var tab = await everyone.GoAsync($"/office/{may}");
        await office.ActAsync("prepare-statement", "04/2026-05", Bookkeeper, new() { ["debts"] = "施工队 = 500.00" });
        var moved = await everyone.SendAsync(tab, "#act-check-statement");
        Assert.Equal(409, moved.Status);
        Assert.Contains("500.00", moved.Page.QuerySelector(".moved ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("?done=check-statement", (await everyone.SendAsync(moved, "#act-check-statement")).Query);
    }

    [Fact]
    public async Task Crafted_posts_of_the_wrong_person_change_nothing_and_other_villages_see_nothing()
    {
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var token = Visitor.FieldsOf(await clerk.GoAsync("/office"), ".who form")["token"];
        Assert.Equal(403, (await clerk.PostAsync("/office/statements/09/2026-04/acts/open-book", new Dictionary<string, string> { ["token"] = token, ["version"] = "0", ["opening"] = "1" })).Status);
        Assert.Equal(422, (await clerk.PostAsync("/office/statements/09/2026-04/acts/enter-voucher", new Dictionary<string, string> { ["token"] = token, ["version"] = "0", ["by"] = "bookkeeper" })).Status);
        Assert.Equal(422, (await clerk.PostAsync("/office/statements/09/2026-04/acts/approve", new Dictionary<string, string> { ["token"] = token, ["version"] = "0" })).Status);
        Assert.Equal(0, await office.VersionAsync("book/09/2026-04"));
        foreach (var path in new[] { "statements/04/2026-04", "statements/77/2026-04", "statements/09/august" }) Assert.Equal(404, (await clerk.GoAsync($"/office/{path}")).Status);
        Assert.DoesNotContain("贾家河坞村", (await clerk.GoAsync("/office/money")).Words, StringComparison.Ordinal);
    }

    private async Task WaitsForBankAsync(string path)
    {
        var page = await (await office.Host.SignedInAsync(Bookkeeper)).GoAsync($"/office/{path}");
        Assert.Contains("还没有 2026-08 的银行对账单", page.Page.QuerySelector("#act-prepare-statement .note")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("#act-prepare-statement button"));
    }

    private async Task UploadAsync(Officer by, string kind, string name, string content)
    {
        var visitor = await office.Host.SignedInAsync(by);
        var looked = await visitor.UploadAsync(await visitor.GoAsync("/office/import"), kind, name, content);
        Assert.Contains("stored=", (await visitor.SendAsync(looked, "#confirm")).Query, StringComparison.Ordinal);
    }
}
