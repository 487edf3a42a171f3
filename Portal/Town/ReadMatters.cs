using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Acts;
using Route = Transparency.Contracts.Town.Route;

namespace Transparency.Portal.Town;

/// <summary>
/// <c>matters.csv</c>: one row for each matter and time in force. Which body the law wants stands in <c>Floors/bodies.csv</c>, which ships
/// with the program: a town may ask for the whole instead of its representatives, never for less. There also stands whose affair it is:
/// what a village decides by itself is declared by the village, and an election nobody approves.
/// </summary>
public static class ReadMatters
{
    /// <summary>The body that the law wants for a matter, for a time.</summary>
    /// <param name="IsOwnAffair">declared by the village itself</param>
    /// <param name="IsApproved">whether anybody may approve it</param>
    public sealed record LawfulBody(
        string Matter, VillageBody Body, Text Law, DateOnly? From, DateOnly? Until, bool IsOwnAffair, bool IsApproved);

    private static string Floors => Path.Combine(AppContext.BaseDirectory, "Town", "Floors");

    public static IReadOnlyList<Matter> From(string folder, HashSet<string> rules, List<Refusal> faults)
    {
        var (matters, bodies) = (new List<Matter>(), Bodies(faults));
        var rows = new CsvTable(folder, "matters.csv", faults).Read(
            "code", "zh", "en", "route", "deliberation", "window_rule", "declarant", "reviewer", "approver",
            "threshold_yuan", "law_or_source");
        foreach (var row in rows)
        {
            var matter = MatterOf(row, rules);
            if (matters.Exists(m => m.Code == matter.Code && Overlap((m.From, m.Until), (matter.From, matter.Until))))
                row.Refuse("code", "unique");
            if (bodies.FirstOrDefault(b => IsUndercut(matter, b)) is { } floor)
                row.Looser("deliberation", Said.Of($"body.{floor.Body}"), floor.Law);
            var law = bodies.FirstOrDefault(b => IsOf(matter, b));
            if (law is { IsOwnAffair: true } && matter.Declarant != Role.Village)
                row.Looser("declarant", Said.Of($"role.{Role.Village}"), law.Law);
            if (law is { IsApproved: false } && matter.Approver is not null)
                row.Looser("approver", Said.Of("role.nobody"), law.Law);
            if (law?.IsApproved != false && matter.Approver is null) row.Refuse("approver", "role");
            matters.Add(matter);
        }
        return matters;
    }

    public static IReadOnlyList<LawfulBody> Bodies(List<Refusal> faults)
    {
        var rows = new CsvTable(Floors, "bodies.csv", faults).Read(
            "matter", "body", "own_affair", "approved", "in_force_from", "in_force_until", "law_zh", "law_en");
        return [.. rows.Select(r => new LawfulBody(
            r.Required("matter"), r.Choice<VillageBody>("body", "body"), r.Text("law_zh", "law_en"),
            r.DayOrNone("in_force_from"), r.DayOrNone("in_force_until"), r.YesOrNo("own_affair"), r.YesOrNo("approved")))];
    }

    /// <summary>Of a time before the law's own row a town's row may say what it likes.</summary>
    private static bool IsUndercut(Matter matter, LawfulBody floor) =>
        IsOf(matter, floor) && matter.Deliberation?.Serves(floor.Body) != true;

    private static bool IsOf(Matter matter, LawfulBody floor) =>
        floor.Matter == matter.Code && Overlap((matter.From, matter.Until), (floor.From, floor.Until));

    private static Matter MatterOf(CsvTable.Row r, HashSet<string> rules)
    {
        var route = r.Choice<Route>("route", "route");
        if (route == Route.Major && !rules.Contains(r.Line("window_rule"))) r.Refuse("window_rule", "rule");
        var matter = new Matter(
            r.Required("code"), r.Text("zh", "en"), route, r.Maybe("deliberation", "body", Fields.Choice<VillageBody>),
            r.Line("window_rule"),
            r.Choice<Role>("declarant", "role"), r.Choice<Role>("reviewer", "role"),
            r.Maybe("approver", "role", Fields.Choice<Role>),
            r.Maybe("threshold_yuan", "yuan", Yuan.Parse), r.Line("law_or_source"))
        {
            Accounts = ReadAccounts.CodesOf(r, "accounts"),
            From = r.DayOrNone("in_force_from"), Until = r.DayOrNone("in_force_until"),
        };
        if (matter.Until < matter.From) r.Refuse("in_force_until", "limit-time");
        return matter;
    }

    private static bool Overlap((DateOnly? From, DateOnly? Until) a, (DateOnly? From, DateOnly? Until) b) =>
        !(a.Until < b.From) && !(b.Until < a.From);
}
