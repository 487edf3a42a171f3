using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>
/// What an inspection found in one village as a field, written as the tables of <see cref="Tables"/> are.
/// <code>
/// no-invoice = 2026-09-30 = 4月3笔运费没有发票|Three transports of April without invoice = 2026-04
/// code = cure until = what = month, may be left out
/// </code>
/// </summary>
public static class FindingRows
{
    /// <summary>Null when a row cannot be read.</summary>
    public static IReadOnlyList<FindingWords>? Read(string text)
    {
        var rows = new List<FindingWords>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var code, var until, var what, .. var rest] || rest.Count > 1) return null;
            if (Fields.Day(until.Trim()) is not { } day || Tables.Words(what) is not { } words) return null;
            var named = rest is [var given] ? given.Trim() : "";
            var month = named.Length > 0 ? Month.Parse(named) : null;
            if (month is null && named.Length > 0) return null;
            rows.Add(new(code.Trim(), month, words, day));
        }
        return rows;
    }

    /// <summary>What was recorded before, so that it is mended and not written once more.</summary>
    public static IReadOnlyDictionary<string, string> Filled(VillageCheck? check)
    {
        var filled = new Dictionary<string, string>();
        if (((check as VillageCheck.Recorded)?.Result ?? (check as VillageCheck.Returned)?.Result) is not { } result) return filled;
        filled["nothing"] = result.Findings.Count == 0 ? "yes" : "no";
        foreach (var f in result.Findings)
        {
            void Put(string column, string value) =>
                filled[string.Create(CultureInfo.InvariantCulture, $"found_{f.Ordinal}_{column}")] = value;
            Put("code", f.Code);
            Put("cure_until", Iso(f.CureUntil));
            Put("found_what", f.What.Zh);
            Put("found_what_en", f.What.En ?? "");
            Put("found_month", f.Month?.ToString() ?? "");
        }
        return filled;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
