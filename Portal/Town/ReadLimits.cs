using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Town;

namespace Transparency.Portal.Town;

/// <summary>
/// <c>limits.csv</c>: how far contracts may go without a further decision, one row for each limit and time in force. What national and
/// provincial law allow stands in the rows that ship; a town's may only be lower.
/// </summary>
public static class ReadLimits
{
    private const string File = "limits.csv";

    private static readonly string[] Codes = [PercentLimit.Change, PercentLimit.Advance];

    public static IReadOnlyList<PercentLimit> From(string folder, List<Refusal> faults)
    {
        var own = Path.Exists(Path.Combine(folder, File));
        return Read(own ? folder : ReadTownFolder.Default, faults, own ? Read(ReadTownFolder.Default, faults, []) : []);
    }

    /// <param name="floor">that no row may go beyond</param>
    private static List<PercentLimit> Read(string folder, List<Refusal> faults, List<PercentLimit> floor)
    {
        var table = new CsvTable(folder, File, faults);
        var rows = table.Read("code", "zh", "en", "percent", "law_zh", "law_en", "from", "until");
        var limits = new List<PercentLimit>();
        foreach (var row in rows)
        {
            var limit = LimitOf(row);
            bool Meets(PercentLimit l) => l.Code == limit.Code && Overlap(l, limit);
            if (limits.Exists(Meets)) row.Refuse("from", "limit-time");
            if (floor.Exists(l => Meets(l) && limit.Percent > l.Percent)) row.Refuse("percent", "limit-tighter");
            limits.Add(limit);
        }
        return limits;
    }

    private static PercentLimit LimitOf(CsvTable.Row r)
    {
        if (!Codes.Contains(r.Line("code"))) r.Refuse("code", "limit-code");
        var limit = new PercentLimit(
            r.Line("code"), r.Text("zh", "en"), r.Value<decimal>("percent", "percent", Percent), r.Text("law_zh", "law_en"),
            r.DayOrNone("from"), r.DayOrNone("until"));
        if (limit.Until < limit.From) r.Refuse("until", "limit-time");
        return limit;
    }

    private static decimal? Percent(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent is >= 0 and <= 100 && decimal.Round(percent, 2) == percent ? percent : null;

    private static bool Overlap(PercentLimit a, PercentLimit b) =>
        (a.Until is not { } ends || b.From is not { } begins || begins <= ends)
        && (b.Until is not { } ended || a.From is not { } began || began <= ended);
}
