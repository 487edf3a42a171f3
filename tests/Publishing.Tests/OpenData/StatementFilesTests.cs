using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Transparency.Contracts;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Site;
using Transparency.Samples;

namespace Transparency.Publishing.Tests.OpenData;

public sealed class StatementFilesTests
{
    private static readonly IReadOnlyDictionary<string, byte[]> Tree = WholeSite.Outputs(SampleTown.Model).ToDictionary(o => o.Path, o => o.Render());

    [Fact]
    public void A_statement_begins_with_its_opening_balance_and_ends_with_its_closing_balance()
    {
        var bytes = Tree["villages/09/escrow/2026-08/statement.csv"];
        Assert.True(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("日期,凭证号,摘要,收入,支出,余额,", lines[0], StringComparison.Ordinal);
        Assert.Equal(",,期初余额,,,999953.70,,,,,,,,,,,", lines[1]);
        Assert.StartsWith("2026-08-03,0801,3 号盐田承包费,150000.00,,1149953.70,", lines[2], StringComparison.Ordinal);
        Assert.Equal((",,期末余额,,,1093618.20,,,,,,,,,三方账目一致,,", ""), (lines[^2], lines[^1]));
        Assert.EndsWith(",银行已办,,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",在途,,", lines[^3], StringComparison.Ordinal);
    }

    [Fact]
    public void Its_English_twin_is_strict()
    {
        var lines = Encoding.UTF8.GetString(Tree["en/villages/09/escrow/2026-08/statement.csv"]).Split("\r\n");
        Assert.StartsWith("date,voucher,summary,income,expense,balance,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(",,opening balance,,,999953.70,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("2026-08-03,0801,Rent of salt pan no. 3,150000.00,,1149953.70,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith(",,closing balance,,,1093618.20,", lines[^2], StringComparison.Ordinal);
    }

    /// <summary>Whoever has only the CSV files finds every figure again: each statement from its lines, the chain of months, and the year's tables.</summary>
    [Fact]
    public void Every_figure_can_be_computed_from_the_tables_alone()
    {
        var statements = new[] { 2025, 2026 }.SelectMany(year => Rows($"en/data/statements-{year}.csv")).ToList();
        var payments = new[] { 2025, 2026 }.SelectMany(year => Rows($"en/data/payments-{year}.csv")).ToLookup(p => (p["village"], p["month"]));
        Assert.Equal(SampleStatements.All.Count, statements.Count);
        var closings = new Dictionary<(string, Month), decimal>();
        foreach (var s in statements)
        {
            var lines = payments[(s["village"], s["month"])].ToList();
            Assert.Equal((N(s["income"]), N(s["expense"]), int.Parse(s["lines"], CultureInfo.InvariantCulture)), (lines.Sum(l => N(l["income"])), lines.Sum(l => N(l["expense"])), lines.Count));
            Assert.Equal(N(s["closing"]), N(s["opening"]) + N(s["income"]) - N(s["expense"]));
            Assert.Equal(N(s["difference"]), N(s["bank"]) + N(s["on_its_way"]) + N(s["transfers"]) - N(s["closing"]));
            closings[(s["village"], Month.Parse(s["month"])!.Value)] = N(s["closing"]);
            AssertRuns(Rows($"en/villages/{s["village"]}/escrow/{s["month"]}/statement.csv"), s, lines);
        }
        Assert.All(statements.Where(s => closings.ContainsKey((s["village"], Month.Parse(s["month"])!.Value.Previous))),
            s => Assert.Equal(closings[(s["village"], Month.Parse(s["month"])!.Value.Previous)], N(s["opening"])));
    }

    private static void AssertRuns(IReadOnlyList<Dictionary<string, string>> file, Dictionary<string, string> statement, IReadOnlyList<Dictionary<string, string>> lines)
    {
        var balance = N(file[0]["balance"]);
        Assert.Equal(N(statement["opening"]), balance);
        foreach (var (row, line) in file.Skip(1).SkipLast(1).Zip(lines, (row, line) => (row, line)))
        {
            balance += N(row["income"]) - N(row["expense"]);
            Assert.Equal((line["voucher"], line["date"], balance), (row["voucher"], row["date"], N(row["balance"])));
        }
        Assert.Equal((N(statement["closing"]), lines.Count + 2), (N(file[^1]["balance"]), file.Count));
    }

    /// <summary>What does not reconcile says so wherever it is published: page, sheet (StatementNoticeTests), table, workbook and data.</summary>
    [Fact]
    public void A_difference_stands_on_page_and_in_every_table()
    {
        const string folder = "villages/08/escrow/2026-08/";
        Assert.EndsWith(",三方账目相差 88.80 元,,\r\n", Encoding.UTF8.GetString(Tree[$"{folder}statement.csv"]), StringComparison.Ordinal);
        Assert.EndsWith(",The ledgers differ by 88.80 yuan,,\r\n", Encoding.UTF8.GetString(Tree[$"en/{folder}statement.csv"]), StringComparison.Ordinal);
        Assert.Contains(Part(Tree[$"{folder}statement.xlsx"], "xl/worksheets/sheet1.xml").Descendants(), e => e.Name.LocalName == "t" && e.Value == "三方账目相差 88.80 元");
        Assert.Equal(-88.80m, N(Rows("en/data/statements-2026.csv").Single(r => r["village"] == "08")["difference"]));
        var page = Encoding.UTF8.GetString(Tree[$"{folder}index.html"]);
        Assert.Contains("三方账目相差 88.80 元", page, StringComparison.Ordinal);
        foreach (var bytes in new[] { Tree[$"{folder}index.html"], Tree[$"{folder}statement.csv"] }) Assert.DoesNotContain("一致", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_table_runs_as_a_formula()
    {
        Assert.Contains(",1,'=1+1<script>", Encoding.UTF8.GetString(Tree["villages/08/escrow/2026-08/statement.csv"]), StringComparison.Ordinal);
        var sheet = Part(Tree["villages/08/escrow/2026-08/statement.xlsx"], "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain(sheet.Descendants(), e => e.Name.LocalName == "f");
        Assert.Contains(sheet.Descendants(), e => e.Name.LocalName == "t" && e.Value == "=1+1<script>alert(1)</script>");
    }

    [Fact]
    public void A_workbook_is_the_same_bytes_each_time_and_keeps_numbers_of_papers_as_text()
    {
        var section = SampleStatements.August.Section;
        var bytes = StatementFiles.Workbook(Language.Zh, section);
        Assert.Equal(bytes, StatementFiles.Workbook(Language.Zh, section));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        var cells = Part(bytes, "xl/worksheets/sheet1.xml").Descendants().Where(e => e.Name.LocalName == "c").ToDictionary(c => c.Attribute("r")!.Value);
        Assert.Equal(("凭证号", "inlineStr", "0801", "inlineStr"), (cells["B1"].Value, cells["B1"].Attribute("t")!.Value, cells["B3"].Value, cells["B3"].Attribute("t")!.Value));
        Assert.Equal(("150000.00", null), (cells["D3"].Value, cells["D3"].Attribute("t")?.Value));
    }

    private static XElement Part(byte[] workbook, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var stream = zip.GetEntry(path)!.Open();
        return XElement.Load(stream);
    }

    private static decimal N(string cell) => cell.Length == 0 ? 0 : decimal.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>A reader of its own: quotes as RFC 4180 has them, nothing of the writer's.</summary>
    private static List<Dictionary<string, string>> Rows(string path)
    {
        var (records, cells, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        var text = Encoding.UTF8.GetString(Tree[path]);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\r' or '\n')) cell.Append(text[i]);
            else if (text[i] != '\r')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (text[i] != '\n') continue;
                records.Add(cells);
                cells = [];
            }
        }
        return [.. records.Skip(1).Select(r => records[0].Zip(r).ToDictionary(x => x.First, x => x.Second))];
    }
}
