using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Town;

/// <summary>The town's own files, as read and found sound.</summary>
public sealed record TownFolder(
    TownSettings Settings, IReadOnlyList<Matter> Matters, IReadOnlyList<DeadlineRule> Rules, IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<Obligation> Obligations, IReadOnlyList<Account> Accounts, IReadOnlyList<FindingCode> Findings,
    IReadOnlyList<PercentLimit> Limits);

/// <summary>
/// <c>town.csv</c>, <c>matters.csv</c>, <c>rules.csv</c>, <c>holidays.csv</c>, <c>obligations.csv</c>, <c>accounts.csv</c>,
/// <c>findings.csv</c> and <c>limits.csv</c>; without one of the last four, the one that ships holds.
/// All or nothing: one bad row and none is used.
/// </summary>
public static class ReadTownFolder
{
    /// <summary>The folder that ships with the program.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "Town", "Default");

    /// <returns>the folder, or null and one refusal per fault</returns>
    public static (TownFolder? Town, IReadOnlyList<Refusal> Faults) Read(string folder)
    {
        var faults = new List<Refusal>();
        var rules = Rules(new(folder, "rules.csv", faults));
        var town = new TownFolder(
            Settings(new(folder, "town.csv", faults)),
            ReadMatters.From(folder, [.. rules.Select(r => r.Code)], faults),
            rules,
            Holidays(new(folder, "holidays.csv", faults)),
            ReadObligations.From(folder, [.. rules.Where(r => r.Direction == CountDirection.After).Select(r => r.Code)], faults),
            ReadAccounts.From(folder, faults),
            ReadFindings.From(folder, faults),
            ReadLimits.From(folder, faults));
        return faults.Count == 0 ? (town, faults) : (null, faults);
    }

    private static TownSettings Settings(CsvTable table)
    {
        var rows = table.Unique(table.Read("key", "zh", "en"), "key").ToDictionary(r => r.Line("key"));
        Text Of(string key) => Row(key).Text("zh", "en");
        CsvTable.Row Row(string key) => rows.GetValueOrDefault(key) ?? new(table, 1, new Dictionary<string, string> { ["key"] = key });
        return new(Of("name"), Of("government"), Row("number_prefix").Required("zh"), Of("contact"), Of("about"),
            Row("demonstration").Value<bool>("zh", "yes-no", YesOrNo));
    }

    private static List<DeadlineRule> Rules(CsvTable table)
    {
        var rows = table.Read(
            "code", "zh", "en", "value", "unit", "limit", "from", "direction", "rolls", "regime", "scope", "village",
            "in_force_from", "in_force_until", "law_zh", "law_en");
        var rules = rows.Select(r => (Row: r, Rule: RuleOf(r))).ToList();
        foreach (var (faulty, expected) in new DeadlineRules([.. rules.Select(x => x.Rule)]).Faults())
            rules.First(x => ReferenceEquals(x.Rule, faulty)).Row.Refuse("code", expected);
        return [.. rules.Select(x => x.Rule)];
    }

    private static DeadlineRule RuleOf(CsvTable.Row r) => new(
        r.Required("code"), r.Text("zh", "en"), r.Value<int>("value", "days", t => Fields.Count(t) is >= 1 and <= 366 and var n ? n : null),
        r.Choice<DayUnit>("unit", "day-unit"), r.Text("law_zh", "law_en"), r.Choice<Limit>("limit", "limit"),
        r.Choice<CountFrom>("from", "count-from"), r.Choice<CountDirection>("direction", "count-direction"),
        r.Value<bool>("rolls", "yes-no", YesOrNo),
        r.Choice<Regime>("regime", "regime"), r.Choice<RuleScope>("scope", "rule-scope"), r.Maybe("village", "village", VillageCode.Parse),
        r.DayOrNone("in_force_from"), r.DayOrNone("in_force_until"));

    private static List<Holiday> Holidays(CsvTable table) =>
        [.. table.Unique(table.Read("date", "kind", "name_en", "name_zh"), "date").Select(r => new Holiday(
            r.Day("date"),
            r.Value<bool>("kind", "holiday-kind", t => t switch { "make-up workday" => true, "holiday" => false, _ => null }),
            r.Text("name_zh", "name_en")))];

    private static bool? YesOrNo(string text) => text switch { "yes" or "是" => true, "no" or "否" => false, _ => null };
}
