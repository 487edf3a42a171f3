using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.OpenData;

/// <summary>Escrow money as data: one row per statement, and every single line of all statements.</summary>
public static class MoneyData
{
    private static readonly DataColumn<(SiteModel Site, StatementOnRegister Row)>[] StatementColumns =
    [
        new("village", new("村代码", "Village code"), "string", x => x.Row.Village.Value),
        new("village_name", new("村", "Village"), "string", x => x.Row.Section.VillageName.Zh),
        new("month", new("月份", "Month"), "string", x => x.Row.Month.ToString()),
        new("opening", new("期初余额（元）", "Opening balance (yuan)"), "number", x => x.Row.Section.Opening.ToString()),
        new("income", new("收入（元）", "Income (yuan)"), "number", x => x.Row.Section.Income.ToString()),
        new("expense", new("支出（元）", "Expense (yuan)"), "number", x => x.Row.Section.Expense.ToString()),
        new("closing", new("期末余额（元）", "Closing balance (yuan)"), "number", x => x.Row.Section.Closing.ToString()),
        new("trust", new("镇代管账余额（元）", "Trust ledger (yuan)"), "number",
            x => x.Row.Section.Reconciliation.Trust.ToString()),
        new("bank", new("银行对账单余额（元）", "Bank statement (yuan)"), "number",
            x => x.Row.Section.Reconciliation.Bank.ToString()),
        new("on_its_way", new("在途（元）", "On its way (yuan)"), "number", x => x.Row.Section.Reconciliation.OnItsWay.ToString()),
        new("transfers", new("在途划转（元）", "Transfers on their way (yuan)"), "number",
            x => Transfers(x.Row.Section.Reconciliation)),
        new("difference", new("差额（元）", "Difference (yuan)"), "number", x => x.Row.Section.Reconciliation.Difference.ToString()),
        new("lines", new("笔数", "Lines"), "integer", x => Whole(x.Row.Section.Lines.Count)),
        new("refused", new("退回凭证", "Refused vouchers"), "integer", x => Whole(x.Row.Section.Refused.Count)),
        new("questions", new("提问", "Questions"), "integer", x => Whole(x.Row.Questions.Count)),
        new("edition", new("版次", "Edition"), "integer", x => Whole(x.Row.Current.Ordinal)),
        new("signed", new("签字公开日期", "Signed"), "date", x => Iso(Shanghai.DayOf(x.Row.Current.At))),
        new("content_hash", new("内容校验值", "Content hash"), "string", x => x.Row.Current.Hash.Value),
        new("check_code", new("校验码", "Check code"), "string", x => NoticeJson.CheckCodeOf(x.Row.Current)),
        new("address", new("网址", "Address"), "string", x => $"{x.Site.Settings.PublicAddress}/{SiteMap.StatementFolder(x.Row.Of)}"),
    ];

    internal static readonly DataColumn<(SiteModel Site, (StatementOnRegister Of, StatementLine Line) Row)>[] LineColumns =
    [
        new("village", new("村代码", "Village code"), "string", x => x.Row.Of.Village.Value),
        new("month", new("月份", "Month"), "string", x => x.Row.Of.Month.ToString()),
        new("date", new("日期", "Date"), "date", x => Iso(x.Row.Line.Date)),
        new("voucher", new("凭证号", "Voucher"), "string", x => x.Row.Line.Number),
        new("summary", new("摘要", "Summary"), "string", x => x.Row.Line.Summary.Zh),
        new("item", new("科目", "Head"), "string", x => StatementWording.Heads(Language.Zh, x.Row.Of.Section, x.Row.Line).ToString()),
        new("income", new("收入（元）", "Income (yuan)"), "number", x => x.Row.Line.In.ToString()),
        new("expense", new("支出（元）", "Expense (yuan)"), "number", x => x.Row.Line.Out.ToString()),
        new("payee", new("收付款方（公开名称）", "Payee or payer (public name)"), "string", x => x.Row.Line.Payee?.Zh),
        new("agreement", new("合同编号", "Agreement"), "string", x => x.Row.Line.Agreement?.Value),
        new("tender", new("招标编号", "Tender"), "string", x => x.Row.Line.Tender?.Value),
        new("declaration", new("公示文号", "Declaration"), "string", x => x.Row.Line.Declaration?.ToString()),
        new("deliberation", new("村级决策编号", "Village decision"), "string", x => x.Row.Line.Deliberation?.Value),
        new("matter", new("须经决策的事项", "Matter that needs a decision"), "string", x => x.Row.Line.Cover?.Name.Zh),
        new("no_case", new("没有依据的原因", "Why it has none"), "string", x => x.Row.Line.Cover?.Reason?.Zh),
    ];

    public static DataKind Statements { get; } = DataKind.Of<StatementOnRegister>("statements", StatementColumns, Slice, InOrder);

    public static DataKind Payments { get; } = DataKind.Lines<StatementOnRegister, (StatementOnRegister, StatementLine)>(
        "payments", LineColumns, Slice, rows => InOrder(rows).SelectMany(s => s.Section.Lines.Select(line => (s, line))));

    internal static string Slice(int year) => Slices.KindYear(CaseKind.Statement, year);

    internal static IEnumerable<StatementOnRegister> InOrder(IEnumerable<StatementOnRegister> rows) =>
        rows.OrderBy(s => s.Village.Value, StringComparer.Ordinal).ThenBy(s => s.Month);

    private static string Transfers(Reconciliation r) => (r.TrustAdjusted - r.Trust).ToString();

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
