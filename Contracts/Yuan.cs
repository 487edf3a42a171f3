using System.Globalization;

namespace Transparency.Contracts;

/// <summary>Money of the People's Republic in whole fen; never a binary floating-point number. Negative amounts are corrections.</summary>
/// <param name="Fen">hundredths of a yuan, −10^15 to 10^15</param>
public readonly record struct Yuan(long Fen) : IComparable<Yuan>
{
    public static readonly Yuan Zero = new(0);

    public decimal Amount => Fen / 100m;

    /// <summary>Refuses (null) what has more than two decimals or lies outside ten million million yuan.</summary>
    public static Yuan? From(decimal yuan) =>
        decimal.Abs(yuan) <= 10_000_000_000_000m && decimal.Truncate(yuan * 100) == yuan * 100 ? new Yuan((long)(yuan * 100)) : null;

    /// <summary>Reads <c>180000</c>, <c>180000.00</c> or <c>180,000.00</c>; null for anything else, such as <c>18,00</c>.</summary>
    public static Yuan? Parse(string text) =>
        Commas.FaultIn(text) is null && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture, out var yuan)
            ? From(yuan)
            : null;

    public static Yuan operator +(Yuan a, Yuan b) => new(checked(a.Fen + b.Fen));

    public static Yuan operator -(Yuan a, Yuan b) => new(checked(a.Fen - b.Fen));

    public static bool operator <(Yuan a, Yuan b) => a.Fen < b.Fen;

    public static bool operator >(Yuan a, Yuan b) => a.Fen > b.Fen;

    public static bool operator <=(Yuan a, Yuan b) => a.Fen <= b.Fen;

    public static bool operator >=(Yuan a, Yuan b) => a.Fen >= b.Fen;

    public int CompareTo(Yuan other) => Fen.CompareTo(other.Fen);

    /// <summary>Two decimals, no separators: the form of CSV files.</summary>
    public override string ToString() => Amount.ToString("0.00", CultureInfo.InvariantCulture);
}

public static class YuanSum
{
    public static Yuan Sum(this IEnumerable<Yuan> amounts) => amounts.Aggregate(Yuan.Zero, (sum, amount) => sum + amount);

    public static Yuan Sum<T>(this IEnumerable<T> items, Func<T, Yuan> of) => items.Select(of).Sum();
}
