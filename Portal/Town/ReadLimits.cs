using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Town;

namespace Transparency.Portal.Town;

/// <summary>
/// <c>limits.csv</c>: how far contracts may go without a further decision, one row for each limit and time in force. A town's may only be
/// lower than the law's.
/// </summary>
public static class ReadLimits
{
    private const string File = "limits.csv";

    private static readonly string[] Codes = [PercentLimit.Change, PercentLimit.Advance];

    /// <returns>the town's rows, then the law's for the days on which the town has none</returns>
    public static IReadOnlyList<PercentLimit> From(string folder, Floors floors, List<Refusal> faults)
    {
        var own = Read(Path.Exists(Path.Combine(folder, File)) ? folder : ReadTownFolder.Default, faults);
        foreach (var (limit, floor) in floors.Beyond(own.Select(r => r.Limit)))
            own.First(r => ReferenceEquals(r.Limit, limit)).Row.Looser("percent", InWords(floor), floor.Law);
        return [.. own.Select(r => r.Limit), .. floors.Limits];
    }

    /// <summary>One file as it stands, with nothing compared.</summary>
    public static IReadOnlyList<PercentLimit> Rows(string folder, List<Refusal> faults) => [.. Read(folder, faults).Select(r => r.Limit)];

    public static Text InWords(PercentLimit limit) => Said.Of("limit.at-most", limit.PercentInWords);

    private static List<(CsvTable.Row Row, PercentLimit Limit)> Read(string folder, List<Refusal> faults)
    {
        var rows = new CsvTable(folder, File, faults).Read("code", "zh", "en", "percent", "law_zh", "law_en", "from", "until");
        var limits = new List<(CsvTable.Row Row, PercentLimit Limit)>();
        foreach (var row in rows)
        {
            var limit = LimitOf(row);
            if (limits.Exists(l => l.Limit.Code == limit.Code && l.Limit.Meets(limit))) row.Refuse("from", "limit-time");
            limits.Add((row, limit));
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
}
