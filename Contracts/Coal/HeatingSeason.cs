using System.Globalization;

namespace Transparency.Contracts.Coal;

/// <summary>A winter as it is bought for, from July to June: <c>2025-2026</c>. Public: part of an address.</summary>
/// <param name="First">the year in which it begins</param>
public readonly record struct HeatingSeason(int First) : IComparable<HeatingSeason>
{
    /// <summary>The matter of tenders that buy for a season.</summary>
    public const string Matter = "coal-season";

    public static HeatingSeason Of(DateOnly day) => new(day.Month >= 7 ? day.Year : day.Year - 1);

    public static bool operator <(HeatingSeason a, HeatingSeason b) => a.First < b.First;

    public static bool operator >(HeatingSeason a, HeatingSeason b) => a.First > b.First;

    public static bool operator <=(HeatingSeason a, HeatingSeason b) => a.First <= b.First;

    public static bool operator >=(HeatingSeason a, HeatingSeason b) => a.First >= b.First;

    public int CompareTo(HeatingSeason other) => First.CompareTo(other.First);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:0000}-{First + 1:0000}");
}
