namespace Transparency.Contracts;

/// <summary>One of the town's villages, by its own code.</summary>
/// <param name="LandMu">cultivated land, whole mu</param>
/// <param name="SaltpanMu">salt pans, whole mu</param>
public sealed record Village(VillageCode Code, Text Name, int Households, int People, int LandMu, int SaltpanMu);
