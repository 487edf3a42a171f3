using Transparency.Contracts;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases;
using Transparency.Portal.Demo;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Operations;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Imports;

public sealed class RentRowsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Shanghai.At(new(2026, 9, 18), new(9, 0));

    private readonly string folder = Directory.CreateTempSubdirectory("rent").FullName;
    private ScratchTown town = null!;

    public async Task InitializeAsync()
    {
        town = await ScratchTown.NewAsync(folder);
        await town.Open.RecordTownAsync(Now);
        foreach (var kind in new[] { "villages", "agreements" }) await ImportFile.RunAsync(town.Open.Ledger, FileKinds.Import(kind)!, Path.Combine(Scenario.Folder, $"{kind}.csv"), ScratchTown.Installer, Now, false, default);
    }

    public async Task DisposeAsync()
    {
        await town.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private const string First = """
        合同编号,应收日期,应收金额（元）,实收日期,实收金额（元）,凭证号
        08-2026-L-0001,2026/4/30,18750,2026-04-28,"18,750.00",2026-04-0012
        08-2026-L-0001,2026-12-31,5000,,,
        09-2026-L-0001,2026-07-31,252000.00,2026年8月3日,100000,

        """;

    [Fact]
    public async Task The_same_file_twice_changes_nothing_and_a_later_one_adds()
    {
        Assert.Equal((0, 3, 0), Counts(await ImportAsync(First)));
        Assert.Equal((0, 0, 3), Counts(await ImportAsync(First)));
        Assert.Equal(2, await VersionAsync("rent/08-2026-L-0001/2026"));

        var later = First.Replace("5000,,,", "5000,2026-09-10,5000,", StringComparison.Ordinal) + "09-2026-L-0001,2026-08-31,1000,,,\n";
        Assert.Equal((0, 2, 2), Counts(await ImportAsync(later)));
        Assert.Equal((0, 0, 4), Counts(await ImportAsync(later)));
        var book = await BookAsync("rent/08-2026-L-0001/2026");
        Assert.Equal((2, book.Due, new DateOnly(2026, 12, 31)), (book.Receipts.Count, book.Received, book.Receipts[1].For));
    }

    [Fact]
    public async Task What_is_known_is_not_changed_by_a_file()
    {
        await ImportAsync(First);
        Assert.Equal([(2, "due_amount", "import.differs")], Found(await ImportAsync(First.Replace("4/30,18750", "4/30,18751", StringComparison.Ordinal))));
        Assert.Equal([(4, "received_amount", "import.differs")], Found(await ImportAsync(First.Replace("100000", "110000", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Bad_rows_are_named_and_nothing_is_stored()
    {
        var found = Found(await ImportAsync("""
            agreement,due_day,due_amount,received_on,received_amount,voucher
            08-2026-L-1,2026-04-30,18750,,,
            08-2026-L-0001,2026-04-30,18750,,10,
            08-2026-L-0001,2026-05-31,1,,,
            08-2026-L-0001,2026-05-31,1,,,

            """));
        Assert.Equal([(2, "agreement", "agreement.id"), (3, "received_on", "cell.missing"), (5, "due_day", "import.key-twice")], found);
        Assert.Equal([(2, null, "rent.not-a-lease")], Found(await ImportAsync("agreement,due_day,due_amount\n07-2026-W-0001,2026-04-30,1\n")));
        Assert.Equal([(2, null, "agreement.unknown")], Found(await ImportAsync("agreement,due_day,due_amount\n08-2026-L-0099,2026-04-30,1\n")));
        Assert.Equal([(2, null, "rent.more-than-due")], Found(await ImportAsync("agreement,due_day,due_amount,received_on,received_amount\n08-2026-L-0001,2026-04-30,1,2026-04-30,2\n")));
        Assert.Equal([(2, null, "officer.may-not")], Found(await ImportAsync(First[..(First.IndexOf("09-", StringComparison.Ordinal))], SampleOfficers.FinanceGroup)));
        Assert.Equal(0, await VersionAsync("rent/08-2026-L-0001/2026"));
    }

    [Fact]
    public async Task An_agreement_names_its_tender_and_its_work()
    {
        const string head = "合同编号,名称,类别,对方性质,对方名称,标的,起始日,截止日,总金额（元）,付款安排,用途,招标编号,所属工程\n";
        var bad = await EnterAsync("agreements", head + "04-2026-W-0001,施工合同,工程,单位,某公司,路,2026-01-01,2026-12-31,1,完工付,修路,4-26,Road 1\n");
        Assert.Equal([(2, "tender", "cell.tender"), (2, "work", "cell.work")], Found(bad));
        Assert.Empty((await EnterAsync("agreements", head + "04-2026-W-0001,施工合同,工程,单位,某公司,路,2026-01-01,2026-12-31,1,完工付,修路,04-2026-W-0002,hewu-road\n")).Findings);
        Assert.Contains("\"tender\": \"04-2026-W-0002\"", await town.EventsAsTextAsync(), StringComparison.Ordinal);
    }

    private Task<ImportResult> ImportAsync(string text, Officer? by = null) => EnterAsync("rent", text, by);

    private async Task<ImportResult> EnterAsync(string kind, string text, Officer? by = null)
    {
        var path = Path.Combine(folder, "rows.csv");
        await File.WriteAllTextAsync(path, text);
        return await ImportFile.RunAsync(town.Open.Ledger, FileKinds.Import(kind)!, path, by ?? SampleOfficers.Bookkeeper, Now, false, default);
    }

    private async Task<RentBook> BookAsync(string stream)
    {
        await using var session = town.Open.Store.QuerySession();
        return ((RentYear.Known)(await Entry.LoadAsync(session, stream, RentDecider.Law, default)).State).Book;
    }

    private async Task<long> VersionAsync(string stream)
    {
        await using var session = town.Open.Store.QuerySession();
        return (await session.Events.FetchStreamStateAsync(stream))?.Version ?? 0;
    }

    private static (int Findings, int Stored, int There) Counts(ImportResult r) => (r.Findings.Count, r.Stored, r.AlreadyThere);

    private static List<(int, string?, string)> Found(ImportResult r) => [.. r.Findings.Select(f => (f.Row, f.Column, f.Why.Code))];
}
