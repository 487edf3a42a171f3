using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Samples;

/// <summary>The sample town's chart of accounts, and vouchers written as people write them.</summary>
public static class SampleAccounts
{
    public static readonly AccountCode Receivable = new("112");
    public static readonly AccountCode Works = new("15401");
    public static readonly AccountCode Debt = new("211");
    public static readonly AccountCode RentSaltpan = new("50101");
    public static readonly AccountCode Sale = new("50104");
    public static readonly AccountCode Grant = new("50301");
    public static readonly AccountCode Interest = new("50401");
    public static readonly AccountCode Wages = new("51101");
    public static readonly AccountCode Repairs = new("51102");
    public static readonly AccountCode Office = new("51302");
    public static readonly AccountCode Power = new("51401");
    public static readonly AccountCode Relief = new("51404");
    public static readonly AccountCode Coal = new("51405");
    public static readonly AccountCode OtherOut = new("51599");

    /// <summary>Party secretary, village head and head of the finance group: enough for any payment.</summary>
    public static readonly IReadOnlyList<Approver> Joint = [Approver.PartySecretary, Approver.VillageHead, Approver.FinanceGroupHead];

    public static readonly ChartOfAccounts Chart = new(
    [
        Of(AccountCode.Cash, AccountKind.Money, "库存现金", "cash"), Of(AccountCode.Escrow, AccountKind.Money, "代管资金存款", "money in trust"),
        Of(Receivable, AccountKind.Receivable, "应收款", "owed to the village"), Of(Works, AccountKind.Asset, "工程款", "works"), Of(Debt, AccountKind.Debt, "应付款", "owed by the village"),
        Of(new("311"), AccountKind.Own, "公积公益金", "reserves"),
        Of(RentSaltpan, AccountKind.Income, "盐田承包费", "rent-saltpan"), Of(Sale, AccountKind.Income, "资产变卖", "sale"), Of(Grant, AccountKind.Income, "上级补助", "grant"),
        Of(Interest, AccountKind.Income, "利息", "interest"), Of(new("50499"), AccountKind.Income, "其他收入", "other income"),
        Of(Wages, AccountKind.Expense, "人工费", "wages"), Of(Repairs, AccountKind.Expense, "维修", "repairs"), Of(Office, AccountKind.Expense, "办公费", "office"), Of(Power, AccountKind.Expense, "电费", "power"),
        Of(Relief, AccountKind.Expense, "救助慰问", "relief"), Of(Coal, AccountKind.Expense, "取暖煤", "coal"), Of(OtherOut, AccountKind.Expense, "其他支出", "other expenses"),
    ]);

    /// <summary>Into escrow, under one account.</summary>
    public static IReadOnlyList<VoucherLine> Received(AccountCode account, Yuan amount) => [new(AccountCode.Escrow, amount, Yuan.Zero), new(account, Yuan.Zero, amount)];

    /// <summary>Out of escrow, under one account.</summary>
    public static IReadOnlyList<VoucherLine> Paid(AccountCode account, Yuan amount) => [new(AccountCode.Escrow, Yuan.Zero, amount), new(account, amount, Yuan.Zero)];

    private static Account Of(AccountCode code, AccountKind kind, string zh, string en) => new(code, kind, new(zh, en), new($"{zh}是什么钱。", $"What {en} means."));
}
