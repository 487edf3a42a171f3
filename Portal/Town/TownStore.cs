using Transparency.Contracts.Town;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Town;

/// <summary>The town's own settings, rules and villages.</summary>
internal static class TownStore
{
    public static readonly StreamKind Town = new StreamKind(StreamKey.Town, new Dictionary<Type, string>
    {
        [typeof(TownNamed)] = "town-named",
        [typeof(MattersSet)] = "matters-set",
        [typeof(DeadlineRulesSet)] = "deadline-rules-set",
        [typeof(HolidaysSet)] = "holidays-set",
        [typeof(ObligationsSet)] = "obligations-set",
        [typeof(AccountsSet)] = "accounts-set",
        [typeof(FindingCodesSet)] = "finding-codes-set",
        [typeof(PercentLimitsSet)] = "percent-limits-set",
        [typeof(VillageRegistered)] = "village-registered",
    }).With<TownOnRegister>(3, TownOnRegister.Evolve, isPublic: true);
}
