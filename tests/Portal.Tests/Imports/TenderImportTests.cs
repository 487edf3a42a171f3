using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Tenders;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Imports;

public sealed class TenderImportTests : IAsyncLifetime
{
    private const string Plans = """
        招标编号,名称,村,类别,采购方式,事项代码,办什么,估算金额（元）,最高限价（元）,标段,标段名称,标段数量,标段估算（元）,标段吨数,最低热值（MJ/kg）
        04-2026-W-0009,管线维修,4,工程,询价,purchase-quotation,修管线,"30,000",,1,管线维修,1 项,30000,,
        00-2026-G-0001,取暖煤,,货物,询价,coal-season,买 80 吨煤,80000,,1,贾家河坞村,50 吨,50000,50,22
        00-2026-G-0001,取暖煤,,货物,询价,coal-season,买 80 吨煤,80000,,2,固堤场村,30 吨,30000,30.5,22.00

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("import").FullName;
    private TenderLife life = null!;

    public async Task InitializeAsync() => life = await TenderLife.NewAsync();

    public async Task DisposeAsync()
    {
        await life.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Plans_come_one_row_per_lot_and_twice_change_nothing()
    {
        Assert.Equal((0, 3, 0), Counts(await ImportAsync("tenders", Plans)));
        Assert.Equal((0, 0, 3), Counts(await ImportAsync("tenders", Plans)));
        Assert.Equal(1, await life.Town.VersionAsync("tender/00-2026-G-0001"));
        var changed = await ImportAsync("tenders", Plans.Replace("50 吨", "51 吨", StringComparison.Ordinal));
        Assert.Equal(Refused.As("import.differs", "00-2026-G-0001"), Assert.Single(changed.Findings).Why);
    }

    [Fact]
    public async Task A_bad_lot_row_is_named_and_nothing_is_stored()
    {
        var crooked = Plans.Replace("30.5,22.00", "30.5,heiß", StringComparison.Ordinal).Replace(",2,固堤场村", ",1,固堤场村", StringComparison.Ordinal);
        var result = await ImportAsync("tenders", crooked);
        Assert.Equal([(4, "lot_min_calorific", "cell.figure"), (4, "lot", "import.key-twice")], result.Findings.Select(f => (f.Row, f.Column!, f.Why.Code)));
        var otherTitle = await ImportAsync("tenders", Plans.Replace("00-2026-G-0001,取暖煤,,货物,询价,coal-season,买 80 吨煤,80000,,2", "00-2026-G-0001,别的,,货物,询价,coal-season,买 80 吨煤,80000,,2", StringComparison.Ordinal));
        Assert.Equal(Refused.As("import.differs", "00-2026-G-0001"), Assert.Single(otherTitle.Findings).Why);
        Assert.Equal(0, await life.Town.VersionAsync("tender/04-2026-W-0009"));
    }

    [Fact]
    public async Task Offers_come_between_deadline_and_opening_and_twice_change_nothing()
    {
        await ImportAsync("tenders", Plans);
        await life.ActAsync(1, "sign-plan", "04-2026-W-0009", SampleOfficers.Reviewer);
        await life.ActAsync(2, "announce-tender", "04-2026-W-0009", SampleOfficers.Clerk, new { deadline = "2026-10-08 09:00", place = "村委会", channels = "公告栏", rules = "最低价" });
        const string offers = """
            tender,lot,bidder_kind,bidder,credit_code,price,received,note
            04-2026-W-0009,1,单位,甲公司,91370700MA3C0000XX,24000,2026/10/7 16:30,
            04-2026-W-0009,1,个人,欧阳建国,,25000,2026-10-07 16:31:00,自带工具
            04-2026-W-0009,1,单位,乙公司,,26000,2026年10月7日 17:05,

            """;
        Assert.Equal("bid.before-deadline", (await ImportAsync("bids", offers, day: 7)).Findings[0].Why.Code);
        Assert.Equal((0, 3, 0), Counts(await ImportAsync("bids", offers, day: 8)));
        Assert.Equal((0, 0, 3), Counts(await ImportAsync("bids", offers, day: 8)));
        Assert.Equal(Refused.As("import.differs", "甲公司"), Assert.Single((await ImportAsync("bids", offers.Replace("24000", "23000", StringComparison.Ordinal), day: 8)).Findings).Why);
        Assert.Equal("bid.late", Assert.Single((await ImportAsync("bids", offers.Replace("乙公司,,26000,2026年10月7日 17:05", "丁公司,,26000,2026-10-08 09:01", StringComparison.Ordinal), day: 8)).Findings).Why.Code);
        await life.ActAsync(8, "open-tender", "04-2026-W-0009", SampleOfficers.Clerk, new { attended = "5", place = "村委会" });
        await life.ActAsync(8, "evaluate-tender", "04-2026-W-0009", SampleOfficers.Clerk, new { ranking = "1 = 甲公司 = 1; 1 = 欧阳建国 = 2; 1 = 乙公司 = 3" });
        Assert.Equal((0, 0, 3), Counts(await ImportAsync("bids", offers, day: 8)));
        Assert.Empty(await CheckStore.RunAsync(life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Offers_of_coal_bring_their_quality()
    {
        await ImportAsync("tenders", Plans);
        await life.DiscloseAsync("00-2026-G-0001", village: null);
        await life.ActAsync(20, "announce-tender", "00-2026-G-0001", SampleOfficers.TownClerk, new { deadline = "2026-10-24 09:00", place = "会议室", channels = "公告栏", rules = "每吨到村价" });
        const string header = "招标编号,标段,投标人性质,投标人,报价（元）,送达时间,热值（MJ/kg）,全硫（%）,灰分（%）,挥发分（%）,水分（%）,粒度,产地\n";
        const string offers = header + "00-2026-G-0001,1,单位,热力公司,1050,2026-10-23 16:00,25,0.6,14,28,8,13–25 mm,山西\n00-2026-G-0001,2,单位,热力公司,1060,2026-10-23 16:00,25,0.6,14,28,8,13–25 mm,山西\n";
        Assert.Equal((0, 2, 0), Counts(await ImportAsync("coal", offers, day: 24)));
        Assert.Equal((0, 0, 2), Counts(await ImportAsync("coal", offers, day: 24)));
        Assert.Equal("bid.quality-missing", Assert.Single((await ImportAsync("bids", "tender,lot,bidder_kind,bidder,price,received\n00-2026-G-0001,1,单位,别家,1,2026-10-23 16:00\n", day: 24)).Findings).Why.Code);
    }

    [Theory, InlineData("tenders"), InlineData("bids"), InlineData("coal")]
    public void A_template_has_headers_and_a_guide_that_the_import_passes_over(string kind)
    {
        var path = Path.Combine(folder, $"{kind}.csv");
        Template.Write(path, FileKinds.Import(kind)!.Columns);
        var sheet = ReadSheet.From(path, FileKinds.Import(kind)!.Columns);
        Assert.Empty(sheet.Findings);
        Assert.Empty(sheet.Rows);
    }

    private static (int Findings, int Stored, int There) Counts(ImportResult r) => (r.Findings.Count, r.Stored, r.AlreadyThere);

    private Task<ImportResult> ImportAsync(string kind, string text, int day = 1)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():n}.csv");
        File.WriteAllText(path, text);
        return ImportFile.RunAsync(life.Town.Ledger, FileKinds.Import(kind)!, path, SampleOfficers.Everyone, Shanghai.At(new DateOnly(2026, 9, 30).AddDays(day), new(9, 0)), dryRun: false, CancellationToken.None);
    }
}
