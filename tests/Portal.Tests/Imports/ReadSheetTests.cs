using System.Text;
using MiniExcelLibs;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;
using Transparency.Portal.Town;

namespace Transparency.Portal.Tests.Imports;

public sealed class ReadSheetTests : IDisposable
{
    private const string Plain = "村编号,村名,户数,人口,耕地（亩）,盐田（亩）\n04,贾家河坞村,301,948,2300,1900\n";

    private readonly string folder = Directory.CreateTempSubdirectory("sheet").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    public void A_file_reads_the_same_in_every_encoding(string encoding, bool mark)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(Plain) ?? new UTF8Encoding(false).GetBytes(Plain);
        var sheet = Read("v.csv", mark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes);
        Assert.Equal("贾家河坞村", Assert.Single(sheet.Rows).Cells["zh"]);
    }

    [Fact]
    public void Xlsx_reads_by_extension_with_numbers_and_leading_zeros_lost()
    {
        var path = Path.Combine(folder, "v.xlsx");
        MiniExcel.SaveAs(path, new[] { new Dictionary<string, object> { ["村编号"] = 4, ["村名"] = "贾家河坞村", ["户数"] = 301.0, ["人口"] = 948, ["耕地（亩）"] = 2300, ["盐田（亩）"] = 1900 } });
        var row = Assert.Single(ReadSheet.From(path, VillageRows.Columns).Rows);
        Assert.Equal(2, row.Number);
        var village = VillageRows.Read(new RowReader("v.xlsx", row, new(2026, 9, 18)));
        Assert.Equal((new VillageCode("04"), 301), (village.Code, village.Households));
    }

    [Fact]
    public void Order_of_headers_is_free_blank_rows_and_the_guide_are_passed_over()
    {
        var sheet = Read("v.csv", "\n户数,code,人口,村名, 盐田（亩） ,耕地(亩)\n〔填写说明〕整数,两位,,,,\n,,,,,\n３０１,04,９４８,贾家河坞村,1900,\"2,300\"\n"u8);
        var row = Assert.Single(sheet.Rows);
        Assert.Equal(5, row.Number);
        var village = VillageRows.Read(new RowReader("v.csv", row, new(2026, 9, 18)));
        Assert.Equal((301, 948, 2300), (village.Households, village.People, village.LandMu));
    }

    [Theory]
    [InlineData("村编号,村名,户数,人口,耕地（亩）,盐田（亩）,电话", "import.header-unknown")]
    [InlineData("村编号,村名,户数,人口,耕地（亩）,盐田（亩）,code", "import.header-twice")]
    [InlineData("村编号,户数,人口,耕地（亩）,盐田（亩）", "import.header-missing")]
    [InlineData("", "import.empty")]
    public void A_wrong_header_is_refused_by_name(string header, string code)
    {
        var sheet = Read("v.csv", Encoding.UTF8.GetBytes(header + "\n"));
        Assert.Equal(code, Assert.Single(sheet.Findings).Why.Code);
    }

    [Fact]
    public void Cells_beyond_the_headers_are_a_fault_of_their_row() =>
        Assert.Equal(("import.too-many-cells", 2), Assert.Single(Read("v.csv", Encoding.UTF8.GetBytes(Plain.Replace(",1900", ",1900,9", StringComparison.Ordinal))).Findings) is var f ? (f.Why.Code, f.Row) : default);

    [Theory]
    [InlineData("v.csv", "村编号,村名\n\"04,贾家", "import.quote")]
    [InlineData("v.xlsx", "not a workbook", "import.unreadable")]
    [InlineData("v.pdf", "x", "import.extension")]
    public void What_is_not_a_sheet_is_refused_in_a_sentence(string name, string content, string code) =>
        Assert.Equal(code, Assert.Throws<CannotRun>(() => Read(name, Encoding.UTF8.GetBytes(content))).Why.Code);

    [Theory]
    [InlineData("'=1+2", "=1+2")]
    [InlineData("'@x", "@x")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData(" 全角　", "全角")]
    public void What_was_defused_is_undone(string cell, string meant) => Assert.Equal(meant, Crooked.Undefuse(cell));

    [Theory]
    [InlineData("2026/9/1")]
    [InlineData("2026-09-01")]
    [InlineData("2026年9月1日")]
    [InlineData("２０２６．９．１")]
    [InlineData("2026/9/1 0:00:00")]
    public void Days_are_read_as_people_write_them(string text) => Assert.Equal(new DateOnly(2026, 9, 1), Crooked.Day(text));

    [Theory]
    [InlineData("1,200.50", 120050)]
    [InlineData("1，200.50元", 120050)]
    [InlineData("¥ １２００", 120000)]
    [InlineData("-3", -300)]
    public void Amounts_are_read_as_people_write_them(string text, long fen) => Assert.Equal(new Yuan(fen), Crooked.Amount(text));

    [Theory]
    [InlineData("1,5")]
    [InlineData("18万")]
    [InlineData("1.234")]
    [InlineData("1e5")]
    public void An_amount_that_may_mean_two_things_is_refused(string text) => Assert.Null(Crooked.Amount(text));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("9/1/2026")]
    public void A_day_that_is_none_is_refused(string text) => Assert.Null(Crooked.Day(text));

    [Fact]
    public void A_rounded_long_number_is_named()
    {
        var reader = new RowReader("o.csv", new(2, new Dictionary<string, string> { ["id_number"] = "3.70799E+17" }), new(2026, 9, 18));
        reader.May("id_number");
        Assert.Equal("cell.rounded", Assert.Single(reader.Findings).Why.Code);
    }

    [Fact]
    public void Every_template_is_read_back_as_an_empty_sheet()
    {
        foreach (var kind in FileKinds.Imports)
        {
            var path = Path.Combine(folder, $"{kind.Name}.csv");
            Template.Write(path, kind.Columns);
            Assert.True(File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble));
            var sheet = ReadSheet.From(path, kind.Columns);
            Assert.Empty(sheet.Findings);
            Assert.Empty(sheet.Rows);
            Assert.Throws<CannotRun>(() => Template.Write(path, kind.Columns));
        }
    }

    private Sheet Read(string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return ReadSheet.From(path, VillageRows.Columns);
    }
}
