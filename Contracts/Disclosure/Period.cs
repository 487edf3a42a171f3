using System.Globalization;

namespace Transparency.Contracts.Disclosure;

/// <summary>How often something is to be made public, from the most often; each also the kind of its periods.</summary>
public enum Frequency
{
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>
/// A span of the calendar that is reported on, in its written form <c>2026-08</c>, <c>2026-Q3</c>, <c>2026-H1</c> or <c>2026</c>.
/// </summary>
/// <param name="Number">periods of this kind since year 0</param>
public readonly record struct Period(Frequency Kind, int Number)
{
    public int Year => Number / PerYear(Kind);

    /// <summary>1 for the year's first.</summary>
    public int OfYear => (Number % PerYear(Kind)) + 1;

    public DateOnly First => new(Year, ((OfYear - 1) * (12 / PerYear(Kind))) + 1, 1);

    public DateOnly Last => Next.First.AddDays(-1);

    public Period Next => this with { Number = Number + 1 };

    public static Period Of(Frequency kind, DateOnly day) =>
        new(kind, (day.Year * PerYear(kind)) + ((day.Month - 1) / (12 / PerYear(kind))));

    public static Period Of(Month month) => new(Frequency.Month, month.Number);

    /// <summary>Null unless the text has one of the four forms, with a year between 1901 and 2199.</summary>
    public static Period? Parse(string text) => text.Length >= 4 && Whole(text[..4]) is { } year and > 1900 and < 2200 ? text[4..] switch
    {
        "" => new(Frequency.Year, year),
        ['-', 'Q', var quarter] when quarter is >= '1' and <= '4' => new(Frequency.Quarter, (year * 4) + quarter - '1'),
        ['-', 'H', var half] when half is '1' or '2' => new(Frequency.HalfYear, (year * 2) + half - '1'),
        _ => Month.Parse(text) is { } month ? Of(month) : null,
    } : null;

    public override string ToString() => Kind switch
    {
        Frequency.Month => new Month(Number).ToString(),
        Frequency.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{OfYear}"),
        Frequency.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-H{OfYear}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    private static int PerYear(Frequency kind) =>
        kind switch { Frequency.Month => 12, Frequency.Quarter => 4, Frequency.HalfYear => 2, _ => 1 };

    private static int? Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
