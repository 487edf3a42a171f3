using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Acts;
using Transparency.Publishing.Notices;

namespace Transparency.Portal.Town;

/// <summary><c>rules.csv</c>: how days are counted, one row for each code, scope and time in force.</summary>
internal static class ReadRules
{
    private const string File = "rules.csv";

    /// <returns>the law's rows, then those of county, town and villages, each at least as strict</returns>
    public static IReadOnlyList<DeadlineRule> From(string folder, Floors floors, List<Refusal> faults)
    {
        var rows = Rows(folder, faults);
        foreach (var (row, _) in rows.Where(r => r.Row.Line("scope") is "nation" or "province")) row.Refuse("scope", "own-scope");
        var own = rows.Where(r => r.Rule.Scope > RuleScope.Province).ToList();
        IReadOnlyList<DeadlineRule> all = [.. floors.Rules, .. own.Select(r => r.Rule)];
        foreach (var fault in new DeadlineRules(all).Faults()) Tell(own.First(r => ReferenceEquals(r.Rule, fault.Row)).Row, fault);
        return all;
    }

    /// <summary>One file as it stands, with nothing compared.</summary>
    public static IReadOnlyList<(CsvTable.Row Row, DeadlineRule Rule)> Rows(string folder, List<Refusal> faults) =>
    [
        .. new CsvTable(folder, File, faults).Read(
            "code", "zh", "en", "value", "unit", "limit", "from", "direction", "rolls", "regime", "scope", "village",
            "in_force_from", "in_force_until", "law_zh", "law_en").Select(r => (r, RuleOf(r))),
    ];

    private static void Tell(CsvTable.Row row, RuleFault fault)
    {
        if (fault is { Wider: null }) row.Refuse(fault.Column, fault.Expected!);
        else if (fault is { Column: "value" or "rolls" }) row.Looser(fault.Column, DeadlineWords.Time(fault.Wider), fault.Wider.Law);
        else row.OtherShape(fault.Column, DeadlineWords.Time(fault.Wider), fault.Wider.Law);
    }

    private static DeadlineRule RuleOf(CsvTable.Row r) => new(
        r.Required("code"), r.Text("zh", "en"), r.Value<int>("value", "days", t => Fields.Count(t) is >= 1 and <= 366 and var n ? n : null),
        r.Choice<DayUnit>("unit", "day-unit"), r.Text("law_zh", "law_en"), r.Choice<Limit>("limit", "limit"),
        r.Choice<CountFrom>("from", "count-from"), r.Choice<CountDirection>("direction", "count-direction"),
        r.YesOrNo("rolls"),
        r.Choice<Regime>("regime", "regime"), r.Choice<RuleScope>("scope", "rule-scope"), r.Maybe("village", "village", VillageCode.Parse),
        r.DayOrNone("in_force_from"), r.DayOrNone("in_force_until"));
}
