using System.Text;
using MiniExcelLibs;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Store;
using Transparency.Publishing.OpenData;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Imports;

/// <summary>Vouchers and bank statements as offices hand them in.</summary>
public sealed class EscrowRowsTests : IAsyncLifetime
{
    private const string Vouchers = """
        村,日期,凭证号,摘要,摘要（英文）,收入,支出,科目,收付款方性质,收付款方,审批人,合同编号,公示编号
        9,2026/8/3,0801,3 号盐田承包费,Rent of pan no. 3,"150,000.00",,盐田承包费,个人,欧阳德海,,09-2026-L-0003,2026-12
        09,2026年8月7日,0802,水渠清淤人工,,,５４００,人工费,单位,固堤场劳务合作社,党支部书记、村委会主任，民主理财小组组长,,
        09,2026-08-21,0803,'=存款利息,,12.34,,interest,,,,,
        09,2026-09-01,0901,发放救助,,,600,51404,农户,,party-secretary village-head,,

        """;

    private const string Bank = """
        account,date,reference,summary,income,expense,balance
        09,2026-08-04,0801,欧阳德海 6217990000000010001,150000,,250000.00
        09,2026-08-09,,代发 固堤场劳务合作社,,5400,244600.00
        09,2026-08-21,,结息,12.34,,244612.34
        09,2026-09-30,,,,,244612.34

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("escrow").FullName;
    private TestTown town = null!;

    public async Task InitializeAsync() => town = await TestTown.NewAsync();

    public async Task DisposeAsync()
    {
        await town.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Crooked_vouchers_enter_in_one_batch_for_each_village_and_month()
    {
        Assert.Equal((0, 4, 0), Counts(await ImportAsync("vouchers", Write(Vouchers))));
        var (august, september) = (await BookAsync("09/2026-08"), await BookAsync("09/2026-09"));
        Assert.Equal((3, 1, 1L, 1L), (august.Entered.Count, september.Entered.Count, await town.VersionAsync("book/09/2026-08"), await town.VersionAsync("book/09/2026-09")));
        var rent = august.Entered[0].Voucher;
        Assert.Equal((new DateOnly(2026, 8, 3), new Yuan(150_000_00), new AccountCode("50101"), "欧阳某（个人）", "央政公示〔2026〕12号"), (rent.Date, rent.In, rent.Lines[1].Account, rent.Payee!.Name.Zh, rent.Declaration!.ToString()));
        Assert.Equal(("=存款利息", new Yuan(5400_00)), (august.Entered[2].Voucher.Summary.Zh, august.Entered[1].Voucher.Out));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text like '%德海%'"));
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    public async Task The_same_file_twice_changes_nothing_in_whatever_encoding(string encoding)
    {
        await ImportAsync("vouchers", Write(Vouchers));
        await ImportAsync("bank", Write(Bank));
        var events = await town.SqlAsync("select count(*) from ledger.mt_events");
        var bytes = encoding == "utf-8" ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Vouchers)] : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(Vouchers);
        Assert.Equal((0, 0, 4), Counts(await ImportAsync("vouchers", Write(bytes))));
        Assert.Equal((0, 0, 4), Counts(await ImportAsync("bank", Write(Bank))));
        Assert.Equal(events, await town.SqlAsync("select count(*) from ledger.mt_events"));
    }

    [Fact]
    public async Task Further_rows_of_a_known_month_are_added_and_other_content_is_refused()
    {
        await ImportAsync("vouchers", Write(Vouchers));
        Assert.Equal((0, 1, 4), Counts(await ImportAsync("vouchers", Write(Vouchers + "09,2026-08-30,0804,电费,,,80,电费,单位,供电所,党支部书记 村委会主任,,\n"))));
        var refused = await ImportAsync("vouchers", Write(Vouchers.Replace("５４００", "5500", StringComparison.Ordinal)));
        Assert.Equal((3, Refused.As("import.differs", "0802")), (Assert.Single(refused.Findings).Row, refused.Findings[0].Why));
        refused = await ImportAsync("vouchers", Write(Vouchers.Replace("欧阳德海", "欧阳德江", StringComparison.Ordinal)));
        Assert.Equal("import.differs", Assert.Single(refused.Findings).Why.Code);
    }

    /// <summary>A column that older files do not have; what it says becomes public with the statement.</summary>
    [Fact]
    public async Task A_payment_that_needs_a_decision_says_which_or_why_not()
    {
        const string Head = "village,date,voucher,summary,expense,income,item,payee_kind,payee,approvers,deliberation,no_case\n";
        const string Row = "09,2026-08-03,0821,修水渠,6000,,工程款,单位,大成建筑队,党支部书记 村委会主任 民主理财小组组长";
        Assert.Equal([(2, "voucher.case-missing")], (await ImportAsync("vouchers", Write($"{Head}{Row},,\n"))).Findings.Select(f => (f.Row, f.Why.Code)));
        Assert.Equal([(2, "voucher.decision-unknown")], (await ImportAsync("vouchers", Write($"{Head}{Row},09-2026-D-0099,\n"))).Findings.Select(f => (f.Row, f.Why.Code)));
        Assert.Equal((0, 1, 0), Counts(await ImportAsync("vouchers", Write($"{Head}{Row},,汛前抢修\n"))));
        Assert.Equal("汛前抢修", (await BookAsync("09/2026-08")).Entered[0].Voucher.NoCase!.Zh);
        Assert.Equal((0, 0, 1), Counts(await ImportAsync("vouchers", Write($"{Head}{Row},,汛前抢修\n"))));
        Assert.Equal("import.differs", Assert.Single((await ImportAsync("vouchers", Write($"{Head}{Row},,没开会\n"))).Findings).Why.Code);
    }

    [Fact]
    public async Task Every_bad_row_is_named_and_nothing_is_stored()
    {
        var result = await ImportAsync("vouchers", Write("""
            village,date,voucher,summary,income,expense,item,payee_kind,payee,agreement,declaration,approvers
            09,2026-08-03,1,a,1,,上级补助,,,,,
            09,2026-08-03,2,a,1,1,上级补助,,,,,
            09,2026-08-03,3,a,,5,人工费,,,,,党支部书记 村委会主任
            09,2026-08-03,4,a,1,,gold,,,,,
            09,2026-08-04,1,a,2,,上级补助,,,,,
            09,2026-08-03,5,a,1,,50301,,,09-2026-X-0001,,
            09,2026-08-03,6,a,1,,50301,,,,12,
            09,2026-08-03,7,a,,5,人工费,单位,,,,
            77,2026-08-03,8,a,1,,50301,,,,,
            09,2026-08-03,9,b,,5,人工费,单位,合作社,,,村长
            09,2026-08-03,10,c,,5,人工费,单位,合作社,,,党支部书记
            09,2026-08-03,11,d,,6000,人工费,单位,合作社,,,党支部书记 村委会主任
            09,2026-08-03,12,e,,50000,人工费,单位,合作社,,,党支部书记 村委会主任 民主理财小组组长
            09,2026-08-03,13,a,1,,上级补助,,,,,

            """));
        Assert.Equal(
            [
                (3, "voucher.one-side"), (4, "voucher.payee-missing"), (5, "cell.account"), (6, "import.key-twice"), (7, "cell.agreement"), (8, "cell.declaration"), (9, "cell.missing"), (10, "officer.may-not"), (11, "cell.approvers"),
                (12, "voucher.approvers"), (13, "voucher.joint-signing"), (14, "voucher.reference"), (15, "import.looks-double"),
            ],
            result.Findings.Select(f => (f.Row, f.Why.Code)));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where stream_id like 'book/%'"));
    }

    [Fact]
    public async Task A_bank_statement_keeps_its_words_private()
    {
        Assert.Equal((0, 4, 0), Counts(await ImportAsync("bank", Write(Bank))));
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text like '%欧阳德%' or data::text like '%6217%' or data::text like '%代发%'"));
        await using var session = town.Store.QuerySession();
        Assert.Equal(["欧阳德海 6217990000000010001", "代发 固堤场劳务合作社", "结息"], (await session.LoadAsync<BankPaper>("bank/09/2026-08"))!.Summaries);
        var september = (BankMonth.Entered)(await Entry.LoadAsync(session, "bank/09/2026-09", BankDecider.Law, default)).State;
        Assert.Equal((0, new Yuan(244612_34)), (september.Lines.Count, september.Closing));
    }

    [Fact]
    public async Task The_rest_of_a_month_follows_what_is_there()
    {
        await ImportAsync("bank", Write(string.Join('\n', Bank.Split('\n').Take(2)) + "\n"));
        Assert.Equal((0, 3, 1), Counts(await ImportAsync("bank", Write(Bank))));
        await using var session = town.Store.QuerySession();
        Assert.Equal("结息", (await session.LoadAsync<BankPaper>("bank/09/2026-08"))!.Summaries[2]);
    }

    [Theory]
    [InlineData("09,2026-08-09,,,,5400,244600.00", "", 3, "cell.balance")]
    [InlineData("09,2026-08-09,,代发 固堤场劳务合作社,,5400,244600.00", "09,2026-08-09,,,,5400,244601.00", 3, "cell.balance")]
    [InlineData("09,2026-08-21,,结息,12.34,,244612.34", "09,2026-08-01,,结息,12.34,,244612.34", 4, "cell.balance")]
    [InlineData("09,2026-08-21,,结息,12.34,,244612.34", "09,2026-08-21,,结息,,,", 4, "cell.missing")]
    public async Task A_row_that_does_not_follow_is_named(string row, string instead, int at, string code)
    {
        var text = instead.Length == 0 ? string.Join('\n', Bank.Split('\n').Where((_, i) => i != 2)) : Bank.Replace(row, instead, StringComparison.Ordinal);
        Assert.NotEqual(Bank, text);
        var finding = (await ImportAsync("bank", Write(text))).Findings[0];
        Assert.Equal((at, code), (finding.Row, finding.Why.Code));
    }

    [Fact]
    public async Task A_part_that_is_missing_between_two_files_is_found()
    {
        await ImportAsync("bank", Write(Bank));
        var finding = Assert.Single((await ImportAsync("bank", Write("account,date,income,expense,balance\n09,2026-10-08,1,,244614.34\n"), at: TestTown.Morning.AddDays(30))).Findings);
        Assert.Equal(Refused.As("bank.opening", new Yuan(244613_34), new Yuan(244612_34)), finding.Why);
    }

    /// <summary>By a reader that knows nothing of the writer.</summary>
    [Fact]
    public void A_published_workbook_opens_and_keeps_its_zeros()
    {
        var path = Path.Combine(folder, "statement.xlsx");
        File.WriteAllBytes(path, StatementFiles.Workbook(Language.Zh, SampleStatements.August.Section));
        var rows = MiniExcel.Query(path, useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(("期初余额", "0801", 150_000d, "期末余额"), ((string?)rows[0]["摘要"], (string?)rows[1]["凭证号"], (double)rows[1]["收入"]!, (string?)rows[^1]["摘要"]));
    }

    [Fact]
    public async Task Only_who_keeps_the_books_may_import()
    {
        Assert.Equal("import.may-not", Assert.Single((await ImportAsync("bank", Write(Bank), SampleLedgers.Clerk)).Findings).Why.Code);
        Assert.Equal("import.may-not", Assert.Single((await ImportAsync("vouchers", Write(Vouchers), SampleLedgers.FinanceGroup)).Findings).Why.Code);
        Assert.Equal("officer.may-not", (await ImportAsync("vouchers", Write(Vouchers), SampleOfficers.Clerk)).Findings[0].Why.Code);
    }

    private static (int Findings, int Stored, int There) Counts(ImportResult r) => (r.Findings.Count, r.Stored, r.AlreadyThere);

    private Task<ImportResult> ImportAsync(string kind, string file, Officer? by = null, DateTimeOffset? at = null) =>
        ImportFile.RunAsync(town.Ledger, FileKinds.Import(kind)!, file, by ?? (kind == "bank" ? SampleLedgers.Bookkeeper : SampleLedgers.Clerk), at ?? TestTown.Morning, dryRun: false, CancellationToken.None);

    private async Task<Book.Open> BookAsync(string of)
    {
        await using var session = town.Store.QuerySession();
        return (Book.Open)(await Entry.LoadAsync(session, $"book/{of}", BookDecider.Law, default)).State;
    }

    private string Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(folder, "in.csv");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
