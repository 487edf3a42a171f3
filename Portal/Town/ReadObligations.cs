using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
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
    public static IReadOnlyList<Obligation> From(string folder, HashSet<string> rules, List<Refusal> faults)
    {
        var isOwn = Path.Exists(Path.Combine(folder, File));
        var table = new CsvTable(isOwn ? folder : ReadTownFolder.Default, File, faults);
        var rows = table.Read(
            "code", "zh", "en", "what_zh", "what_en", "body_zh", "body_en", "frequency", "due_rule", "evidence",
            "law_zh", "law_en", "in_force_from");
        // Of the rows that ship a town owes those that its own rules can count.
        return [.. table.Unique(rows, "code").Where(r => isOwn || rules.Contains(r.Line("due_rule"))).Select(r => ObligationOf(r, rules))];
    }

    private static Obligation ObligationOf(CsvTable.Row r, HashSet<string> rules)
    {
        if (ReportKey.Parse($"{r.Line("code")}/01/2026") is null) r.Refuse("code", "slug");
        if (!rules.Contains(r.Line("due_rule"))) r.Refuse("due_rule", "rule");
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
