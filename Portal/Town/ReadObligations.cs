using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Town;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Town;

/// <summary>
/// <c>obligations.csv</c>: what every village owes the public, one row each.
/// <c>in_force_from</c> is the day from which the town keeps count: earlier periods are never late.
/// </summary>
public static class ReadObligations
{
    private const string File = "obligations.csv";

    /// <param name="rules">codes of the deadline rows that count forward</param>
    /// <returns>the town's rows, then the law's that the town leaves out</returns>
    public static IReadOnlyList<Obligation> From(string folder, HashSet<string> rules, Floors floors, List<Refusal> faults)
    {
        var isOwn = Path.Exists(Path.Combine(folder, File));
        // Of the rows that ship a town owes those that its own rules can count.
        var rows = Read(isOwn ? folder : ReadTownFolder.Default, faults).Where(r => isOwn || rules.Contains(r.Line("due_rule")))
            .Select(r => (Row: r, Obligation: ObligationOf(r, rules))).ToList();
        foreach (var (row, floor) in floors.Seldom(rows.Select(r => r.Obligation)))
            rows.First(r => ReferenceEquals(r.Obligation, row)).Row.Looser("frequency", InWords(floor), floor.Law);
        IReadOnlyList<Obligation> own = [.. rows.Select(r => r.Obligation)];
        IReadOnlyList<Obligation> leftOut = [.. floors.Obligations.Where(o => own.All(x => x.Code != o.Code))];
        foreach (var owed in leftOut.Where(o => !rules.Contains(o.DueRule)))
            faults.Add(Refusal.Mend(null, "town.rule-missing", owed.DueRule, owed.Name, owed.Law));
        return [.. own, .. leftOut];
    }

    /// <summary>One file as it stands, with nothing compared.</summary>
    /// <param name="rules">that a row may name, or null for any</param>
    public static IReadOnlyList<Obligation> Rows(string folder, HashSet<string>? rules, List<Refusal> faults) =>
        [.. Read(folder, faults).Select(r => ObligationOf(r, rules))];

    public static Text InWords(Obligation obligation) => Said.Of($"frequency.{obligation.Frequency}");

    private static IEnumerable<CsvTable.Row> Read(string folder, List<Refusal> faults)
    {
        var table = new CsvTable(folder, File, faults);
        return table.Unique(table.Read(
            "code", "zh", "en", "what_zh", "what_en", "body_zh", "body_en", "frequency", "due_rule", "evidence",
            "law_zh", "law_en", "in_force_from"), "code");
    }

    private static Obligation ObligationOf(CsvTable.Row r, HashSet<string>? rules)
    {
        if (ReportKey.Parse($"{r.Line("code")}/01/2026") is null) r.Refuse("code", "slug");
        if (rules?.Contains(r.Line("due_rule")) == false) r.Refuse("due_rule", "rule");
        var (frequency, evidence) = (r.Choice<Frequency>("frequency", "frequency"), r.Choice<Evidence>("evidence", "evidence"));
        // A statement is of one month, an account of rent of one year.
        if ((evidence == Evidence.Statement && frequency != Frequency.Month) || (evidence == Evidence.Rent && frequency != Frequency.Year))
            r.Refuse("frequency", "frequency-of-evidence");
        return new(
            r.Line("code"), r.Text("zh", "en"), r.Text("what_zh", "what_en"), r.Text("body_zh", "body_en"),
            frequency, r.Line("due_rule"), evidence,
            r.Text("law_zh", "law_en"), r.Day("in_force_from"));
    }
}
