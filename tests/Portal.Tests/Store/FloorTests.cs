using System.Globalization;
using Microsoft.Extensions.Logging;
using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Town;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Operations;
using Transparency.Portal.Town;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Tests.Store;

/// <summary>I32: what national and provincial law demands ships apart, and no file of a town undercuts it on any day.</summary>
public sealed class FloorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("floors-").FullName;

    public FloorTests()
    {
        foreach (var from in Directory.GetFiles(ReadTownFolder.Default)) File.Copy(from, Path.Combine(folder, Path.GetFileName(from)));
    }

    public static TheoryData<int> Rules => [.. Enumerable.Range(0, ReadFloors.Shipped.Rules.Count)];

    public static TheoryData<string> Limits => [.. ReadFloors.Shipped.Limits.Select(l => l.Code)];

    public static TheoryData<string> Obligations => [.. ReadFloors.Shipped.Obligations.Select(o => o.Code)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_law_ships_with_its_scope_in_every_row_and_no_rule_of_a_town_is_among_it()
    {
        foreach (var file in new[] { "rules.csv", "limits.csv", "obligations.csv" })
        {
            var rows = new CsvTable(ReadFloors.Folder, file, []).Read("code", "scope", "law_zh", "law_en");
            Assert.All(rows, r => Assert.Contains(r.Line("scope"), (string[])["nation", "province"]));
            Assert.All(rows, r => Assert.DoesNotContain("本镇", r.Line("law_zh"), StringComparison.Ordinal));
        }
        Assert.Equal(["AGENDA_NOTICE", "BOARD_POSTING", "CANDIDATES", "CLARIFICATION", "MEETING_NOTICE", "PETITION_HANDLING", "PETITION_NOTICE", "TENDER_PERIOD"],
            ReadFloors.Shipped.Rules.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["contract-change 10%", "contract-advance 30%"], ReadFloors.Shipped.Limits.Select(l => $"{l.Code} {l.PercentInWords}"));
        Assert.Equal(["escrow-statement Month", "decisions Quarter", "grants Quarter", "government-work Quarter", "consultation Quarter", "annual-accounts Year"],
            ReadFloors.Shipped.Obligations.Select(o => $"{o.Code} {o.Frequency}"));
    }

    [Fact]
    public void The_towns_files_that_ship_are_no_looser_than_the_law_and_what_they_leave_out_holds()
    {
        var town = ReadTownFolder.Read(ReadTownFolder.Default).Town!;
        Assert.Equal(ReadFloors.Shipped.Rules, town.Rules.Where(r => r.Scope <= RuleScope.Province));
        Assert.Empty(FloorCheck.Of(RulesInForce.Fold([new DeadlineRulesSet(town.Rules, default), new PercentLimitsSet(town.Limits, default), new ObligationsSet(town.Obligations, default)])));
        Assert.Equal(3, new DeadlineRules(town.Rules).InForce("CANDIDATES", new(2026, 9, 1))!.Value);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_towns_row_that_is_looser_than_one_of_the_laws_is_refused_and_a_stricter_one_taken(int index)
    {
        var floor = ReadFloors.Shipped.Rules[index];
        var step = floor.Limit == Limit.AtLeast ? 1 : -1;
        foreach (var (scope, village) in new[] { (RuleScope.County, ""), (RuleScope.Town, ""), (RuleScope.Village, "09") })
        {
            RefusedIs(Refused(floor, RowOf(floor, scope, village) with { Value = floor.Value - step }), "town.looser", "value", floor);
            Taken(floor, RowOf(floor, scope, village));
            Taken(floor, RowOf(floor, scope, village) with { Value = floor.Value + step });
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_row_counted_otherwise_is_taken_only_where_it_cannot_be_looser(int index)
    {
        var floor = ReadFloors.Shipped.Rules[index];
        var town = RowOf(floor, RuleScope.Town, "");
        var worked = town with { Unit = DayUnit.WorkingDay };
        if (floor.Limit == Limit.AtLeast) Taken(floor, worked);
        else RefusedIs(Refused(floor, worked with { Value = 1 }), "town.other-shape", "unit", floor);
        RefusedIs(Refused(floor, town with { Unit = DayUnit.Month, Value = 12 }), "town.other-shape", "unit", floor);
        var other = floor.Limit == Limit.AtLeast ? Limit.AtMost : Limit.AtLeast;
        RefusedIs(Refused(floor, town with { Limit = other }), "town.other-shape", "limit", floor);
        RefusedIs(Refused(floor, town with { From = CountFrom.SameDay }), "town.other-shape", "from", floor);
        if (floor.Rolls) RefusedIs(Refused(floor, town with { Rolls = false }), "town.looser", "rolls", floor);
    }

    [Fact]
    public void A_row_that_is_looser_for_one_day_of_its_time_is_refused_by_the_law_of_that_day()
    {
        var (before, since) = (ReadFloors.Shipped.Rules.Single(r => r is { Code: "MEETING_NOTICE", InForceFrom: null }), ReadFloors.Shipped.Rules.Single(r => r is { Code: "MEETING_NOTICE", InForceUntil: null }));
        var loose = RowOf(since, RuleScope.Town, "") with { Value = 9 };
        RefusedIs(Refused(since, loose with { InForceFrom = new(2026, 1, 1) }), "town.looser", "value", since);
        RefusedIs(Refused(since, loose with { InForceFrom = new(2025, 1, 1), InForceUntil = new(2025, 12, 31) }), "town.looser", "value", before);
        var board = ReadFloors.Shipped.Rules.Single(r => r.Code == "BOARD_POSTING");
        var five = RowOf(board, RuleScope.Town, "") with { Value = 5, InForceFrom = null };
        Taken(board, five with { InForceUntil = new(2025, 12, 31) });
        RefusedIs(Refused(board, five with { InForceUntil = new(2026, 1, 1) }), "town.looser", "value", board);
    }

    [Fact]
    public void A_village_is_measured_by_the_law_and_by_its_town()
    {
        var candidates = ReadFloors.Shipped.Rules.Single(r => r.Code == "CANDIDATES");
        var town = RowOf(candidates, RuleScope.Town, "") with { Value = 5 };
        Write(town, RowOf(candidates, RuleScope.Village, "09") with { Value = 4 });
        var fault = Assert.Single(ReadTownFolder.Read(folder).Faults);
        Assert.Equal(("town.looser", "value", DeadlineWords.Time(town)), (fault.Code, fault.Arguments[2], fault.Arguments[4]));
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_above_the_laws_is_refused_and_one_below_taken(string code)
    {
        var floor = ReadFloors.Shipped.Limits.Single(l => l.Code == code);
        var refused = Assert.Single(With("limits.csv", $"{code},限额,limit,{Number(floor.Percent + 0.5m)},本镇规定,Town rules,2026-07-01,2026-07-01").Faults);
        Assert.Equal(("town.looser", "percent", ReadLimits.InWords(floor), floor.Law), (refused.Code, refused.Arguments[2], refused.Arguments[4], refused.Arguments[5]));
        Assert.Contains($"不超过 {floor.PercentInWords}", Catalogue.Say(Language.Zh, refused), StringComparison.Ordinal);
        var own = With("limits.csv", $"{code},限额,limit,{Number(floor.Percent - 1)},本镇规定,Town rules,2026-07-01,2026-07-31").Town!;
        var book = RulesInForce.Fold([new PercentLimitsSet(own.Limits, default)]);
        Assert.Equal((floor.Percent, floor.Percent - 1, floor.Percent), (book.Limit(code, new(2026, 6, 30))!.Percent, book.Limit(code, new(2026, 7, 31))!.Percent, book.Limit(code, new(2026, 8, 1))!.Percent));
    }

    [Theory]
    [MemberData(nameof(Obligations))]
    public void What_the_law_wants_published_may_be_published_more_often_never_more_seldom_and_is_owed_when_it_is_left_out(string code)
    {
        var floor = ReadFloors.Shipped.Obligations.Single(o => o.Code == code);
        var path = Path.Combine(folder, "obligations.csv");
        var lines = File.ReadAllLines(path);
        var row = lines.Single(l => l.StartsWith($"{code},", StringComparison.Ordinal));
        File.WriteAllLines(path, lines.Where(l => l != row));
        Assert.Equal(floor, ReadTownFolder.Read(folder).Town!.Obligations.Single(o => o.Code == code));
        string Every(string frequency) => row.Replace($",{NameOf(floor.Frequency)},", $",{frequency},", StringComparison.Ordinal);
        if (floor.Frequency is Frequency.Quarter)
        {
            File.WriteAllLines(path, lines.Select(l => l == row ? Every("half-year") : l));
            var refused = Assert.Single(ReadTownFolder.Read(folder).Faults);
            Assert.Equal(("town.looser", "frequency", "half-year", new Text("每季度", "every quarter"), floor.Law), (refused.Code, refused.Arguments[2], refused.Arguments[3], refused.Arguments[4], refused.Arguments[5]));
        }
        if (floor.Evidence == Evidence.Report)
        {
            File.WriteAllLines(path, lines.Select(l => l == row ? Every("month") : l));
            Assert.Equal(Frequency.Month, ReadTownFolder.Read(folder).Town!.Obligations.Single(o => o.Code == code).Frequency);
        }
    }

    [Fact]
    public void A_town_without_the_rule_by_which_the_laws_obligation_is_counted_is_refused()
    {
        var rules = Path.Combine(folder, "rules.csv");
        File.WriteAllLines(rules, File.ReadAllLines(rules).Where(l => !l.StartsWith("REPORT_DUE", StringComparison.Ordinal)));
        File.Delete(Path.Combine(folder, "obligations.csv"));
        var faults = ReadTownFolder.Read(folder).Faults;
        Assert.Equal(["decisions", "grants", "government-work", "consultation"], ReadFloors.Shipped.Obligations.Where(o => faults.Any(f => f.Code == "town.rule-missing" && f.Arguments[1].Equals(o.Name))).Select(o => o.Code));
    }

    [Fact]
    public async Task A_looser_row_that_an_old_store_holds_is_found_by_check_said_at_start_and_replaced_by_the_law()
    {
        using var logs = new CapturedLogs();
        await using var town = await ScratchTown.NewAsync(folder, logs: logs.Factory);
        var read = ReadTownFolder.Read(ReadTownFolder.Default).Town!;
        var loose = read with
        {
            Rules = [.. read.Rules.Select(r => r.Code == "CANDIDATES" ? r with { Value = 1 } : r)],
            Limits = [.. read.Limits.Select(l => l with { Percent = 50 })],
            Obligations = [.. read.Obligations.Select(o => o.Code == "grants" ? o with { Frequency = Frequency.Year } : o)],
        };
        await RecordTown.RunAsync(town.Open.Ledger, loose, TestTown.Morning);
        var found = (await CheckStore.RunAsync(town.Open.Store, PortalStreams.All)).Where(f => f.Code == "check.looser-than-law").Select(f => f.Arguments[0]).Distinct();
        Assert.Equal(["CANDIDATES", "contract-change", "contract-advance", "grants"], found);
        await town.Open.RecordTownAsync(TestTown.Morning.AddDays(1));
        Assert.Contains((LogLevel.Error, "On record is CANDIDATES with \"at least 1 days\", looser than the law: at least 3 days (Regulations on the Bidding Law, art. 54). It is replaced now."), logs.Lines);
        Assert.Empty(await CheckStore.RunAsync(town.Open.Store, PortalStreams.All));
    }

    private static DeadlineRule RowOf(DeadlineRule floor, RuleScope scope, string village) =>
        floor with { Scope = scope, Village = VillageCode.Parse(village), Law = new("本镇规定", "Town rules") };

    private static void RefusedIs(Refusal fault, string code, string column, DeadlineRule floor)
    {
        Assert.Equal((code, "rules.csv", column, DeadlineWords.Time(floor), floor.Law), (fault.Code, fault.Arguments[0], fault.Arguments[2], fault.Arguments[4], fault.Arguments[5]));
        Assert.Contains(floor.Law.Zh, Catalogue.Say(Language.Zh, fault), StringComparison.Ordinal);
        Assert.Contains(floor.Law.En!, Catalogue.Say(Language.En, fault), StringComparison.Ordinal);
    }

    private Refusal Refused(DeadlineRule floor, DeadlineRule row)
    {
        Write(row);
        var (town, faults) = ReadTownFolder.Read(folder);
        Assert.Null(town);
        var fault = Assert.Single(faults);
        Assert.Equal(File.ReadAllLines(Path.Combine(folder, "rules.csv")).Length, fault.Arguments[1]);
        Assert.Equal(floor.Code, row.Code);
        return fault;
    }

    private void Taken(DeadlineRule floor, DeadlineRule row)
    {
        Write(row);
        var (town, faults) = ReadTownFolder.Read(folder);
        Assert.Empty(faults);
        var day = row.InForceFrom ?? row.InForceUntil ?? floor.InForceFrom ?? new(2026, 1, 1);
        Assert.Equal((row.Scope, row.Value), new DeadlineRules(town!.Rules).InForce(row.Code, day, row.Village) is { } holds ? (holds.Scope, holds.Value) : default);
        Assert.Contains(floor, town.Rules);
    }

    private void Write(params DeadlineRule[] rows)
    {
        var path = Path.Combine(folder, "rules.csv");
        File.WriteAllLines(path, [.. File.ReadAllLines(Path.Combine(ReadTownFolder.Default, "rules.csv")), .. rows.Select(Line)]);
    }

    private static string Line(DeadlineRule r) => string.Join(
        ',', r.Code, r.Name.Zh, "name", r.Value, NameOf(r.Unit), NameOf(r.Limit), NameOf(r.From), NameOf(r.Direction), r.Rolls ? "yes" : "no",
        NameOf(r.Regime), NameOf(r.Scope), r.Village?.Value, r.InForceFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.InForceUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Law.Zh, r.Law.En);

    private static string NameOf<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    private (TownFolder? Town, IReadOnlyList<Refusal> Faults) With(string file, string row)
    {
        File.WriteAllLines(Path.Combine(folder, file), [File.ReadLines(Path.Combine(folder, file)).First(), row]);
        return ReadTownFolder.Read(folder);
    }

    private static string Number(decimal percent) => percent.ToString(CultureInfo.InvariantCulture);
}
