using System.Globalization;

namespace Transparency.Contracts.Officers;

/// <summary>
/// 公民身份号码 (GB 11643-1999): six digits of the region, the day of birth, three digits, and a check character.
/// It says which human being somebody is, so no event carries it and no document keeps it in clear: what is stored is its keyed hash.
/// </summary>
public sealed class IdentityNumber
{
    private const int Length = 18;

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdentityNumber(string value) => Value = value;

    public string Value { get; }

    /// <summary>Null unless eighteen characters hold a day that there was and the check character that belongs to them.</summary>
    public static IdentityNumber? Parse(string? text)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        return value.Length == Length && value[..^1].All(char.IsAsciiDigit) && IsDay(value[6..14]) && CheckOf(value[..^1]) == value[^1]
            ? new(value) : null;
    }

    /// <summary>The check character of the seventeen digits before it (ISO 7064, MOD 11-2).</summary>
    public static char CheckOf(string digits) => "10X98765432"[digits.Zip(Weights, (digit, weight) => (digit - '0') * weight).Sum() % 11];

    /// <summary>Nothing of it: what prints a value by mistake prints no number.</summary>
    public override string ToString() => "…";

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1900;
}
