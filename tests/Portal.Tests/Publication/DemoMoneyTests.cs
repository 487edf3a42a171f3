using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CsvHelper;
using Transparency.Contracts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Tests.Publication;

/// <summary>What a villager with a pocket calculator can check: every figure from the published CSV files alone, against the pages.</summary>
public sealed partial class DemoMoneyTests(DemoTreeFixture demo) : IClassFixture<DemoTreeFixture>
{
    private const int Villages = 13;
    private const int Months = 12;

    private sealed record Statement(string Village, string Month, decimal Opening, IReadOnlyList<(string Voucher, decimal In, decimal Out)> Lines, decimal Closing);

    [Fact]
    public void Thirteen_villages_publish_twelve_months_of_fifteen_to_forty_lines()
    {
        var statements = All("").ToList();
        Assert.Equal(Villages * Months, statements.Count);
        Assert.All(statements.GroupBy(s => s.Village), village => Assert.Equal(Months, village.Count()));
        Assert.All(statements, s => Assert.InRange(s.Lines.Count, 15, 40));
    }

    [Fact]
    public void Every_statement_balances_line_by_line_and_opens_with_the_closing_before()
    {
        foreach (var village in All("").GroupBy(s => s.Village))
        {
            decimal? before = null;
            foreach (var month in village.OrderBy(s => s.Month, StringComparer.Ordinal))
            {
                Assert.True(before is null || before == month.Opening, $"{month.Village} {month.Month} opens with {month.Opening}, the month before closed with {before}");
                Assert.Equal(month.Closing, month.Opening + month.Lines.Sum(l => l.In - l.Out));
                before = month.Closing;
            }
        }
    }

    /// <summary>Two totals of one month, and of one year, and the line that leads from one to the other.</summary>
    [Fact]
    public void Where_petty_cash_was_spent_the_page_says_how_the_totals_add_up()
    {
        string Page(string path) => Encoding.UTF8.GetString(demo.Site.Read(path));
        var months = demo.Site.Files.Where(f => Regex.IsMatch(f, "^villages/[0-9]+/escrow/[0-9]+-[0-9]+/index.html$") && Page(f).Contains("id=\"cash\"", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(months);
        Assert.All(months, path => Assert.Contains("按科目合计", Page(path), StringComparison.Ordinal));
        Assert.All(months, path => Assert.Contains("按科目合计", Page($"{path[..(path.IndexOf("/escrow/", StringComparison.Ordinal) + 12)]}/index.html"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_strict_file_says_the_same_as_the_office_file()
    {
        var strict = All("en/").ToDictionary(s => (s.Village, s.Month));
        Assert.All(All(""), s =>
        {
            var other = strict[(s.Village, s.Month)];
            Assert.Equal((s.Opening, s.Closing), (other.Opening, other.Closing));
            Assert.Equal(s.Lines, other.Lines);
        });
    }

    [Fact]
    public void The_years_file_of_payments_holds_every_line_once()
    {
        var lines = All("en/").SelectMany(s => s.Lines.Select(l => (s.Village, s.Month, l.Voucher, l.In, l.Out))).Order().ToList();
        var payments = demo.Site.Files.Where(f => f.StartsWith("en/data/payments-", StringComparison.Ordinal)).SelectMany(Rows)
            .Select(r => (Village: r["village"], Month: r["month"], Voucher: r["voucher"], In: Money(r["income"]), Out: Money(r["expense"]))).Order();
        Assert.Equal(lines, payments);
    }

    [Fact]
    public void The_three_figures_of_a_page_are_those_of_its_file()
    {
        foreach (var s in All(""))
        {
            using var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(demo.Site.Read($"villages/{s.Village}/escrow/{s.Month}/index.html")));
            var text = page.QuerySelector("main")!.TextContent;
            foreach (var figure in new[] { s.Lines.Sum(l => l.In), s.Lines.Sum(l => l.Out), s.Closing })
                Assert.Contains(figure.ToString("#,0.00", CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_funnel_of_the_clean_up_ends_with_forty_contracts_and_over_a_million_yuan()
    {
        var cases = demo.Site.Files.Where(f => f.StartsWith("en/data/cleanup-", StringComparison.Ordinal)).SelectMany(Rows).ToList();
        var done = cases.Where(r => r["status"] == Catalogue.Say(Language.Zh, "cleanup.status.Done")).ToList();
        Assert.Equal(40, done.Count);
        Assert.True(done.Sum(r => Money(r["recovered"])) > 1_000_000m);
        var funnel = Encoding.UTF8.GetString(demo.Site.Read("agreements/clean-up/saltpans-2026/index.html"));
        Assert.Contains(done.Sum(r => Money(r["recovered"])).ToString("#,0.00", CultureInfo.InvariantCulture), funnel, StringComparison.Ordinal);
    }

    private IEnumerable<Statement> All(string root) => demo.Site.Files.Select(f => (Path: f, Match: StatementFile().Match(f))).Where(f => f.Match.Success && f.Match.Groups[1].Value == root)
        .Select(f => Read(f.Path, f.Match.Groups[2].Value, f.Match.Groups[3].Value));

    private Statement Read(string path, string village, string month)
    {
        var rows = Cells(path).ToList();
        Assert.Equal(path.StartsWith("en/", StringComparison.Ordinal) ? ["date", "voucher", "summary", "income", "expense", "balance"] : ["日期", "凭证号", "摘要", "收入", "支出", "余额"], rows[0].Take(6));
        Assert.Equal(path.StartsWith("en/", StringComparison.Ordinal) ? ("opening balance", "closing balance") : ("期初余额", "期末余额"), (rows[1][2], rows[^1][2]));
        var balance = Money(rows[1][5]);
        var lines = new List<(string, decimal, decimal)>();
        foreach (var row in rows.Skip(2).SkipLast(1))
        {
            balance += Money(row[3]) - Money(row[4]);
            Assert.True(balance == Money(row[5]), $"{path}: the balance after voucher {row[1]} is {row[5]}, it should be {balance}");
            lines.Add((row[1], Money(row[3]), Money(row[4])));
        }
        return new(village, month, Money(rows[1][5]), lines, Money(rows[^1][5]));
    }

    private IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        var rows = Cells(path).ToList();
        return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(p => p.First, p => p.Second));
    }

    private IEnumerable<string[]> Cells(string path)
    {
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(demo.Site.Read(path)).TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        while (reader.Read()) yield return reader.Current.ToArray();
    }

    private static decimal Money(string cell) => cell.Length == 0 ? 0 : decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(|en/)villages/(\d\d)/escrow/(\d{4}-\d\d)/statement\.csv$")]
    private static partial Regex StatementFile();
}
