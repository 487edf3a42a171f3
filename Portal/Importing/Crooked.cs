using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Transparency.Contracts;

namespace Transparency.Portal.Importing;

/// <summary>What people and spreadsheet programs type, read as what they mean. Null is what cannot be meant.</summary>
public static partial class Crooked
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly string[] Times = ["H:mm", "H:mm:ss"];

    /// <summary>Full-width forms become half-width, odd spaces plain ones; marks of width zero go.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '！' and <= '～') folded.Append((char)(c - 0xFEE0));
            else if (c is '\u3000' or '\u00A0' or '\u2007' or '\u202F') folded.Append(' ');
            else if (c is not ('\u200B' or '\uFEFF')) folded.Append(c);
        }
        return folded.ToString().Trim();
    }

    /// <summary>
    /// Undoes what programs put before a cell so that it is not run as a formula (an apostrophe before = + - @), and line ends of
    /// other systems. Of several apostrophes the first goes: our own files put one more before text that begins so itself.
    /// </summary>
    public static string Undefuse(string cell)
    {
        var text = cell.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(' ', '\t', '\n', '\u3000', '\uFEFF');
        return text is ['\'', ..] && text.TrimStart('\'') is ['=' or '+' or '-' or '@', ..] ? text[1..] : text;
    }

    /// <summary>
    /// 2026/9/1, 2026-09-01, 2026.9.1, 2026年9月1日, 20260901, also with a midnight behind them as spreadsheets add it.
    /// </summary>
    public static DateOnly? Day(string text)
    {
        var folded = Midnight().Replace(Fold(text), "").Replace(" ", "", StringComparison.Ordinal);
        return DateOnly.TryParseExact(folded, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>2026-09-14 16:30, 2026/9/14 16:30:00, 2026年9月14日 16:30: local, to the minute.</summary>
    public static DateTimeOffset? Moment(string text)
    {
        var parts = Fold(text).Replace('T', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var day, var time] && Day(day) is { } on
            && TimeOnly.TryParseExact(time, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? Shanghai.At(on, at)
                : null;
    }

    /// <summary>1,200.50, 1200.5, １２００ 元, ¥1,200: commas only where thousands are parted, at most two decimals.</summary>
    public static Yuan? Amount(string text) => Plain(text, "元", "¥") is { } number ? Yuan.Parse(number) : null;

    /// <summary>12.5, 1,200亩: at most two decimals, not negative.</summary>
    public static Mu? Area(string text) => Plain(text, "亩", "mu") is { } number ? Mu.Parse(number) : null;

    /// <summary>A whole number of zero or more.</summary>
    public static int? Whole(string text) =>
        Plain(text) is { } number
        && int.TryParse(number.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : null;

    /// <summary>True for a long number that a spreadsheet program has rounded: its digits are lost.</summary>
    public static bool IsRounded(string text) => Rounded().IsMatch(text);

    private static string? Plain(string text, params string[] units)
    {
        var folded = Fold(text).Replace(" ", "", StringComparison.Ordinal).Replace('，', ',');
        foreach (var unit in units)
        {
            if (folded.EndsWith(unit, StringComparison.Ordinal)) folded = folded[..^unit.Length];
            if (folded.StartsWith(unit, StringComparison.Ordinal)) folded = folded[unit.Length..];
        }
        return Number().IsMatch(folded) ? folded : null;
    }

    [GeneratedRegex(@"^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[ T]0?0:00(:00)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();

    [GeneratedRegex(@"^\d(\.\d+)?E\+\d+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rounded();
}
