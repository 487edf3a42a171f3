using Transparency.Contracts;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>The clerk's desk: what is missing, papers one after the other, budgets, and the books taken out.</summary>
public sealed class DeskOfMoneyTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Two = "party-secretary village-head";

    [Fact]
    public async Task A_months_page_says_what_it_lacks_and_leads_to_what_resolves_it()
    {
        const string of = "statements/04/2026-08";
        await office.ActAsync("enter-voucher", "04/2026-08", Clerk, Interest("0801", "2026-08-03"));
        await office.ActAsync("enter-voucher", "04/2026-08", Clerk, Interest("0802", "2026-08-03"));
        var seen = await (await office.Host.SignedInAsync(Bookkeeper)).GoAsync($"/office/{of}");
        Assert.Contains("收集凭证", seen.Page.QuerySelector("#todo")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [("2026-07 还没有结账，也没有期初余额。", "#act-open-book"), ("有 2 张凭证还没有记账或退回，最早的是 0801。", "#act-book-vouchers"), ("还没有 2026-08 的银行对账单。", "/office/import?kind=bank"), ("凭证 0802 与 0801 日期、摘要、对方、科目和金额都相同，可能重复。", "#act-refuse-voucher")],
            seen.Page.QuerySelectorAll(".todo a").Select(a => (a.TextContent, a.GetAttribute("href")!)));
        Assert.Equal(["须先办", "须先办", "须先办", "如实列示"], seen.Page.QuerySelectorAll(".todo .badge").Select(b => b.TextContent));
        foreach (var way in seen.Page.QuerySelectorAll(".todo a[href^='#']")) Assert.NotNull(seen.Page.QuerySelector(way.GetAttribute("href")!));

        var list = await (await office.Host.SignedInAsync(Bookkeeper)).GoAsync("/office/money");
        var row = list.Page.QuerySelectorAll("#missing + table tbody tr")[0].QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(["贾家河坞村", "2026-08", "收集凭证", "2026-07 还没有结账，也没有期初余额。", "2026年9月10日", "已晚 7 天"], row);
        Assert.NotNull((await (await office.Host.SignedInAsync(Bookkeeper)).GoAsync(list.Page.QuerySelector("#missing + table a[href$='#todo']")!.GetAttribute("href")!)).Page.QuerySelector("#todo"));
        Assert.Single((await (await office.Host.SignedInAsync(OtherClerk)).GoAsync("/office/money")).Page.QuerySelectorAll("#missing + table tbody tr"));
    }

    [Fact]
    public async Task Papers_go_in_one_after_the_other_and_each_is_confirmed()
    {
        const string path = "/office/statements/09/2026-06/entry";
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var page = await clerk.GoAsync(path);
        Assert.True(page.Page.QuerySelector("#enter-voucher-voucher")!.HasAttribute("autofocus"));
        var done = await clerk.SendAsync(page, "#act-enter-voucher", new { voucher = "0609", date = "8", summary = "路灯电费", lines_1_item = "51401", lines_1_expense = "1,200.50", payee_kind = "organisation", payee = "供电公司", approvers = Two });
        Assert.Equal(("?entered=0609", 200), (done.Query, done.Status));
        Assert.Equal("凭证 0609 已录入：支出 1,200.50 元，路灯电费", done.Page.QuerySelector("[role=status]")!.TextContent);
        var next = Visitor.FieldsOf(done, "#act-enter-voucher");
        Assert.Equal(("0610", "2026-06-08", Two, "escrow", ""), (next["voucher"], next["date"], next["approvers"], next["money"], next["summary"]));

        // The boxes stay ticked for the next payment; nobody signed for what came in.
        done = await clerk.SendAsync(done, "#act-enter-voucher", new { date = "21", summary = "利息", lines_1_item = "利息", lines_1_income = "3" });
        Assert.Equal(["0610", "2026年6月21日", "利息", "3.00", "", "3.00", "1,200.50"], done.Page.QuerySelectorAll("#last + table tbody tr:first-child td").Select(c => c.TextContent.Trim()));
        await using var session = office.Host.Store.QuerySession();
        var book = (Contracts.Escrow.Ledgers.Book.Open)(await Portal.Store.Entry.LoadAsync(session, "book/09/2026-06", Contracts.Escrow.Ledgers.BookDecider.Law, default)).State;
        Assert.Equal([2, 0], book.Entered.Select(e => e.Voucher.Approvers.Count));
    }

    [Fact]
    public async Task A_paper_that_is_refused_stays_typed_and_a_button_pressed_twice_enters_one()
    {
        const string path = "/office/statements/09/2026-05/entry";
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var page = await clerk.GoAsync(path);
        var refused = await clerk.SendAsync(page, "#act-enter-voucher", new { voucher = "0501", date = "31", summary = "电费", lines_1_item = "没有的", lines_1_expense = "9" });
        Assert.Equal((422, "#enter-voucher-lines"), (refused.Status, refused.Page.QuerySelector("[role=alert] a")!.GetAttribute("href")));
        Assert.Equal(("31", "没有的"), (Visitor.FieldsOf(refused, "#act-enter-voucher")["date"], Visitor.FieldsOf(refused, "#act-enter-voucher")["lines_1_item"]));
        var sound = new { voucher = "0501", date = "31", summary = "利息", lines_1_item = "利息", lines_1_income = "9", lines_1_expense = "" };
        Assert.Equal("?entered=0501", (await clerk.SendAsync(refused, "#act-enter-voucher", sound)).Query);
        Assert.Equal("?entered=0501", (await clerk.SendAsync(refused, "#act-enter-voucher", sound)).Query);
        Assert.Equal(1, await office.VersionAsync("book/09/2026-05"));
        Assert.Equal(409, (await clerk.SendAsync(page, "#act-enter-voucher", new { voucher = "0502", date = "31", summary = "利息", lines_1_item = "利息", lines_1_income = "9" })).Status);
    }

    [Fact]
    public async Task Only_a_reporting_clerk_of_the_village_finds_the_entry_page()
    {
        foreach (var (who, path) in new[] { (Bookkeeper, "09/2026-06"), (FinanceGroup, "09/2026-06"), (Clerk, "09/2026-06"), (OtherClerk, "09/june"), (OtherClerk, "77/2026-06") })
            Assert.Equal(404, (await (await office.Host.SignedInAsync(who)).GoAsync($"/office/statements/{path}/entry")).Status);
    }

    [Fact]
    public async Task A_budget_is_recorded_shown_and_replaced()
    {
        var list = await (await office.Host.SignedInAsync(OtherClerk)).GoAsync("/office/money");
        Assert.NotNull(list.Page.QuerySelector("a[href='/office/budgets/09/2026']"));
        var done = await office.DoAsync(OtherClerk, "budgets/09/2026", "adopt-budget", new { lines_1_item = "盐田承包费", lines_1_income = "800000", lines_2_item = "51401", lines_2_expense = "38,000.00", basis = "2026年1月8日村民代表会议通过" });
        Assert.Contains("38,000.00", done.Page.QuerySelector("table.sheet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年1月8日村民代表会议通过", done.Words, StringComparison.Ordinal);
        var same = await office.RefusedAsync(OtherClerk, "budgets/09/2026", "adopt-budget", null, 422);
        Assert.Contains("没有任何改动", same.Fault, StringComparison.Ordinal);
        await office.DoAsync(OtherClerk, "budgets/09/2026", "adopt-budget", new { lines_2_expense = "40000", basis = "2026年7月2日村民代表会议调整" });
        Assert.Equal(2, await office.VersionAsync("budget/09/2026"));
        Assert.Null((await (await office.Host.SignedInAsync(Bookkeeper)).GoAsync("/office/budgets/09/2026")).Page.QuerySelector("#act-adopt-budget button"));
        foreach (var path in new[] { "04/2026", "09/26", "09/1899" }) Assert.Equal(404, (await (await office.Host.SignedInAsync(OtherClerk)).GoAsync($"/office/budgets/{path}")).Status);
    }

    [Fact]
    public async Task Books_are_taken_out_by_who_keeps_them_and_no_cache_keeps_them()
    {
        await office.ActAsync("enter-voucher", "09/2026-04", OtherClerk, Interest("0401", "2026-04-03", "欧阳建国"));
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var answer = await clerk.FetchAsync("/office/export/vouchers-2026-04.csv");
        Assert.Equal(("no-store", "text/csv; charset=utf-8"), (answer.Headers.CacheControl!.ToString(), answer.Content.Headers.ContentType!.ToString()));
        Assert.Contains("欧阳建国", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳建国", await (await (await office.Host.SignedInAsync(Clerk)).FetchAsync("/office/export/vouchers-2026-04.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await (await office.Host.SignedInAsync(Supervision)).FetchAsync("/office/export/vouchers-2026-04.csv")).StatusCode);
        Assert.Null((await (await office.Host.SignedInAsync(Supervision)).GoAsync("/office/money")).Page.QuerySelector("#export"));
        foreach (var link in (await clerk.GoAsync("/office/money")).Page.QuerySelectorAll("a[href^='/office/export/']")) Assert.Equal(200, (int)(await clerk.FetchAsync(link.GetAttribute("href")!)).StatusCode);
        foreach (var name in new[] { "vouchers-2026-4.csv", "vouchers-2026-04.pdf", "officers-2026-04.csv", "vouchers.csv" }) Assert.Equal(404, (int)(await clerk.FetchAsync($"/office/export/{name}")).StatusCode);
        Assert.DoesNotContain("欧阳建国", (await office.Host.Anybody().GoAsync("/office/export/vouchers-2026-04.csv")).Words, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Interest(string number, string date, string? payer = null) => new()
    {
        ["voucher"] = number, ["date"] = date, ["summary"] = "利息", ["item"] = "50401", ["income"] = "5", ["payee_kind"] = payer is null ? "" : "person", ["payee"] = payer ?? "",
    };
}
