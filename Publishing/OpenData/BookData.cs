using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.OpenData;

/// <summary>
/// What the statements say beside the lines of the escrow account: petty cash, each account against budget and earlier months, and what is
/// open between the ledgers.
/// </summary>
public static class BookData
{
    private sealed record Line<T>(StatementOnRegister Of, T Item);

    private sealed record Open(string Kind, DateOnly Date, string Voucher, Yuan In, Yuan Out, int Days);

    private static readonly DataColumn<(SiteModel Site, Line<HeadSum> Row)>[] HeadColumns =
    [
        .. Month<HeadSum>(),
        new("account", new("科目编码", "Account code"), "string", x => x.Row.Item.Account.Value),
        new("name", new("科目", "Account"), "string", x => x.Row.Of.Section.Account(x.Row.Item.Account)?.Name.Zh),
        new("side", new("收支", "Side"), "string", x => x.Row.Item.IsIncome ? "income" : "expense"),
        new("amount", new("本月（元）", "This month (yuan)"), "number", x => x.Row.Item.Amount.ToString()),
        new("month_before", new("上月（元）", "Month before (yuan)"), "number", x => x.Row.Item.Before?.ToString()),
        new("year_ago", new("去年同月（元）", "A year ago (yuan)"), "number", x => x.Row.Item.YearAgo?.ToString()),
        new("counted_from", new("累计起", "Counted from"), "string", x => x.Row.Of.Section.CountedFrom.ToString()),
        new("year_to_date", new("本年累计（元）", "Year to date (yuan)"), "number", x => x.Row.Item.YearToDate.ToString()),
        new("budget", new("全年预算（元）", "Budget of the year (yuan)"), "number", x => x.Row.Item.Budget?.ToString()),
    ];

    private static readonly DataColumn<(SiteModel Site, Line<Open> Row)>[] OpenColumns =
    [
        .. Month<Open>(),
        new("kind", new("类别", "Kind"), "string", x => x.Row.Item.Kind),
        new("date", new("日期", "Date"), "date", x => Iso(x.Row.Item.Date)),
        new("voucher", new("凭证号", "Voucher"), "string", x => x.Row.Item.Voucher),
        new("income", new("收入（元）", "Income (yuan)"), "number", x => x.Row.Item.In.ToString()),
        new("expense", new("支出（元）", "Expense (yuan)"), "number", x => x.Row.Item.Out.ToString()),
        new("days", new("到月底天数", "Days at the month's end"), "integer",
            x => x.Row.Item.Days.ToString(CultureInfo.InvariantCulture)),
    ];

    public static DataKind Cash { get; } = DataKind.Lines<StatementOnRegister, (StatementOnRegister, StatementLine)>(
        "cash", MoneyData.LineColumns, MoneyData.Slice,
        rows => MoneyData.InOrder(rows).SelectMany(s => (s.Section.Cash?.Lines ?? []).Select(line => (s, line))));

    public static DataKind Heads { get; } = DataKind.Lines<StatementOnRegister, Line<HeadSum>>(
        "heads", HeadColumns, MoneyData.Slice,
        rows => MoneyData.InOrder(rows).SelectMany(s => s.Section.Heads.Select(h => new Line<HeadSum>(s, h))));

    public static DataKind OpenItems { get; } = DataKind.Lines<StatementOnRegister, Line<Open>>(
        "open-items", OpenColumns, MoneyData.Slice,
        rows => MoneyData.InOrder(rows).SelectMany(s => OpenIn(s.Section).Select(o => new Line<Open>(s, o))));

    private static IEnumerable<Open> OpenIn(StatementSection s) =>
    [
        .. s.Reconciliation.Transfers.Select(t => new Open("transfer", t.Date, t.Number, t.In, t.Out, t.AgeIn(s.Month))),
        .. s.Reconciliation.InTransit.Select(t => new Open("in-transit", t.Date, t.Number, t.In, t.Out, t.AgeIn(s.Month))),
        .. s.Reconciliation.Unexplained.Select(u => new Open("unexplained", u.Date, "", u.In, u.Out, u.AgeIn(s.Month))),
    ];

    private static DataColumn<(SiteModel Site, Line<T> Row)>[] Month<T>() =>
    [
        new("village", new("村代码", "Village code"), "string", x => x.Row.Of.Village.Value),
        new("month", new("月份", "Month"), "string", x => x.Row.Of.Month.ToString()),
    ];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
