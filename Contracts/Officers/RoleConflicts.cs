namespace Transparency.Contracts.Officers;

/// <summary>
/// What one human being may not hold together, over all sign-ins: who appoints does nothing else, and who acts for a village does not
/// supervise it (supervision committee: no member of the village committee, Organic Law of Villagers' Committees, art. 37).
/// </summary>
public static class RoleConflicts
{
    /// <summary>Null when one person may hold all of them.</summary>
    public static Refusal? In(RuleBook rules, IReadOnlyList<Officer> signIns)
    {
        var roles = signIns.SelectMany(o => o.Roles).Distinct().ToList();
        if (roles.Contains(Role.Administrator) && roles.Count > 1) return Refusal.Mend("roles", "officer.administrator-alone");
        var both = VillagesOf(signIns, Role.Village).Intersect(VillagesOf(signIns, Role.Supervision)).Cast<VillageCode?>().FirstOrDefault();
        return both is { } village ? Refusal.Mend("villages", "officer.village-and-supervision", NameOf(rules, village)) : null;
    }

    /// <summary>
    /// Who acts for a village is no near relative of who supervises it (Organic Law of Villagers' Committees, art. 37). Null when they are
    /// not.
    /// </summary>
    /// <param name="kin">sign-ins of near relatives</param>
    public static Refusal? OfKin(RuleBook rules, IReadOnlyList<Officer> signIns, IReadOnlyList<Officer> kin)
    {
        var both = VillagesOf(signIns, Role.Village).Intersect(VillagesOf(kin, Role.Supervision))
            .Concat(VillagesOf(signIns, Role.Supervision).Intersect(VillagesOf(kin, Role.Village)))
            .Cast<VillageCode?>().FirstOrDefault();
        return both is { } village ? Refusal.Mend("villages", "officer.relative-supervises", NameOf(rules, village)) : null;
    }

    private static Text NameOf(RuleBook rules, VillageCode village) =>
        rules.Villages.GetValueOrDefault(village)?.Name ?? new Text(village.Value);

    private static IEnumerable<VillageCode> VillagesOf(IReadOnlyList<Officer> signIns, Role role) =>
        signIns.Where(o => o.Roles.Contains(role)).SelectMany(o => o.Villages);
}
