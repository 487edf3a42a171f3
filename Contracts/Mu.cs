using System.Globalization;

namespace Transparency.Contracts;

/// <summary>Area in hundredths of a mu (1 mu = 666.67 m²), zero or more.</summary>
public readonly record struct Mu(long Hundredths)
{
    public decimal Amount => Hundredths / 100m;

    /// <summary>Refuses (null) what is negative or has more than two decimals.</summary>
    public static Mu? From(decimal mu) =>
        mu >= 0 && mu <= 100_000_000m && decimal.Truncate(mu * 100) == mu * 100 ? new Mu((long)(mu * 100)) : null;

    public static Mu? Parse(string text) =>
        Commas.FaultIn(text) is null
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var mu)
            ? From(mu)
            : null;

    public override string ToString() => Amount.ToString("0.##", CultureInfo.InvariantCulture);
}
