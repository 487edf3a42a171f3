using System.Globalization;

namespace Transparency.Contracts;

/// <summary>A calendar month, in its written form <c>2026-08</c>.</summary>
/// <param name="Number">months since year 0</param>
public readonly record struct Month(int Number) : IComparable<Month>
{
    public Month(int year, int month) : this((year * 12) + month - 1) { }

    public int Year => Number / 12;

    /// <summary>1 to 12.</summary>
    public int OfYear => (Number % 12) + 1;

    public DateOnly First => new(Year, OfYear, 1);

    public DateOnly Last => Next.First.AddDays(-1);

    public Month Next => new(Number + 1);

    public Month Previous => new(Number - 1);

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public bool Contains(DateOnly day) => Of(day) == this;

    /// <summary>Null unless the text is <c>yyyy-mm</c>, with a year between 1901 and 2199.</summary>
    public static Month? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first.Year is > 1900 and < 2200
            ? Of(first)
            : null;

    public static bool operator <(Month a, Month b) => a.Number < b.Number;

    public static bool operator >(Month a, Month b) => a.Number > b.Number;

    public static bool operator <=(Month a, Month b) => a.Number <= b.Number;

    public static bool operator >=(Month a, Month b) => a.Number >= b.Number;

    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>One village's month, as books and statements are known by: <c>09/2026-08</c>.</summary>
public readonly record struct VillageMonth(VillageCode Village, Month Month)
{
    public VillageMonth Previous => new(Village, Month.Previous);

    /// <summary>Null unless the text is a village's code, a slash and a month.</summary>
    public static VillageMonth? Parse(string text) =>
        text.Split('/') is [var village, var month] && VillageCode.Parse(village) is { } v
            && Transparency.Contracts.Month.Parse(month) is { } m
            ? new(v, m)
            : null;

    public override string ToString() => $"{Village}/{Month}";
}

/// <summary>Who paid, and of which month the book is: <c>09/2026-08</c>, <c>town/2026-08</c>.</summary>
/// <param name="Village">whose escrow paid; null for the town's own budget</param>
public readonly record struct PayerMonth(VillageCode? Village, Month Month)
{
    public static implicit operator PayerMonth(VillageMonth of) => new(of.Village, of.Month);

    /// <summary>Null for the town.</summary>
    public VillageMonth? OfVillage => Village is { } village ? new(village, Month) : null;

    public override string ToString() => Village is { } village ? $"{village}/{Month}" : $"town/{Month}";
}
