using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Town;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

public class TownFolderTests
{
    [Fact]
    public async Task Reading_the_same_folder_again_records_nothing()
    {
        await using var town = await TestTown.NewAsync();
        var version = await town.VersionAsync("town");
        Assert.Empty(Assert.IsType<Outcome.Done>(await RecordTown.RunAsync(town.Ledger, Shipped, TestTown.Morning.AddDays(1))).Moved);
        Assert.Equal(version, await town.VersionAsync("town"));
        var longer = Shipped with { Rules = [.. Shipped.Rules.Select(r => r with { Value = r.Value + 1 })] };
        await RecordTown.RunAsync(town.Ledger, longer, TestTown.Morning.AddDays(1));
        Assert.Equal(version + 1, await town.VersionAsync("town"));
        await using var session = town.Store.QuerySession();
        Assert.Equal(6, (await new RulesInForce().ReadAsync(session)).Deadlines.InForce("PUBLICITY_DEFAULT", new(2026, 9, 18))!.Value);
    }

    [Fact]
    public async Task The_rules_in_force_follow_the_stream()
    {
        await using var town = await TestTown.NewAsync();
        var rules = new RulesInForce();
        await using var session = town.Store.QuerySession();
        var first = await rules.ReadAsync(session);
        Assert.Same(first, await rules.ReadAsync(session));
        Assert.Equal((2, 26, "央政公示"), (first.Villages.Count, first.Matters.Count, first.Town.NumberPrefix));
        await RecordTown.RunAsync(town.Ledger, Shipped with { Settings = Shipped.Settings with { NumberPrefix = "新" } }, TestTown.Morning);
        Assert.Equal("新", (await rules.ReadAsync(session)).Town.NumberPrefix);
    }

    [Theory]
    [InlineData("rules.csv", "PUBLICITY_LONG,公示期（长）,Publicity window (long),7,", "PUBLICITY_LONG,公示期（长）,Publicity window (long),seven,", 4, "value", "expected.days")]
    [InlineData("rules.csv", "PUBLICITY_LONG,公示期（长）", "PUBLICITY_DEFAULT,公示期（长）", 3, "code", "expected.no-overlap")]
    [InlineData("matters.csv", "works-large,村级大额工程建设,Large village works,major", "works-large,村级大额工程建设,Large village works,mayor", 2, "route", "expected.route")]
    [InlineData("matters.csv", "PUBLICITY_SHORT,town,", "PUBLICITY_SHORTER,town,", 29, "window_rule", "expected.rule")]
    [InlineData("obligations.csv", "grants,", "Grants,", 5, "code", "expected.slug")]
    [InlineData("obligations.csv", "paid-work,", "escrow-statement,", 3, "code", "expected.unique")]
    [InlineData("obligations.csv", "quarter,REPORT_DUE,report,《村民委员会组织法》第35条第2项", "quarter,REPORT_DAY,report,《村民委员会组织法》第35条第2项", 5, "due_rule", "expected.rule")]
    [InlineData("obligations.csv", "quarter,REPORT_DUE,report,《村民委员会组织法》第35条第2项", "quarter,CLARIFICATION,report,《村民委员会组织法》第35条第2项", 5, "due_rule", "expected.rule")]
    [InlineData("obligations.csv", "quarter,REPORT_DUE,report,《村民委员会组织法》第35条第2项", "weekly,REPORT_DUE,report,《村民委员会组织法》第35条第2项", 5, "frequency", "expected.frequency")]
    [InlineData("obligations.csv", "month,STATEMENT_DUE,statement", "quarter,STATEMENT_DUE,statement", 2, "frequency", "expected.frequency-of-evidence")]
    [InlineData("obligations.csv", "year,RENT_DUE,rent", "month,RENT_DUE,rent", 9, "frequency", "expected.frequency-of-evidence")]
    [InlineData("obligations.csv", "month,WORK_PAY_DUE,report", "month,WORK_PAY_DUE,word of mouth", 3, "evidence", "expected.evidence")]
    [InlineData("accounts.csv", "50101,income", "5o101,income", 13, "code", "expected.account-code")]
    [InlineData("accounts.csv", "50102,income,土地承包费", "50102,income,盐田承包费", 14, "zh", "expected.unique")]
    [InlineData("accounts.csv", "101,money", "101,asset", 2, "kind", "expected.account-money")]
    [InlineData("limits.csv", "contract-change,", "contract-cost,", 2, "code", "expected.limit-code")]
    [InlineData("rules.csv", "CASH_IN,收到的现金和划转的款项存入专户,Cash and transfers paid into escrow,3,calendar-day,at-most,next-day,after,no,collective,town", "CASH_IN,收到的现金和划转的款项存入专户,Cash and transfers paid into escrow,3,calendar-day,at-most,next-day,after,no,collective,nation", 10, "scope", "expected.own-scope")]
    [InlineData("limits.csv", ",30,", ",130,", 3, "percent", "expected.percent")]
    [InlineData("limits.csv", "contract-advance,", "contract-change,", 3, "from", "expected.limit-time")]
    [InlineData("findings.csv", "late-bank-in,", "Late bank-in,", 3, "code", "expected.slug")]
    [InlineData("findings.csv", "late-bank-in,", "no-invoice,", 3, "code", "expected.unique")]
    [InlineData("findings.csv", "《会计法》第14条,", ",", 2, "law_zh", "expected.text")]
    [InlineData("holidays.csv", "2020-01-01,", "2020-1-1,", 2, "date", "expected.day")]
    [InlineData("town.csv", "demonstration,yes,", "demonstration,perhaps,", 7, "zh", "expected.yes-no")]
    public void A_bad_row_is_named(string file, string good, string bad, int row, string column, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("town-");
        foreach (var from in Directory.GetFiles(ReadTownFolder.Default)) File.Copy(from, Path.Combine(folder.FullName, Path.GetFileName(from)));
        var path = Path.Combine(folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));
        var (read, faults) = ReadTownFolder.Read(folder.FullName);
        Assert.Null(read);
        var fault = faults.First(f => f.Arguments[0] is string f0 && f0 == file);
        Assert.Equal(("town.bad-row", row, column, new Word(expected)), (fault.Code, fault.Arguments[1], fault.Arguments[2], fault.Arguments[3]));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_missing_file_and_a_missing_column_are_named()
    {
        var folder = Directory.CreateTempSubdirectory("town-");
        File.WriteAllText(Path.Combine(folder.FullName, "rules.csv"), "code,days\n");
        var faults = ReadTownFolder.Read(folder.FullName).Faults;
        Assert.Contains(Refused.As("town.file-missing", "holidays.csv"), faults);
        Assert.Contains(Refused.As("town.column-missing", "rules.csv", "zh"), faults);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_chart_without_cash_or_trust_money_is_refused_and_a_town_without_its_own_has_the_shipped_one()
    {
        var folder = Directory.CreateTempSubdirectory("town-");
        foreach (var from in Directory.GetFiles(ReadTownFolder.Default).Where(f => !f.EndsWith("accounts.csv", StringComparison.Ordinal))) File.Copy(from, Path.Combine(folder.FullName, Path.GetFileName(from)));
        Assert.Equal(Shipped.Accounts, ReadTownFolder.Read(folder.FullName).Town!.Accounts);
        File.WriteAllText(Path.Combine(folder.FullName, "accounts.csv"), "code,kind,zh,en,plain_zh,plain_en\n101,money,现金,cash,现金,cash\n");
        Assert.Equal([Refused.As("town.account-missing", "accounts.csv", "102")], ReadTownFolder.Read(folder.FullName).Faults);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_folder_without_obligations_owes_what_ships_as_far_as_its_rules_count_it()
    {
        var folder = Directory.CreateTempSubdirectory("town-");
        foreach (var from in Directory.GetFiles(ReadTownFolder.Default).Where(f => !f.EndsWith("obligations.csv", StringComparison.Ordinal))) File.Copy(from, Path.Combine(folder.FullName, Path.GetFileName(from)));
        Assert.Equal(Shipped.Obligations, ReadTownFolder.Read(folder.FullName).Town!.Obligations);
        var rules = Path.Combine(folder.FullName, "rules.csv");
        File.WriteAllLines(rules, File.ReadAllLines(rules).Where(l => !l.StartsWith("RENT_DUE", StringComparison.Ordinal)));
        Assert.Equal(Shipped.Obligations.Select(o => o.Code).Where(code => code != "rent"), ReadTownFolder.Read(folder.FullName).Town!.Obligations.Select(o => o.Code));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Obligations_are_recorded_once_reach_rules_and_register_and_raise_its_revision()
    {
        await using var town = await TestTown.NewAsync();
        await using var session = town.Store.QuerySession();
        var before = (await session.LoadAsync<Publishing.Register.TownOnRegister>(StreamKey.Town))!;
        Assert.Equal(Shipped.Obligations, before.Obligations);
        Assert.Equal(Shipped.Obligations, (await new RulesInForce().ReadAsync(session)).Obligations);
        var fewer = Shipped with { Obligations = [.. Shipped.Obligations.Take(2)] };
        await RecordTown.RunAsync(town.Ledger, fewer, TestTown.Morning.AddDays(1));
        await using var later = town.Store.QuerySession();
        var after = (await later.LoadAsync<Publishing.Register.TownOnRegister>(StreamKey.Town))!;
        Assert.Equal((2, before.Revision + 1, TestTown.Morning.AddDays(1)), (after.Obligations.Count, after.Revision, after.RevisedAt));
    }

    private static TownFolder Shipped => ReadTownFolder.Read(ReadTownFolder.Default).Town!;
}
