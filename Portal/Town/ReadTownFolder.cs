using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Acts;
using Route = Transparency.Contracts.Town.Route;

namespace Transparency.Portal.Town;

/// <summary>The town's own files with the law under them, as read and found sound.</summary>
public sealed record TownFolder(
    TownSettings Settings, IReadOnlyList<Matter> Matters, IReadOnlyList<DeadlineRule> Rules, IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<Obligation> Obligations, IReadOnlyList<Account> Accounts, IReadOnlyList<FindingCode> Findings,
    IReadOnlyList<PercentLimit> Limits);

/// <summary>
/// What the law demands at least, and above it the town's own: <c>town.csv</c>, <c>matters.csv</c>, <c>rules.csv</c>,
/// <c>holidays.csv</c>, <c>obligations.csv</c>, <c>accounts.csv</c>, <c>findings.csv</c> and <c>limits.csv</c>; without
/// one of the last four, the one that ships holds.
/// All or nothing: one bad row and none is used.
/// </summary>
public static class ReadTownFolder
{
    /// <summary>The files that hold where a town has none of its own; the law stands elsewhere (<see cref="ReadFloors"/>).</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "Town", "Default");

    /// <returns>the folder, or null and one refusal per fault</returns>
    public static (TownFolder? Town, IReadOnlyList<Refusal> Faults) Read(string folder)
    {
        var faults = new List<Refusal>();
        var floors = ReadFloors.Shipped;
        var rules = ReadRules.From(folder, floors, faults);
        var town = new TownFolder(
            Settings(new(folder, "town.csv", faults)),
            Matters(new(folder, "matters.csv", faults), [.. rules.Select(r => r.Code)]),
            rules,
            Holidays(new(folder, "holidays.csv", faults)),
            ReadObligations.From(folder, [.. rules.Where(r => r.Direction == CountDirection.After).Select(r => r.Code)], floors, faults),
            ReadAccounts.From(folder, faults),
            ReadFindings.From(folder, faults),
            ReadLimits.From(folder, floors, faults));
        return faults.Count == 0 ? (town, faults) : (null, faults);
    }

    private static TownSettings Settings(CsvTable table)
    {
        var rows = table.Unique(table.Read("key", "zh", "en"), "key").ToDictionary(r => r.Line("key"));
        Text Of(string key) => Row(key).Text("zh", "en");
        CsvTable.Row Row(string key) => rows.GetValueOrDefault(key) ?? new(table, 1, new Dictionary<string, string> { ["key"] = key });
        return new(Of("name"), Of("government"), Row("number_prefix").Required("zh"), Of("contact"), Of("about"),
            Row("demonstration").YesOrNo("zh"));
    }

    private static List<Matter> Matters(CsvTable table, HashSet<string> rules)
    {
        var rows = table.Read(
            "code", "zh", "en", "route", "deliberation", "window_rule", "declarant", "reviewer", "approver",
            "threshold_yuan", "law_or_source");
        return [.. table.Unique(rows, "code").Select(r => MatterOf(r, rules))];
    }

    private static Matter MatterOf(CsvTable.Row r, HashSet<string> rules)
    {
        var route = r.Choice<Route>("route", "route");
        if (route == Route.Major && !rules.Contains(r.Line("window_rule"))) r.Refuse("window_rule", "rule");
        return new(
            r.Required("code"), r.Text("zh", "en"), route, r.Maybe("deliberation", "body", Fields.Choice<VillageBody>),
            r.Line("window_rule"),
            r.Choice<Role>("declarant", "role"), r.Choice<Role>("reviewer", "role"), r.Choice<Role>("approver", "role"),
            r.Maybe("threshold_yuan", "yuan", Yuan.Parse), r.Line("law_or_source")) { Accounts = ReadAccounts.CodesOf(r, "accounts") };
    }

    private static List<Holiday> Holidays(CsvTable table) =>
        [.. table.Unique(table.Read("date", "kind", "name_en", "name_zh"), "date").Select(r => new Holiday(
            r.Day("date"),
            r.Value<bool>("kind", "holiday-kind", t => t switch { "make-up workday" => true, "holiday" => false, _ => null }),
            r.Text("name_zh", "name_en")))];
}
