using System.Globalization;
using System.Text;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>One statement as a table: its opening balance, each line with the running balance, its closing balance.</summary>
public static class StatementFiles
{
    /// <param name="Line">null for the first row and the last</param>
    /// <param name="Checked">whether the bank has carried the line out; on the last row whether the three ledgers agree, or by how much they do not</param>
    private sealed record Row(string Summary, StatementLine? Line, Yuan Balance, string? Checked = null);

    /// <summary>In Chinese for offices (UTF-8 with BOM), in English for programs (no BOM).</summary>
    public static byte[] Csv(Language language, StatementSection section) =>
        language == Language.En ? CsvFile.Strict(Columns(language, section), Rows(language, section)) : CsvFile.Office(Columns(language, section), Rows(language, section));

    /// <summary>The same as a workbook with one sheet: voucher numbers and public numbers as text, amounts as numbers, nothing that runs as a formula.</summary>
    public static byte[] Workbook(Language language, StatementSection section)
    {
        var columns = Columns(language, section);
        var rows = Rows(language, section).Select(row => columns.Select(c => new XlsxCell(c.Cell(row) ?? "", c.Type == "number")).ToArray());
        return XlsxFile.Write($"{section.Village}-{section.Month}", [.. columns.Select((c, i) => new XlsxColumn(Head(language, c), Widths[i]))], rows);
    }

    private static readonly int[] Widths = [12, 10, 40, 14, 14, 16, 14, 26, 30, 18, 18, 24, 18, 16, 22];

    private static DataColumn<Row>[] Columns(Language language, StatementSection s) =>
    [
        new("date", new("日期"), "date", x => x.Line is { } line ? line.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null),
        new("voucher", new("凭证号"), "string", x => x.Line?.Number),
        new("summary", new("摘要"), "string", x => x.Summary),
        new("income", new("收入"), "number", x => Sum(x.Line?.In)),
        new("expense", new("支出"), "number", x => Sum(x.Line?.Out)),
        new("balance", new("余额"), "number", x => x.Balance.ToString()),
        new("head", new("科目"), "string", x => x.Line is { } line ? StatementWording.Heads(language, s, line).ToString() : null),
        new("payee", new("收付款方"), "string", x => x.Line?.Payee?.In(language)),
        new("approvers", new("审批"), "string", x => x.Line is { Approvers.Count: > 0 } line ? StatementWording.Approvers(language, line) : null),
        new("agreement", new("合同编号"), "string", x => x.Line?.Agreement?.Value),
        new("tender", new("招标编号"), "string", x => x.Line?.Tender?.Value),
        new("declaration", new("公示文号"), "string", x => x.Line?.Declaration?.ToString()),
        new("deliberation", new("村级决策编号"), "string", x => x.Line?.Deliberation?.Value),
        new("reverses", new("冲销凭证"), "string", x => x.Line?.Reverses?.ToString()),
        new("reconciliation", new("三方对账"), "string", x => x.Checked),
    ];

    private static string Head(Language language, DataColumn<Row> column) => language == Language.En ? column.Name : column.Title.Zh;

    private static IEnumerable<Row> Rows(Language language, StatementSection s)
    {
        var balance = s.Opening;
        yield return new(Catalogue.Say(language, "statement.opening"), null, balance);
        foreach (var line in s.Lines) yield return new(line.Summary.In(language), line, balance += line.In - line.Out, Catalogue.Say(language, IsOpen(s, line) ? "statement.line-open" : "statement.line-done"));
        yield return new(Catalogue.Say(language, "statement.closing"), null, balance, StatementWording.Verdict(language, s.Reconciliation));
    }

    private static bool IsOpen(StatementSection s, StatementLine line) => s.Reconciliation.InTransit.Concat(s.Reconciliation.Transfers).Any(t => t.Number == line.Number && t.Date == line.Date);

    /// <summary>The other side of a line stays empty.</summary>
    private static string? Sum(Yuan? amount) => amount is { } sum && sum != Yuan.Zero ? sum.ToString() : null;
}
