using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Acts;

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
            ReadMatters.From(folder, [.. rules.Select(r => r.Code)], faults),
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


    private static List<Holiday> Holidays(CsvTable table) =>
        [.. table.Unique(table.Read("date", "kind", "name_en", "name_zh"), "date").Select(r => new Holiday(
            r.Day("date"),
            r.Value<bool>("kind", "holiday-kind", t => t switch { "make-up workday" => true, "holiday" => false, _ => null }),
            r.Text("name_zh", "name_en")))];
}
