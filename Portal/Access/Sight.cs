using Transparency.Contracts;

namespace Transparency.Portal.Access;

/// <summary>
/// Who looks at what in the office once it is public, and whose lists it stands in. What is not public yet is said by
/// <see cref="Readers"/>; whether an act is lawful is said by the law alone.
/// </summary>
public static class Sight
{
    private static readonly Role[] OfTheTown = [Role.Town, Role.TownReview, Role.TownApprove, Role.Administrator];

    /// <summary>The town's officers see every case, those of a village their own.</summary>
    public static bool OfCase(Officer officer, VillageCode? village) =>
        officer.Roles.Any(OfTheTown.Contains) || (village is { } v && officer.Villages.Contains(v));

    /// <summary>Agreements, tenders, rent and escrow: bookkeepers keep the money of all villages.</summary>
    /// <param name="village">null for the town's own</param>
    public static bool OfMoney(Officer officer, VillageCode? village) =>
        OfCase(officer, village) || officer.Roles.Contains(Role.Bookkeeper);
}
