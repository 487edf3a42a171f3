using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Verbs;
using Transparency.Portal.Verbs.CommandLine;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Tests.Operations;

public sealed class VerbsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("verbs").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData]
    [InlineData("fly")]
    [InlineData("demo", "--twice")]
    [InlineData("demo", "--once", "--once")]
    [InlineData("demo", "--once=yes")]
    [InlineData("demo", "town")]
    [InlineData("import", "villages")]
    [InlineData("import", "villages", "v.csv")]
    [InlineData("import", "villages", "v.csv", "--as")]
    [InlineData("import", "cows", "v.csv", "--as", "zhao-min")]
    [InlineData("import", "villages", "--template", "t.csv", "--dry-run")]
    [InlineData("officer", "remove", "wang")]
    [InlineData("officer", "add", "wang", "--role", "king")]
    public async Task Unusable_arguments_print_usage_on_standard_error_and_end_with_2(params string[] args)
    {
        var (code, said, error) = await RunAsync(args);
        Assert.Equal((2, ""), (code, said));
        Assert.StartsWith("用法", error, StringComparison.Ordinal);
        Assert.Contains("Usage", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublicAddress", "ftp://x")]
    [InlineData("PublicAddress", "town.example")]
    [InlineData("Languages", "zh-Hans,fr")]
    [InlineData("Languages", "en,en")]
    [InlineData("Today", "18.9.2026")]
    [InlineData("TownFolder", "no/such/folder")]
    public async Task A_setting_that_cannot_be_meant_is_one_sentence_in_both_languages(string key, string value)
    {
        var (code, said, error) = await RunAsync("verify", $"--Sunshine:{key}={value}");
        Assert.Equal((1, ""), (code, error));
        var line = Assert.Single(said.TrimEnd().Split('\n'));
        Assert.Contains($"设置 {key}", line, StringComparison.Ordinal);
        Assert.Contains($"setting {key}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_is_one_sentence()
    {
        var (code, said, _) = await RunAsync("check", "--ConnectionStrings:Store=Host=127.0.0.1;Port=1;Username=x;Timeout=2");
        Assert.Equal(1, code);
        Assert.Single(said.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_wants_migrate_and_then_serves_every_verb()
    {
        var way = $"--ConnectionStrings:Store={await Embedded.TestCluster.NewDatabaseAsync()}";
        Assert.Equal(1, (await RunAsync("check", way)).Code);
        Assert.Equal(0, (await RunAsync("migrate", way)).Code);
        Assert.Equal(0, (await RunAsync("check", way)).Code);
    }

    [Fact]
    public async Task A_guard_switched_off_is_said_by_check_and_put_up_by_migrate_which_says_so()
    {
        await using var town = await ScratchTown.NewAsync(folder);
        await town.Open.RecordTownAsync(Shanghai.At(new(2026, 1, 5), new(9, 0)));
        string[] settings = [$"--ConnectionStrings:Store={town.Way}", $"--Sunshine:SiteFolder={folder}/site"];
        Assert.Equal(0, (await RunAsync(["check", .. settings])).Code);
        await using (var connection = new Npgsql.NpgsqlConnection(town.Way))
        {
            await connection.OpenAsync();
            await using var off = new Npgsql.NpgsqlCommand("alter table ledger.mt_events disable trigger all", connection);
            await off.ExecuteNonQueryAsync();
        }
        for (var start = 0; start < 2; start++)
        {
            var (code, said, _) = await RunAsync(["check", .. settings]);
            Assert.Equal(1, code);
            Assert.Contains("ledger.mt_events", Assert.Single(said.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
        var (migrated, words, _) = await RunAsync(["migrate", .. settings]);
        Assert.Equal(0, migrated);
        Assert.Contains("The guard against change is up again: ledger.mt_events.", words, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["check", .. settings])).Code);
        Assert.DoesNotContain("up again", (await RunAsync(["migrate", .. settings])).Said, StringComparison.Ordinal);
    }

    /// <summary>I32: whatever a verb is about to do, a town's file below the law stops it, and nothing is recorded.</summary>
    [Fact]
    public async Task A_town_folder_that_is_looser_than_the_law_stops_every_verb_by_one_sentence()
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "town")).FullName;
        foreach (var from in Directory.GetFiles(Portal.Town.ReadTownFolder.Default)) File.Copy(from, Path.Combine(own, Path.GetFileName(from)));
        await File.AppendAllLinesAsync(Path.Combine(own, "rules.csv"), ["CANDIDATES,公示,Publicity,1,calendar-day,at-least,next-day,after,yes,bidding,town,,,,本镇规定,Town rules"]);
        await using var town = await ScratchTown.NewAsync(folder);
        string[] settings = [$"--ConnectionStrings:Store={town.Way}", $"--Sunshine:TownFolder={own}", $"--Sunshine:SiteFolder={folder}/site"];
        var villages = Path.Combine(Portal.Demo.Scenario.Folder, "villages.csv");
        foreach (string[] verb in (string[][])[["deadline", "CANDIDATES", "2026-09-18"], ["publish"], ["import", "villages", villages, "--as", "zhao-min"], ["serve"], ["demo", "--once"]])
        {
            var (code, said, error) = await RunAsync([.. verb, .. settings]);
            Assert.Equal((1, ""), (code, error));
            var line = Assert.Single(said.TrimEnd().Split('\n'));
            Assert.Contains("rules.csv 第 19 行，“value”列：“1”比上级规定宽松。规定是“至少 3 天”（《招标投标法实施条例》第54条）", line, StringComparison.Ordinal);
            Assert.Contains("rules.csv, line 19, column value: \"1\" is looser than what holds above it: at least 3 days (Regulations on the Bidding Law, art. 54)", line, StringComparison.Ordinal);
        }
        await using var session = town.Open.Store.QuerySession();
        Assert.Null(await session.Events.FetchStreamStateAsync(Portal.Store.StreamKey.Town));
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence_that_names_the_address()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        await using var town = await ScratchTown.NewAsync(folder);
        var (code, said, _) = await RunAsync("serve", $"--urls={address}", $"--ConnectionStrings:Store={town.Way}");
        Assert.Equal(1, code);
        Assert.Contains(address, Assert.Single(said.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_names_what_is_wrong_with_a_folder()
    {
        var (code, said, _) = await RunAsync("verify", folder);
        Assert.Equal(1, code);
        Assert.Contains("no checkpoint", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_written_without_any_store()
    {
        var (code, _, _) = await RunAsync("import", "agreements", "--template", Path.Combine(folder, "t.csv"));
        Assert.Equal(0, code);
        Assert.True(File.Exists(Path.Combine(folder, "t.csv")));
        (code, _, _) = await RunAsync("import", "agreements", "--template", Path.Combine(folder, "t.csv"));
        Assert.Equal(1, code);
    }

    [Fact]
    public void Progress_is_one_line_per_tenth_where_nobody_watches()
    {
        var error = new StringWriter();
        var progress = new Progress(error, terminal: false, "work");
        for (var i = 0; i <= 1000; i++) progress.Report((i, 1000));
        var lines = error.ToString().TrimEnd().Split('\n');
        Assert.Equal(("work 10 % (100/1000)", "work 100 % (1000/1000)", 10), (lines[0], lines[^1], lines.Length));
    }

    /// <summary>The script hands every verb on but its own, <c>test</c>.</summary>
    [Fact]
    public void The_scripts_usage_names_the_verbs_that_there_are_and_no_others()
    {
        var script = File.ReadAllLines(Path.Combine(Root(), "sunshine"));
        var listed = script.SkipWhile(line => !line.EndsWith("<<'USAGE'", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line != "USAGE")
            .SelectMany(line => line.Trim().Split("  ")[0].Split(" · ")).Select(entry => entry.Split(' ')[0]);
        Assert.Equal(
            VerbTable.All.Concat(Bench.Verbs.BenchVerbs.All).Select(verb => verb.Name).Append("test").Order(StringComparer.Ordinal),
            listed.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Usage_names_the_kinds_of_file_that_there_are_and_no_others(Language language)
    {
        Assert.Equal(FileKinds.Imports.Select(kind => kind.Name).Order(), Kinds("usage.import").Order());
        Assert.Equal(FileKinds.Exports.Select(kind => kind.Name).Order(), Kinds("usage.export").Order());

        string[] Kinds(string code) => Catalogue.Say(language, code).Split(' ')[1].Split('|');
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../.."));

    private async Task<(int Code, string Said, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Portal.Verbs.VerbTable.RunAsync(args.Length == 0 || args.Any(a => a.StartsWith("--Sunshine:DataFolder", StringComparison.Ordinal)) ? args : [.. args, $"--Sunshine:DataFolder={folder}"], output, error, terminal: false);
        return (code, output.ToString(), error.ToString());
    }
}
