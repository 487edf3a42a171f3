using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;
using static Transparency.Samples.SampleSections;

namespace Transparency.Samples;

/// <summary>Gudichang's statements from September 2025 to August 2026 in a chain, and one of another village whose ledgers differ.</summary>
public static class SampleStatements
{
    private static readonly Text Bookkeeper = new("镇代管会计站", "Town escrow office");
    private static readonly Text Group = new("固堤场村民主理财小组", "Gudichang finance group");
    private static readonly Text Committee = new("固堤场村务监督委员会", "Gudichang supervision committee");

    /// <summary>Yuan in and out of each month before August 2026.</summary>
    private static readonly (Month Month, int In, int Out)[] Before =
    [
        (new(2025, 9), 142_000, 135_500), (new(2025, 10), 228_000, 71_200), (new(2025, 11), 179_400, 138_000), (new(2025, 12), 208_600, 142_300),
        (new(2026, 1), 239_500, 62_800), (new(2026, 2), 78_300, 171_000), (new(2026, 3), 207_900, 89_600), (new(2026, 4), 230_100, 84_700),
        (new(2026, 5), 128_400, 153_300), (new(2026, 6), 207_200, 128_600), (new(2026, 7), 230_800, 119_900),
    ];

    /// <summary>Budgets of 2026: one of them is overdrawn, the rest has none.</summary>
    private static readonly Dictionary<AccountCode, Yuan> Planned = new() { [SampleAccounts.RentSaltpan] = Y(400_000), [SampleAccounts.Wages] = Y(60_000), [SampleAccounts.Coal] = Y(50_000) };

    public static IReadOnlyList<StatementOnRegister> All { get; } = [.. Chain(), Differing()];

    /// <summary>August 2026, corrected once, with a question answered and one waiting.</summary>
    public static StatementOnRegister August => All.Single(s => s.Village.Value == "09" && s.Month == new Month(2026, 8));

    /// <summary>Its ledgers differ, nothing in it is in English, and its words try to be markup or a formula.</summary>
    public static StatementOnRegister Differs => All[^1];

    private static IEnumerable<StatementOnRegister> Chain()
    {
        var (opening, earlier) = (Y(216_653.70m), new List<MonthTotals>());
        foreach (var (month, received, paid) in Before)
        {
            var s = Section(month, opening, [Line("1", month.First.AddDays(7), new("盐田承包费", "Rent of salt pans"), SampleAccounts.RentSaltpan, received), Line("2", month.First.AddDays(20), new("人工和维修", "Labour and repairs"), SampleAccounts.Repairs, -paid)], earlier, [], []);
            yield return Disclosed(null, s, 1, Day(month.Next, 9));
            (opening, earlier) = (s.Closing, [.. earlier.Append(s.Totals).TakeLast(StatementSection.MonthsBefore)]);
        }
        yield return Asked(Disclosed(Disclosed(null, InAugust(opening, earlier, corrected: false), 1, new(2026, 9, 9)), InAugust(opening, earlier, corrected: true), 2, new(2026, 9, 15)));
    }

    private static StatementSection InAugust(Yuan opening, IReadOnlyList<MonthTotals> earlier, bool corrected) => Section(
        new(2026, 8), opening,
        [
            Line("0801", new(2026, 8, 3), new("3 号盐田承包费", "Rent of salt pan no. 3"), SampleAccounts.RentSaltpan, 150_000) with
            {
                PayeeKind = PartyKind.Organisation, Payee = new("潍坊海晶盐业有限公司", "Weifang Haijing Salt Co., Ltd."), Agreement = new AgreementId("09-2026-L-0003"),
            },
            Line("0802", new(2026, 8, 7), new("水渠清淤人工，12 人 3 天", "Clearing the ditch: 12 people, 3 days"), SampleAccounts.Wages, -5_400) with
            {
                PayeeKind = PartyKind.Person, Payee = PublicName.Of(PartyKind.Person, "王建国"),
                Cover = new("works-small", new("小型工程与修缮", "Small works and repairs"), new("汛前抢修，来不及开会", "Urgent before the floods, there was no time to meet")),
            },
            Line("0803", new(2026, 8, 12), new("小学取暖设备维修", "Repair of the school's heating"), SampleAccounts.Repairs, -3_860) with
            {
                PayeeKind = PartyKind.SoleTrader, Payee = new("海源取暖设备店", "Haiyuan Heating Shop"), Deliberation = SampleDecisions.Routine.Deliberation,
                Cover = new("works-small", new("小型工程与修缮", "Small works and repairs"), null),
            },
            Line("0804", new(2026, 8, 15), new("上级农业补贴", "Farm subsidy from above"), SampleAccounts.Grant, 36_400) with { Declaration = SampleDeclarations.Approved.Number },
            Line("0805", new(2026, 8, 20), new("苦卤综合利用试验", "Trial with bittern"), SampleAccounts.OtherOut, -20_000) with
            {
                PayeeKind = PartyKind.Organisation, Payee = new("镇盐业技术站", "Town salt station"), Declaration = corrected ? SampleDeclarations.Revoked.Number : null,
            },
            Line("0806", new(2026, 8, 26), new("路灯电费", "Electricity for street lights"), SampleAccounts.Power, -1_475.50m) with { PayeeKind = PartyKind.Organisation, Payee = new("供电所", "Power supply office") },
            Line("0807", new(2026, 8, 31), new("取暖煤货款", "Heating coal"), SampleAccounts.Coal, -62_000) with { PayeeKind = PartyKind.Organisation, Payee = new("寒亭区燃料公司", "Hanting Fuel Co."), Tender = new TenderId("00-2025-G-0001") },
        ],
        earlier, [new("0806", new(2026, 8, 26), Yuan.Zero, Y(1_475.50m)), new("0807", new(2026, 8, 31), Yuan.Zero, Y(62_000))], []) with
    {
        Refused = [new("0808", new("没有发票，也没有领款人签字", "No invoice and no signature of the payee"))],
        Receivables = [new(new("5 号鱼塘承包户 2026 年承包费", "Lessee of fish pond no. 5, rent of 2026"), Y(6_000))],
        Debts = [new(new("自来水公司 8 月水费", "Water company, August"), Y(1_120))],
        Cash = new(Y(500), [
            Line("0811", new(2026, 8, 9), new("订书机、信封", "Stapler and envelopes"), SampleAccounts.Office, -64.50m) with { PayeeKind = PartyKind.SoleTrader, Payee = new("利丰文具店", "Lifeng Stationery") },
            Line("0812", new(2026, 8, 28), new("卖废纸", "Waste paper sold"), SampleAccounts.Sale, 42) with { PayeeKind = PartyKind.Household, Payee = PublicName.Of(PartyKind.Household, "") },
        ], Y(42), Y(64.50m)),
        Claims = [new("0813", new(2026, 8, 31), new("5 号鱼塘本年承包费到期", "Rent of fish pond no. 5 has fallen due"), [new(SampleAccounts.Receivable, Y(6_000), Yuan.Zero), new(SampleAccounts.RentSaltpan, Yuan.Zero, Y(6_000))], Yuan.Zero, Yuan.Zero, null, null, [], null, null, null, null, null)],
        Movements = [new(AccountCode.Cash, Y(500), Y(42), Y(64.50m)), new(SampleAccounts.Receivable, Yuan.Zero, Y(6_000), Yuan.Zero), new(SampleAccounts.Debt, Y(-1_120), Yuan.Zero, Yuan.Zero)],
        Accounts = SampleAccounts.Chart.Rows,
        BudgetBasis = new("2026年1月8日村民代表会议通过", "Passed by the villagers' representatives on 8 January 2026"),
        Note = corrected ? new("0805 号凭证补上了公示文号，金额没有变。", "Voucher 0805 now names its declaration; no amount has changed.") : null,
    };

    private static StatementOnRegister Differing() => Disclosed(null, Section(
        new(2026, 8), Y(10_000), [Line("1", new(2026, 8, 5), new("=1+1<script>alert(1)</script>"), SampleAccounts.OtherOut, -300) with { PayeeKind = PartyKind.Organisation, Payee = new("@供货商") }],
        [], [], [new(new(2026, 8, 18), Yuan.Zero, Y(88.80m))]) with { Village = new("08"), VillageName = new("横里路村", "Henglilu Village") }, 1, new(2026, 9, 10));

    private static StatementSection Section(
        Month month, Yuan opening, IReadOnlyList<StatementLine> lines, IReadOnlyList<MonthTotals> earlier, IReadOnlyList<Transit> inTransit, IReadOnlyList<Unexplained> unexplained)
    {
        var (income, expense) = (Sum(lines.Select(l => l.In)), Sum(lines.Select(l => l.Out)));
        var closing = opening + income - expense;
        IReadOnlyList<HeadSum> heads = [.. lines.GroupBy(l => (l.Parts[0].Account, IsIncome: l.In > Yuan.Zero)).OrderBy(g => !g.Key.IsIncome).ThenBy(g => g.Key.Account)
            .Select(g => new HeadSum(g.Key.Account, g.Key.IsIncome, Sum(g.Select(l => l.In + l.Out)), earlier.Count > 0 ? Yuan.Zero : null, null, Sum(g.Select(l => l.In + l.Out)), Planned.GetValueOrDefault(g.Key.Account) is { Fen: > 0 } budget ? budget : null))];
        var accounts = heads.Select(h => h.Account).Distinct().Order();
        var bank = closing - Sum(inTransit.Select(t => t.In - t.Out)) + Sum(unexplained.Select(u => u.In - u.Out));
        return new(
            new("09"), new("固堤场村", "Gudichang Village"), SampleTown.Town.Name, month, opening, lines, income, expense, closing,
            null, [], heads, [.. accounts.Select(code => SampleAccounts.Chart.Of(code)!)], [],
            new(closing, opening, income, expense, bank, [], inTransit, unexplained, 0), [], [], [], null, null, new(month.Year, 1), earlier);
    }

    /// <param name="yuan">above zero for income, below for expense</param>
    private static StatementLine Line(string number, DateOnly date, Text summary, AccountCode account, decimal yuan) =>
        new(number, date, summary, [yuan > 0 ? new(account, Yuan.Zero, Y(yuan)) : new(account, Y(-yuan), Yuan.Zero)], yuan > 0 ? Y(yuan) : Yuan.Zero, yuan < 0 ? Y(-yuan) : Yuan.Zero, null, null, yuan < 0 ? SampleAccounts.Joint : [], null, null, null, null, null);

    private static StatementOnRegister Disclosed(StatementOnRegister? before, StatementSection s, int edition, DateOnly on) => Evolve(
        before, new StatementDisclosed(edition, s, s.Hash, new PublicAct(on.AddDays(-4), Bookkeeper), new PublicAct(on.AddDays(-2), Group), By(Committee, on)), s);

    private static StatementOnRegister Asked(StatementOnRegister s)
    {
        s = Evolve(s, new StatementQuestioned(1, new("苦卤试验是谁同意的？", "Who agreed to the trial with bittern?"), By(Group, new(2026, 9, 16))), s.Section);
        s = Evolve(s, new StatementAnswered(1, new("村民代表会议 8 月 10 日决议，见公示。", "The villagers' representatives on 10 August; see the declaration."), By(Bookkeeper, new(2026, 9, 17))), s.Section);
        return Evolve(s, new StatementQuestioned(2, new("0808 号凭证是买什么的？"), By(Group, new(2026, 9, 18))), s.Section);
    }

    private static StatementOnRegister Evolve(StatementOnRegister? before, StatementEvent e, StatementSection s) =>
        StatementOnRegister.Evolve(before, $"statement/{new VillageMonth(s.Village, s.Month)}", e)!;

    private static Signature By(Text unit, DateOnly on) => new(new("sample"), new("sample"), unit, Shanghai.At(on, new(9, 0)));

    private static DateOnly Day(Month month, int day) => month.First.AddDays(day - 1);

    private static Yuan Sum(IEnumerable<Yuan> amounts) => amounts.Aggregate(Yuan.Zero, (sum, a) => sum + a);
}
