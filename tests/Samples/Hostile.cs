namespace Transparency.Samples;

/// <summary>What people, programs and attackers have typed into forms. Characters that cannot be seen are written as their numbers.</summary>
public static class Hostile
{
    /// <summary>Refused wherever a text is asked for: they stop XML, the store, the eye or the font.</summary>
    public static readonly IReadOnlyList<string> Texts =
    [
        "标题\uFFFE", "标题\uFFFF", "标\uFEFF题", "\uFDD0标题", "标\uFDEF题", "标题\U0001FFFE", "标题\U000AFFFF", "标题\U0010FFFF",
        "半个\uD842字", "半个\uDFB7", "\uD83D", "倒\uDE00\uD83D",
        "标题\u0000", "标题\u0007", "标\u000B题", "\u001B[31m标题", "标\u007F题", "标\u0080题", "标\u009F题",
        "标题\u202E2026", "标\u202A题", "标\u202B题", "标\u202C题", "标\u202D题", "标\u2066题", "标\u2067题", "标\u2068题", "标\u2069题",
        "\u200B", "\u2800", "\u3164", "\u115F\u1160", "\uFFA0", "\u2060", "\u00AD", "\u200D\u200C", "\uFEFF", "\u0301", "\u034F", "\uFE0F",
        "\U000E0041", "\u200B \u2800",
        "开会\U0001F600", "\u0645\u0631\u062D\u0628\u0627", "\u05E9\u05DC\u05D5\u05DD", "\u0F56\u0F7C\u0F51", "\U00013000", "\u0E44\u0E17\u0E22", "标题\uFFFC",
        "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\u0378",
    ];

    /// <summary>Odd, and lawful: taken and published as they are.</summary>
    public static readonly IReadOnlyList<string> Odd =
    [
        "标题\uE000", "标题\U000F0000", "𠮷野家", "e\u0301", "连\u200D字", "a\u00ADb", "字\uFE00", "一\u00A0二", "一\u3000二", "左\u200E右\u200F",
        "<script>alert(1)</script>", "</title><h1>", "&amp;&lt;&#x202E;", "]]>", "{{7*7}}", "${jndi}", "#let x = 1; #x", "$x^2$", "*_`~[](x)",
        "\\\"'", "=1+1", "'=HYPERLINK(\"x\")", "%00%0a", "../../etc/passwd", "null", "undefined", "NaN", "{0} {1}", "%s%n",
        "长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    ];

    /// <summary>Refused wherever a day is asked for, the end of a contract too; with a time of day behind them as moments.</summary>
    public static readonly IReadOnlyList<string> Days =
    [
        "9999-12-31", "0001-01-01", "1948-12-31", "0999-06-30", "2200-01-01", "3026-09-18", "9999-01-01",
        "2026-02-30", "2026-13-01", "2026-00-10", "２０２６-09-18", "2026/09/18", "18.9.2026", "-001-01-01", "2026-9-1", "明天", "10000-01-01",
    ];

    /// <summary>Refused wherever money is asked for.</summary>
    public static readonly IReadOnlyList<string> Amounts =
    [
        "1,80", "1,8,0000", "12,50.5", ",5", "1,,000", "1,000,", "18,0000.00", "1.234", "1e5", "NaN", "１８０", "0x10", "1 000",
        "99999999999999999999", "一百八", "1.2.3", "--5", "∞",
    ];
}
