using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Demo;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Tests.Operations;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Imports;

public sealed class ImportFileTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = Shanghai.At(new(2026, 9, 18), new(9, 0));

    private readonly string folder = Directory.CreateTempSubdirectory("import").FullName;
    private ScratchTown town = null!;

    public async Task InitializeAsync()
    {
        town = await ScratchTown.NewAsync(folder);
        await town.Open.RecordTownAsync(Now);
    }

    public async Task DisposeAsync()
    {
        await town.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_same_files_twice_change_nothing()
    {
        foreach (var (kind, rows) in new[] { ("villages", 13), ("officers", 33), ("agreements", 8) })
        {
            var file = Path.Combine(Scenario.Folder, $"{kind}.csv");
            Assert.Equal((0, rows, 0), Counts(await ImportAsync(kind, file, dryRun: true)));
            Assert.Equal((0, rows, 0), Counts(await ImportAsync(kind, file)));
            Assert.Equal((0, 0, rows), Counts(await ImportAsync(kind, file)));
        }
    }

    /// <summary>A store restored from an old backup behind the tree of a newer one.</summary>
    [Fact]
    public async Task A_number_that_stands_in_public_and_is_not_known_here_is_given_to_nobody()
    {
        await ImportAsync("villages", Path.Combine(Scenario.Folder, "villages.csv"));
        Directory.CreateDirectory(Path.Combine(town.Open.Settings.SiteFolder, "agreements", "07-2026-W-0001"));
        var refused = Assert.Single((await ImportAsync("agreements", Path.Combine(Scenario.Folder, "agreements.csv"))).Findings);
        Assert.Equal((2, Refused.As("number.waits", "07-2026-W-0001")), (refused.Row, refused.Why));
    }

    [Fact]
    public async Task One_bad_row_and_nothing_is_stored_and_every_bad_row_is_named()
    {
        var result = await ImportAsync("villages", Write("v.csv", "code,zh,households,people,land_mu,saltpan_mu\n01,央子村,412,1290,2100,5200\n2x,林家,甲,1,1,1\n01,又一个,1,1,1,1\n"));
        Assert.Equal([(3, "code", "cell.village"), (3, "households", "cell.whole"), (4, "code", "import.key-twice")], result.Findings.Select(f => (f.Row, f.Column!, f.Why.Code)));
        Assert.Empty((await town.Open.RulesNowAsync()).Villages);
        Assert.Equal("v.csv 第 3 行“户数”：应为不小于 0 的整数，现为“甲”。", result.Findings[1].In(Language.Zh));
    }

    [Fact]
    public async Task Other_content_under_a_known_key_is_refused_by_name()
    {
        await ImportAsync("villages", Path.Combine(Scenario.Folder, "villages.csv"));
        var result = await ImportAsync("villages", Write("v.csv", "code,zh,en,households,people,land_mu,saltpan_mu\n01,央子村,Yangzi Village,413,1290,2100,5200\n"));
        Assert.Equal(Refused.As("import.differs", "01"), Assert.Single(result.Findings).Why);
    }

    [Fact]
    public async Task An_unknown_village_is_refused_by_the_law_with_its_row()
    {
        var result = await ImportAsync("agreements", Path.Combine(Scenario.Folder, "agreements.csv"));
        Assert.Equal(8, result.Findings.Count);
        Assert.Equal((2, Refused.As("village.unknown", "07")), (result.Findings[0].Row, result.Findings[0].Why));
    }

    [Fact]
    public async Task Private_columns_go_to_the_persons_document_and_to_no_event()
    {
        foreach (var kind in new[] { "villages", "agreements" }) await ImportAsync(kind, Path.Combine(Scenario.Folder, $"{kind}.csv"));
        await using var session = town.Open.Store.QuerySession();
        Assert.Equal(("欧阳德海", "370799196911080095"), await session.LoadAsync<Person>("a-09-2026-L-0002") is { } p ? (p.Name, p.IdNumber) : default);
        Assert.DoesNotContain("德海", await town.EventsAsTextAsync(), StringComparison.Ordinal);
        Assert.Contains("欧阳某", await town.EventsAsTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_enters_as_a_draft_of_its_officer()
    {
        await ImportAsync("villages", Path.Combine(Scenario.Folder, "villages.csv"));
        await ImportAsync("officers", Path.Combine(Scenario.Folder, "officers.csv"));
        var file = Write("d.csv", """
            key,matter,village,title,what,for_whom,ask,sources,budget,deliberation
            2026-jh-01,works-large,4,砂石路,修路,招标选定,镇经管站,镇财政|Town = 150000.00,"路基 = 2,800 米 = = 150000.00",04-2026-D-0007

            """);
        var by = await town.Open.OfficerAsync("jia-wenhai");
        Assert.Equal((0, 1, 0), Counts(await ImportAsync("declarations", file, by: by)));
        Assert.Equal((0, 0, 1), Counts(await ImportAsync("declarations", file, by: by)));
        Assert.Equal("officer.may-not", Assert.Single((await ImportAsync("declarations", Write("e.csv", (await File.ReadAllTextAsync(file)).Replace("-01", "-02", StringComparison.Ordinal)), by: await town.Open.OfficerAsync("gu-dawei"))).Findings).Why.Code);

        await using var session = town.Open.Store.QuerySession();
        var read = await ReadDeclaration.ByIdAsync(session, await town.Open.RulesNowAsync(), NewId.FromKey("2026-jh-01"));
        Assert.IsType<Declaration.Drafted>(read!.State);
        Assert.Equal((new DeliberationId("04-2026-D-0007"), 2), (read.Content.Deliberation, read.Content.Village!.Value.Value.Length));
    }

    [Fact]
    public async Task Who_may_not_import_is_told_so()
    {
        await ImportAsync("villages", Path.Combine(Scenario.Folder, "villages.csv"));
        await ImportAsync("officers", Path.Combine(Scenario.Folder, "officers.csv"));
        var result = await ImportAsync("officers", Path.Combine(Scenario.Folder, "officers.csv"), by: await town.Open.OfficerAsync("gu-dawei"));
        Assert.Equal("import.may-not", Assert.Single(result.Findings).Why.Code);
    }

    /// <summary>I29: the number is needed, and the same number is the same person.</summary>
    [Fact]
    public async Task Nobody_is_two_persons()
    {
        const string head = "sign_in,name,unit,roles,id_number\n", number = "370799198001280033";
        Assert.Equal("cell.missing", Assert.Single((await ImportAsync("officers", Write("o.csv", $"{head}lin-a,林甲,镇经管站,代管会计,\n"))).Findings).Why.Code);
        Assert.Equal("officer.id-number", Assert.Single((await ImportAsync("officers", Write("o.csv", $"{head}lin-a,林甲,镇经管站,代管会计,370799198001280032\n"))).Findings).Why.Code);
        var twice = await ImportAsync("officers", Write("o.csv", $"{head}lin-a,林甲,镇经管站,代管会计,{number}\nlin-b,林甲,镇经管站,管理员,{number}\n"));
        Assert.Equal((3, "officer.administrator-alone"), (Assert.Single(twice.Findings).Row, twice.Findings[0].Why.Code));
        var both = Write("o.csv", $"{head}lin-a,林甲,镇经管站,代管会计,{number}\nlin-b,林甲,镇经管站,镇级审核,{number}\n");
        Assert.Equal((0, 2, 0), Counts(await ImportAsync("officers", both)));
        Assert.Equal((0, 0, 2), Counts(await ImportAsync("officers", both)));
        Assert.Equal((await town.Open.OfficerAsync("lin-a")).Person, (await town.Open.OfficerAsync("lin-b")).Person);
        Assert.Equal("officer.other-name", Assert.Single((await ImportAsync("officers", Write("o.csv", $"{head}lin-c,林乙,镇经管站,镇级审核,{number}\n"))).Findings).Why.Code);
        Assert.Equal("import.differs", Assert.Single((await ImportAsync("officers", Write("o.csv", $"{head}lin-a,林甲,镇经管站,代管会计,370799197505160022\n"))).Findings).Why.Code);
    }

    private static (int Findings, int Stored, int There) Counts(ImportResult r) => (r.Findings.Count, r.Stored, r.AlreadyThere);

    private Task<ImportResult> ImportAsync(string kind, string file, bool dryRun = false, Officer? by = null) =>
        ImportFile.RunAsync(town.Open.Ledger, FileKinds.Import(kind)!, file, by ?? ScratchTown.Installer, Now, dryRun, CancellationToken.None);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
