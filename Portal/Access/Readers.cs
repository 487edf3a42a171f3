using Transparency.Contracts;

namespace Transparency.Portal.Access;

/// <summary>To whom of the office a case is shown beside its own people.</summary>
public enum Others
{
    /// <summary>Something of it waits to be public.</summary>
    Nobody,

    /// <summary>All of it stands in public: as <see cref="Sight.OfCase"/> says.</summary>
    OfCase,

    /// <summary>All of it stands in public: as <see cref="Sight.OfMoney"/> says.</summary>
    OfMoney,

    /// <summary>It is the whole town's.</summary>
    EveryOfficer,
}

/// <summary>
/// For whose eyes a case is. While anything of it waits to be public, only its own people see it: those who hold a role that its matter or
/// its kind names, for its village. An administrator holds no role in cases. To all others it is as if there were no such case.
/// </summary>
/// <param name="Roles">that the matter or the kind of case names</param>
/// <param name="Village">null for the town's own, which is the town's officers' alone</param>
public sealed record Readers(IReadOnlyList<Role> Roles, VillageCode? Village, Others Others)
{
    public static readonly IReadOnlyList<Role> Town = [Role.Town, Role.TownReview, Role.TownApprove];

    /// <summary>Those who act, check and supervise in the village, and the town's officers.</summary>
    public static readonly IReadOnlyList<Role> OfVillages = [Role.Village, Role.FinanceGroup, Role.Supervision, .. Town];

    /// <summary>With those who keep the books.</summary>
    public static readonly IReadOnlyList<Role> OfMoney = [.. OfVillages, Role.Bookkeeper];

    /// <summary>Villages on whose decisions a case of the town rests.</summary>
    public IReadOnlyList<VillageCode> Behind { get; init; } = [];

    /// <summary>An officer sees his own card.</summary>
    public OfficerId? Oneself { get; init; }

    /// <summary>Who declares, reviews and approves by any row of the matter, of whatever time: rows change, its people stay.</summary>
    public static IReadOnlyList<Role> Of(RuleBook rules, string matter) =>
        [.. rules.MatterRows.Concat(rules.Matters.Values).Where(m => m.Code == matter)
            .SelectMany(m => new[] { m.Declarant, m.Reviewer, m.Approver }).OfType<Role>().Distinct()];

    /// <summary>Whether the case is the officer's own, drafts and history with it.</summary>
    public bool IsOwn(Officer officer) =>
        Roles.Any(role => officer.Holds(role, Village) && (Village is not null || role is not Role.Bookkeeper))
        || Oneself == officer.Id
        || Behind.Any(village => officer.Holds(Role.Village, village));

    /// <summary>Whether the officer learns that there is such a case.</summary>
    public bool Include(Officer officer) => IsOwn(officer) || Others switch
    {
        Others.OfCase => Sight.OfCase(officer, Village),
        Others.OfMoney => Sight.OfMoney(officer, Village),
        Others.EveryOfficer => true,
        _ => false,
    };
}
