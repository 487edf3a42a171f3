namespace Transparency.Contracts.Coal;

/// <summary>What a lot of heating coal asks for.</summary>
/// <param name="Tonnes">more than 0, at most two decimals</param>
/// <param name="MinCalorific">net calorific value as received (收到基低位发热量), MJ/kg, at most two decimals</param>
public sealed record CoalLot(decimal Tonnes, decimal MinCalorific);

/// <summary>What a supplier offers; at most two decimals each.</summary>
/// <param name="Calorific">net calorific value as received, MJ/kg, more than 0</param>
/// <param name="Sulphur">total sulphur, per cent</param>
/// <param name="Ash">per cent</param>
/// <param name="Volatile">volatile matter, per cent</param>
/// <param name="Moisture">total moisture, per cent</param>
/// <param name="Size">grain size, as written: 13–25 mm</param>
public sealed record CoalQuality(
    decimal Calorific, decimal Sulphur, decimal Ash, decimal Volatile, decimal Moisture, Text Size, Text Origin)
{
    public bool IsPossible =>
        Calorific is > 0 and <= 40 && new[] { Sulphur, Ash, Volatile, Moisture }.All(p => p is >= 0 and <= 100)
        && Size is { IsEmpty: false, IsClean: true } && Origin is { IsEmpty: false, IsClean: true };
}
