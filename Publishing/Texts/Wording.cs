using System.Globalization;
using System.Text.RegularExpressions;
using Transparency.Contracts;

namespace Transparency.Publishing.Texts;

/// <summary>How dates and amounts are written for people; formats are named here and never taken from the machine.</summary>
public static partial class Wording
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>2026年9月18日 · 18 September 2026.</summary>
    public static string Day(Language language, DateOnly day) =>
        language == Language.En ? day.ToString("d MMMM yyyy", Plain) : $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>9月18日 · 18 September: where the year is plain from the page.</summary>
    public static string ShortDay(Language language, DateOnly day) =>
        language == Language.En ? day.ToString("d MMMM", Plain) : $"{day.Month}月{day.Day}日";

    /// <summary>2026年8月 · August 2026.</summary>
    public static string Month(Language language, Month month) =>
        language == Language.En ? month.First.ToString("MMMM yyyy", Plain) : $"{month.Year}年{month.OfYear}月";

    /// <summary>8月 · Aug: below the bars of a chart.</summary>
    public static string ShortMonth(Language language, Month month) =>
        language == Language.En ? month.First.ToString("MMM", Plain) : $"{month.OfYear}月";

    /// <summary>18 万元 · 180,000 yuan: for sentences; the exact figure stands in tables.</summary>
    public static string Money(Language language, Yuan yuan) =>
        language == Language.En ? $"{Trimmed(yuan.Amount)} yuan"
        : decimal.Abs(yuan.Amount) >= 10_000 && yuan.Amount % 100 == 0 ? $"{(yuan.Amount / 10_000).ToString("#,0.####", Plain)} 万元"
        : $"{Trimmed(yuan.Amount)} 元";

    /// <summary>180,000.00, for tables.</summary>
    public static string Exact(Yuan yuan) => yuan.Amount.ToString("#,0.00", Plain);

    /// <summary>180,000.00 元 · 180,000.00 yuan.</summary>
    public static string ExactWithUnit(Language language, Yuan yuan) =>
        language == Language.En ? $"{Exact(yuan)} yuan" : $"{Exact(yuan)} 元";

    public static string Area(Language language, Mu mu) =>
        $"{mu.Amount.ToString("#,0.##", Plain)} {(language == Language.En ? "mu" : "亩")}";

    /// <summary>Of a file: 212 KB, 1.3 MB; at least 1 KB.</summary>
    public static string Size(long bytes) =>
        bytes < 999_500 ? $"{(Math.Max(bytes, 500) / 1_000m).ToString("0", Plain)} KB"
        : $"{(bytes / 1_000_000m).ToString("0.0", Plain)} MB";

    /// <summary>Whether <see cref="Money"/> already says it to the fen.</summary>
    public static bool IsExact(Language language, Yuan yuan) =>
        Money(language, yuan) == Trimmed(yuan.Amount) + (language == Language.En ? " yuan" : " 元");

    /// <summary>Chinese with figures kept on one line with their unit: 第 1 轮, 35 人.</summary>
    public static string Kept(string text) => FigureAndUnit().Replace(text, "\u00a0");

    /// <summary>What stands between two sentences: Chinese marks bring their own space.</summary>
    public static string Gap(Language language) => language == Language.En ? " " : "";

    private static string Trimmed(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "#,0" : "#,0.00", Plain);

    [GeneratedRegex(@"(?<=\p{IsCJKUnifiedIdeographs}) (?=\d)|(?<=\d) (?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex FigureAndUnit();
}
