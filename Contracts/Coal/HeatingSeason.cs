using System.Globalization;

namespace Transparency.Contracts.Coal;

/// <summary>A winter as it is bought for, from July to June: <c>2025-2026</c>. Public: part of an address.</summary>
/// <param name="First">the year in which it begins</param>
public readonly record struct HeatingSeason(int First) : IComparable<HeatingSeason>
{
    /// <summary>The matter of tenders that buy for a season.</summary>
    public const string Matter = "coal-season";

    public static HeatingSeason Of(DateOnly day) => new(day.Month >= 7 ? day.Year : day.Year - 1);

    /// <summary>Null unless the text names two years in a row.</summary>
    public static HeatingSeason? Parse(string text) =>
        text.Split('-') is [{ Length: 4 } first, { Length: 4 } last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var a)
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var b) && b == a + 1 ? new(a) : null;

    public static bool operator <(HeatingSeason a, HeatingSeason b) => a.First < b.First;

    public static bool operator >(HeatingSeason a, HeatingSeason b) => a.First > b.First;

    public static bool operator <=(HeatingSeason a, HeatingSeason b) => a.First <= b.First;

    public static bool operator >=(HeatingSeason a, HeatingSeason b) => a.First >= b.First;

    public int CompareTo(HeatingSeason other) => First.CompareTo(other.First);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:0000}-{First + 1:0000}");
}
