using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Town;

namespace Transparency.Samples;

/// <summary>A small rule book: Yangzi Town with two villages, a few matters, the holidays of autumn 2026.</summary>
public static class SampleRules
{
    public static readonly VillageCode Jiajiahewu = new("04");
    public static readonly VillageCode Gudichang = new("09");

    private static readonly Text Collective = new("村集体经济组织", "the collective economic organisation");

    public static readonly Obligation Grants = new(
        "grants", new("政府补助、救灾救助和捐赠", "Government grants, relief and donations"), new("上面拨了什么钱物，怎么用的", "What came from the government, and how it was used"), new("村民委员会", "the villagers' committee"),
        Frequency.Quarter, "REPORT_DUE", Evidence.Report, new("村民委员会组织法 30 (3)", "Organic Law, art. 30 (3)"), new(2026, 4, 1));

    public static readonly Obligation MonthlyStatement = new(
        "escrow-statement", new("代管资金月报", "Monthly statement of escrow funds"), new("收了多少、支了多少、还剩多少", "What came in, went out and is left"), Collective,
        Frequency.Month, "STATEMENT_DUE", Evidence.Statement, new("山东省实施村委会组织法办法 27", "Shandong rules on the Organic Law, art. 27"), new(2026, 8, 1));

    public static readonly Obligation RentOfYear = new(
        "rent", new("租金收缴情况", "Rent due and received"), new("每份租赁合同应收、实收、欠多少", "What was due, received and owed on every lease"), Collective,
        Frequency.Year, "RENT_DUE", Evidence.Rent, new("农村集体经济组织法 45", "Law on Rural Collective Economic Organisations, art. 45"), new(2025, 1, 1));

    public static readonly FindingCode NoInvoice = new("no-invoice", new("支出没有票据", "Spending without an invoice"), new("会计法 14", "Accounting Law, art. 14"));

    public static readonly FindingCode LateBankIn = new("late-bank-in", new("收款没有及时存入专户", "Receipts not banked in time"), new("现金管理暂行条例 11", "Cash Regulations, art. 11"));

    public static readonly RuleBook Book = new(
        new TownSettings(new("央子镇", "Yangzi Town"), new("央子镇人民政府", "Yangzi Town Government"), "央政公示", new("镇经管站 0536-0000000", "Town Economic Management Station 0536-0000000"), new("示范镇", "A demonstration town"), true),
        new Village[] { new(Jiajiahewu, new("贾家河坞村", "Jiajiahewu Village"), 301, 948, 2300, 1900), new(Gudichang, new("固堤场村", "Gudichang Village"), 297, 935, 1100, 7400) }.ToDictionary(v => v.Code),
        new Matter[]
        {
            new("works-large", new("村级大额工程建设", "Large village works"), Route.Major, VillageBody.Representatives, "PUBLICITY_DEFAULT", Role.Village, Role.TownReview, Role.TownApprove, new Yuan(10_000_000), "村民委员会组织法 24 (7)"),
            new("town-works", new("镇级财政投资工程", "Works paid by the town"), Route.Major, null, "PUBLICITY_DEFAULT", Role.Town, Role.TownReview, Role.TownApprove, null, "政府信息公开条例 21"),
            new("lease-saltpan", new("盐田承包", "Salt-pan contract"), Route.Major, VillageBody.Representatives, "PUBLICITY_DEFAULT", Role.Village, Role.TownReview, Role.TownApprove, null, "村民委员会组织法 24 (8)"),
            new("land-compensation", new("征地补偿费使用分配", "Land compensation"), Route.Major, VillageBody.VillagersMeeting, "PUBLICITY_LONG", Role.Village, Role.TownReview, Role.TownApprove, null, "村民委员会组织法 24 (6)"),
            new("tender-plan", new("招标采购立项", "Decision to buy by tender"), Route.Major, VillageBody.Representatives, "PUBLICITY_DEFAULT", Role.Village, Role.TownReview, Role.TownApprove, new Yuan(10_000_000), "镇定分档"),
            new("election-result", new("换届选举结果", "Election result"), Route.Major, VillageBody.VillagersMeeting, "PUBLICITY_DEFAULT", Role.Village, Role.TownReview, null, null, "村民委员会组织法 18"),
            new("purchase-quotation", new("询价采购", "Purchase by quotations"), Route.Routine, VillageBody.Committee, "", Role.Village, Role.TownReview, Role.TownReview, new Yuan(100_000), "镇定分档"),
            new("coal-season", new("取暖煤集中采购", "Heating coal of a season"), Route.Major, VillageBody.Committee, "PUBLICITY_SHORT", Role.Town, Role.TownReview, Role.TownApprove, null, "镇定分档"),
            new("rent-ledger", new("租金收缴情况", "Rent"), Route.Routine, null, "", Role.Bookkeeper, Role.FinanceGroup, Role.Supervision, null, "农村集体经济组织法 45"),
            new("escrow-statement", new("代管资金月度收支", "Monthly statement of escrow funds"), Route.Routine, null, "", Role.Bookkeeper, Role.FinanceGroup, Role.Supervision, null, "山东省实施村委会组织法办法 27"),
            new("joint-payment", new("联签会审的支出", "Payments that need joint signing"), Route.Routine, null, "", Role.Village, Role.Bookkeeper, Role.Bookkeeper, new Yuan(5_000_00), "镇定分档"),
            new("borrow-lend", new("集体借贷与大额支出", "Large spending"), Route.Major, VillageBody.Representatives, "PUBLICITY_DEFAULT", Role.Village, Role.TownReview, Role.TownApprove, new Yuan(50_000_00), "村民委员会组织法 24 (8)"),
            new("village-report", new("村务公开事项", "Village report"), Route.Routine, null, "", Role.Village, Role.Supervision, Role.Supervision, null, "村民委员会组织法 30、32"),
            new("villagers-proposal", new("采纳群众建议", "Villagers' proposal adopted"), Route.Routine, null, "", Role.Town, Role.TownReview, Role.TownReview, null, "政府信息公开条例 20"),
            new("escrow-inspection", new("村级财务定期检查", "Inspection of village money"), Route.Routine, null, "", Role.Town, Role.TownReview, Role.TownApprove, null, "农村集体经济组织财务制度"),
            new("treasury-payment", new("镇级财政支付", "Payment from the town budget"), Route.Routine, null, "", Role.Town, Role.TownReview, Role.TownApprove, null, "政府信息公开条例 20、21"),
        }.ToDictionary(m => m.Code),
        new(
        [
            Rule("PUBLICITY_SHORT", 3), Rule("PUBLICITY_DEFAULT", 5), Rule("PUBLICITY_LONG", 7),
            Calendar("CANDIDATES", 3), Calendar("TENDER_PERIOD", 20), Calendar("BIDS_TENDER", 7), Calendar("BIDS_QUOTATION", 3),
            Calendar("MEETING_NOTICE", 10), Calendar("CASH_IN", 3) with { Limit = Limit.AtMost }, Calendar("CLARIFICATION", 15) with { Direction = CountDirection.Before }, Calendar("CLARIFICATION_TOWN", 3) with { Direction = CountDirection.Before },
            Rule("OBJECTION_ANSWER", 3) with { Limit = Limit.AtMost },
            Calendar("PROPOSAL_ANSWER", 30) with { Limit = Limit.AtMost },
            Due("REPORT_DUE", 20), Due("RENT_DUE", 25),
            Calendar("BOARD_POSTING", 15) with { Law = new("村民委员会组织法 35", "Organic Law, art. 35"), InForceFrom = new(2026, 1, 1) },
            new("STATEMENT_DUE", new("月报公开", "Monthly statement"), 10, DayUnit.DayOfNextMonth, new("山东省实施村委会组织法办法 27"), Limit.AtMost),
        ]),
        HolidayTable.Of(Holidays2026()),
        [MonthlyStatement, Grants, RentOfYear],
        SampleAccounts.Chart)
    {
        Findings = [NoInvoice, LateBankIn],
        Limits =
        [
            new(PercentLimit.Change, new("合同变更累计"), 10, new("政府采购法 49", "Government Procurement Law, art. 49"), null, null),
            new(PercentLimit.Advance, new("预付款"), 30, new("建设工程价款结算暂行办法 12", "Interim Measures on Settling Works, art. 12"), null, null),
        ],
    };

    private static DeadlineRule Rule(string code, int days) => new(code, new(code), days, DayUnit.WorkingDay, new("镇重大事项公示申报制度 第6条", "Town rules on declaring major events, art. 6"));

    private static DeadlineRule Calendar(string code, int days) => new(code, new(code), days, DayUnit.CalendarDay, new("镇招标采购分档规定", "Town rules on tenders and purchases"));

    /// <summary>The same town, in which one village has a row of its own.</summary>
    public static RuleBook WithRowOf(this RuleBook book, VillageCode village, string code, int days)
    {
        var own = book.Deadlines.Rows.First(row => row.Code == code) with { Value = days, Scope = RuleScope.Village, Village = village };
        return book with { Deadlines = new([.. book.Deadlines.Rows, own]) };
    }

    private static DeadlineRule Due(string code, int day) => new(code, new(code), day, DayUnit.DayOfNextMonth, new("本镇规定", "Town rules"), Limit.AtMost);

    private static IEnumerable<Holiday> Holidays2026()
    {
        yield return new(new(2026, 1, 1), false, new("元旦", "New Year's Day"));
        yield return new(new(2026, 9, 20), true, new("国庆节", "National Day"));
        foreach (var day in new[] { 25, 26, 27 }) yield return new(new(2026, 9, day), false, new("中秋", "Mid-autumn Festival"));
        for (var day = 1; day <= 7; day++) yield return new(new(2026, 10, day), false, new("国庆节", "National Day"));
        yield return new(new(2026, 10, 10), true, new("国庆节", "National Day"));
    }
}
