using System.Globalization;
using System.Text;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Notices.Statements;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.OpenData;

/// <summary>One statement as a table: its opening balance, each line with the running balance, its closing balance.</summary>
public static class StatementFiles
{
    /// <param name="Line">null for the first row and the last</param>
    /// <param name="Checked">whether the bank has carried the line out; on the last row whether the three ledgers agree</param>
    private sealed record Row(string Summary, StatementLine? Line, Yuan Balance, string? Checked = null);

    /// <param name="Width">in the workbook, in characters</param>
    private sealed record Column(string Name, string Chinese, string Type, int Width, Func<Row, string?> Cell)
        : DataColumn<Row>(Name, new(Chinese), Type, Cell);

    /// <summary>In Chinese for offices (UTF-8 with BOM), in English for programs (no BOM).</summary>
    public static byte[] Csv(Language language, StatementSection section)
    {
        var (columns, rows) = (Columns(language, section), Rows(language, section));
        return language == Language.En ? CsvFile.Strict(columns, rows) : CsvFile.Office(columns, rows);
    }

    /// <summary>
    /// The same as a workbook with one sheet: voucher numbers and public numbers as text, amounts as numbers, nothing that runs as a
    /// formula.
    /// </summary>
    public static byte[] Workbook(Language language, StatementSection section)
    {
        var columns = Columns(language, section);
        var heads = columns.Select(c => new XlsxColumn(language == Language.En ? c.Name : c.Chinese, c.Width));
        var rows = Rows(language, section).Select(row => columns.Select(c => CellOf(c, row)).ToArray());
        return XlsxFile.Write($"{section.Village}-{section.Month}", [.. heads], rows);
    }

    private static Column[] Columns(Language language, StatementSection s) =>
    [
        new("date", "日期", "date", 12, x => x.Line?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("voucher", "凭证号", "string", 10, x => x.Line?.Number),
        new("summary", "摘要", "string", 40, x => x.Summary),
        new("income", "收入", "number", 14, x => Sum(x.Line?.In)),
        new("expense", "支出", "number", 14, x => Sum(x.Line?.Out)),
        new("balance", "余额", "number", 16, x => x.Balance.ToString()),
        new("head", "科目", "string", 14, x => x.Line is { } line ? StatementWording.Heads(language, s, line).ToString() : null),
        new("payee", "收付款方", "string", 26, x => x.Line?.Payee?.In(language)),
        new("approvers", "审批", "string", 30, x => Approvers(language, x.Line)),
        new("agreement", "合同编号", "string", 18, x => x.Line?.Agreement?.Value),
        new("tender", "招标编号", "string", 18, x => x.Line?.Tender?.Value),
        new("declaration", "公示文号", "string", 24, x => x.Line?.Declaration?.ToString()),
        new("deliberation", "村级决策编号", "string", 18, x => x.Line?.Deliberation?.Value),
        new("reverses", "冲销凭证", "string", 16, x => x.Line?.Reverses?.ToString()),
        new("reconciliation", "三方对账", "string", 22, x => x.Checked),
        new("matter", "须经决策的事项", "string", 22, x => x.Line?.Cover?.Name.In(language)),
        new("no_case", "没有依据的原因", "string", 40, x => x.Line?.Cover?.Reason?.In(language)),
    ];

    private static string? Approvers(Language language, StatementLine? line) =>
        line is { Approvers.Count: > 0 } ? StatementWording.Approvers(language, line) : null;

    private static XlsxCell CellOf(Column column, Row row) => new(column.Cell(row) ?? "", column.Type == "number");

    private static IEnumerable<Row> Rows(Language language, StatementSection s)
    {
        var balance = s.Opening;
        yield return new(Catalogue.Say(language, "statement.opening"), null, balance);
        foreach (var line in s.Lines)
        {
            balance += line.In - line.Out;
            var state = Catalogue.Say(language, IsOpen(s, line) ? "statement.line-open" : "statement.line-done");
            yield return new(line.Summary.In(language), line, balance, state);
        }
        yield return new(Catalogue.Say(language, "statement.closing"), null, balance, StatementWording.Verdict(language, s.Reconciliation));
    }

    private static bool IsOpen(StatementSection s, StatementLine line) =>
        s.Reconciliation.InTransit.Concat(s.Reconciliation.Transfers).Any(t => t.Number == line.Number && t.Date == line.Date);

    /// <summary>The other side of a line stays empty.</summary>
    private static string? Sum(Yuan? amount) => amount is { } sum && sum != Yuan.Zero ? sum.ToString() : null;
}
