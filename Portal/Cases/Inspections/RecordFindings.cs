using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>
/// 检查记录 of one village. Fields: <c>nothing</c> (yes when nothing was found), and otherwise <c>found</c>, written as the tables of <see cref="Tables"/> are.
/// <code>no-invoice = 2026-09-30 = 4月3笔运费没有发票|Three transports of April without invoice = 2026-04     code = cure until = what = month, may be left out</code>
/// </summary>
public static class RecordFindings
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var nothing = fields.Flag("nothing");
        var found = fields.Rows("found", Read);
        return WriteInspection.VillageAsync(ledger, r, fields, (village, acted) => new InspectionCommand.Record(village, nothing, found, acted, r.By, r.At), ct);
    }

    /// <summary>The same rows as text, one per line.</summary>
    public static string Write(IEnumerable<Finding> found) =>
        string.Join('\n', found.Select(f => $"{f.Code} = {f.CureUntil.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)} = {Tables.Written(f.What)}{(f.Month is { } month ? $" = {month}" : "")}"));

    private static IReadOnlyList<FindingWords>? Read(string text)
    {
        var rows = new List<FindingWords>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var code, var until, var what, .. var rest] || rest.Count > 1 || Fields.Day(until.Trim()) is not { } day || Tables.Words(what) is not { } words) return null;
            var month = rest is [var named] && named.Trim().Length > 0 ? Month.Parse(named.Trim()) : null;
            if (month is null && rest is [{ } given] && given.Trim().Length > 0) return null;
            rows.Add(new(code.Trim(), month, words, day));
        }
        return rows;
    }
}
