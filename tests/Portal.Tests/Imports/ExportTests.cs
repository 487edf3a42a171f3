using System.Text;
using MiniExcelLibs;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Importing;
using Transparency.Portal.Tests.Store;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Imports;

/// <summary>The office's own books taken out and brought in again, over a real PostgreSQL.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string Subject = "09/2026-08";
    private const string Two = "party-secretary village-head";

    private readonly string folder = Directory.CreateTempSubdirectory("export").FullName;
    private TestTown town = null!;

    public async Task InitializeAsync()
    {
        town = await TestTown.NewAsync();
        await KeptBooksAsync();
    }

    public async Task DisposeAsync()
    {
        await town.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("vouchers", ".csv", "utf-8")]
    [InlineData("vouchers", ".csv", "gb18030")]
    [InlineData("vouchers", ".xlsx", "")]
    [InlineData("bank", ".csv", "utf-8")]
    [InlineData("bank", ".csv", "gb18030")]
    [InlineData("bank", ".xlsx", "")]
    public async Task What_was_taken_out_is_brought_in_again_without_any_change(string kind, string extension, string encoding)
    {
        var (events, persons) = (await CountAsync("ledger.mt_events"), await town.SqlAsync("select md5(string_agg(id || data::text, ',' order by id)) from portal.mt_doc_person"));
        var bytes = await ExportAsync(town, kind, extension);
        var result = await ImportAsync(town, kind, extension, encoding == "gb18030" ? InGb(bytes) : bytes);
        Assert.Empty(result.Findings.Select(f => f.In(Language.En)));
        Assert.True(result is { Stored: 0, AlreadyThere: > 3 }, $"{result.Stored}, {result.AlreadyThere}");
        Assert.Equal(events, await CountAsync("ledger.mt_events"));
        Assert.Equal(persons, await town.SqlAsync("select md5(string_agg(id || data::text, ',' order by id)) from portal.mt_doc_person"));
    }

    [Theory]
    [InlineData("vouchers", ".csv")]
    [InlineData("vouchers", ".xlsx")]
    [InlineData("bank", ".csv")]
    public async Task An_empty_store_that_reads_it_takes_out_the_same_bytes(string kind, string extension)
    {
        var bytes = await ExportAsync(town, kind, extension);
        await using var other = await TestTown.NewAsync();
        Assert.Empty((await ImportAsync(other, kind, extension, bytes)).Findings.Select(f => f.In(Language.En)));
        Assert.Equal(bytes, await ExportAsync(other, kind, extension));
    }

    [Fact]
    public async Task Nothing_in_it_runs_as_a_formula_and_full_names_are_there()
    {
        var csv = Encoding.UTF8.GetString(await ExportAsync(town, "vouchers", ".csv"));
        Assert.Contains(",'=1+1,", csv, StringComparison.Ordinal);
        Assert.Contains(",''@x,", csv, StringComparison.Ordinal);
        Assert.Contains("欧阳德海", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Split("\r\n").Count(l => l.Contains(",0804,", StringComparison.Ordinal)));
        await File.WriteAllBytesAsync(PathOf(".xlsx"), await ExportAsync(town, "vouchers", ".xlsx"));
        var rows = MiniExcel.Query(PathOf(".xlsx"), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(("09", "0701", 600d, "51404"), ((string)rows[0]["村"]!, (string)rows[0]["凭证号"]!, (double)rows[0]["支出"]!, (string)rows[0]["科目"]!));
    }

    [Fact]
    public async Task A_name_that_was_deleted_is_not_missed()
    {
        await town.SqlAsync("delete from portal.mt_doc_person where id like 'v-%'");
        var events = await CountAsync("ledger.mt_events");
        var bytes = await ExportAsync(town, "vouchers", ".csv");
        Assert.DoesNotContain("德海", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal((0, 0), await ImportAsync(town, "vouchers", ".csv", bytes) is var r ? (r.Findings.Count, r.Stored) : default);
        Assert.Equal(events, await CountAsync("ledger.mt_events"));
    }

    [Fact]
    public async Task Villages_and_months_can_be_chosen_and_only_the_own_are_seen()
    {
        Assert.Equal(["09"], ExportKind.VillagesOf(SampleLedgers.Clerk, SampleRules.Book).Select(v => v.Value));
        Assert.Equal(["04", "09"], ExportKind.VillagesOf(SampleLedgers.Bookkeeper, SampleRules.Book).Select(v => v.Value));
        Assert.Empty(ExportKind.VillagesOf(SampleLedgers.Supervision, SampleRules.Book));
        await using var session = town.Store.QuerySession();
        var july = await VoucherCells.OfAsync(session, new([new("09")], null, new(2026, 7)), default);
        Assert.All(july, row => Assert.StartsWith("2026-07", row[1], StringComparison.Ordinal));
        Assert.Empty(await VoucherCells.OfAsync(session, new([new("04")], null, null), default));
        Assert.Empty(await VoucherCells.OfAsync(session, new([new("09")], new(2026, 9), null), default));
    }

    /// <summary>Everything that a voucher can be: one account, several, cash, a transfer, a claim, a person, a household, a trade name, a twin, odd words, a reversal of an earlier month and one of its own.</summary>
    private async Task KeptBooksAsync()
    {
        var by = SampleLedgers.Clerk;
        Task Enter(string subject, object fields) => town.MustAsync("enter-voucher", subject, by, fields);
        await Enter("09/2026-07", new { voucher = "0701", date = "2026-07-03", summary = "慰问困难户", summary_en = "Help for a family", item = "51404", expense = "600", payee_kind = "person", payee = "欧阳德海", approvers = Two });
        await Enter("09/2026-07", new { voucher = "0702", date = "2026-07-03", summary = "提取备用金", item = "101", income = "", expense = "300", money = "escrow" });
        await Enter(Subject, new { voucher = "0801", date = "2026-08-03", summary = "=1+1", item = "50499", income = "1200.50", payee_kind = "sole-trader", payee = "海源商店", payee_en = "Haiyuan shop" });
        await Enter(Subject, new { voucher = "0802", date = "2026-08-03", summary = "'@x", item = "51302", expense = "12.30", money = "cash", payee_kind = "household", payee = "", approvers = Two });
        await Enter(Subject, new { voucher = "0803", date = "2026-08-05", summary = "应收租金，\n第二行“引号\"", lines = "112 = = 70000; 50101 = 70000 =", money = "none" });
        await Enter(Subject, new { voucher = "0804", date = "2026-08-06", summary = "维修和电费", lines = "维修 = = 100.10; 电费 = = 200; 51599 = = 0.01", payee_kind = "household", payee = "张三", approvers = Two, agreement = "09-2026-L-0003" });
        await town.MustAsync("reverse-voucher", Subject, by, new { original = "2026-07/0701", voucher = "0805", date = "2026-08-07", summary = "冲销七月慰问" });
        await town.MustAsync("reverse-voucher", Subject, by, new { original = "2026-08/0802", voucher = "0806", date = "2026-08-08", summary = "冲销本月的现金支出" });
        await town.MustAsync("reword-voucher", Subject, by, new { voucher = "0801", date = "2026-08-03", summary = "=1+1", item = "50499", income = "1200.50", payee_kind = "sole-trader", payee = "海源商店", payee_en = "Haiyuan shop", declaration = "2026-12" });
        var twins = "village,date,voucher,summary,income,expense,item,not_duplicate\n09,2026-08-09,0807,利息,1,,50401,\n09,2026-08-09,0808,利息,1,,50401,yes\n";
        Assert.Empty((await ImportAsync(town, "vouchers", ".csv", Encoding.UTF8.GetBytes(twins))).Findings);
        var bank = "account,date,reference,summary,income,expense,balance\n09,2026-07-04,0701,代发 欧阳德海,,600,99400\n09,2026-07-04,,\"-取现, 300\",,300,99100\n09,2026-08-31,,,,,99100\n09,2026-09-01,,利息,1.5,,99101.50\n";
        Assert.Empty((await ImportAsync(town, "bank", ".csv", Encoding.UTF8.GetBytes(bank))).Findings);
    }

    private static async Task<byte[]> ExportAsync(TestTown from, string kind, string extension)
    {
        await using var session = from.Store.QuerySession();
        var known = FileKinds.Export(kind)!;
        return ExportFile.Bytes(known, extension, await known.RowsAsync(session, new([new("04"), new("09")], null, null), default));
    }

    private async Task<ImportResult> ImportAsync(TestTown into, string kind, string extension, byte[] bytes)
    {
        await File.WriteAllBytesAsync(PathOf(extension), bytes);
        return await ImportFile.RunAsync(into.Ledger, FileKinds.Import(kind)!, PathOf(extension), kind == "bank" ? SampleLedgers.Bookkeeper : SampleLedgers.Clerk, TestTown.Morning, dryRun: false, default);
    }

    private static byte[] InGb(byte[] utf8) =>
        CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Encoding.UTF8.GetString(utf8.AsSpan(Encoding.UTF8.Preamble.Length)));

    private async Task<long> CountAsync(string table) => (long)(await town.SqlAsync($"select count(*) from {table}"))!;

    private string PathOf(string extension) => Path.Combine(folder, $"books{extension}");
}
