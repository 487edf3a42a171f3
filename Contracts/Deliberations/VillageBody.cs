namespace Transparency.Contracts.Deliberations;

/// <summary>
/// Who decides for a village. The villagers' side and the members of the collective economic organisation are two legal bodies,
/// often of the same people: which of them has decided is kept, and neither decides for the other.
/// </summary>
public enum VillageBody
{
    /// <summary>村“两委”商议: where no more is asked for, their discussion is the decision.</summary>
    Committee,

    Representatives,

    /// <summary>Of all adult villagers.</summary>
    VillagersMeeting,

    /// <summary>The villagers' meeting held by households (Organic Law of Villagers' Committees, art. 26).</summary>
    HouseholdsMeeting,

    /// <summary>成员代表大会 of the collective economic organisation.</summary>
    MemberRepresentatives,

    /// <summary>成员大会 of the collective economic organisation.</summary>
    MembersAssembly,
}

public static class VillageBodies
{
    /// <summary>
    /// Whether a decision of this body does where <paramref name="required"/> must have decided:
    /// on its own side, the whole stands above its representatives.
    /// </summary>
    public static bool Serves(this VillageBody body, VillageBody required) => required switch
    {
        VillageBody.Committee =>
            body is VillageBody.Committee or VillageBody.Representatives or VillageBody.VillagersMeeting or VillageBody.HouseholdsMeeting,
        VillageBody.Representatives => body is VillageBody.Representatives or VillageBody.VillagersMeeting or VillageBody.HouseholdsMeeting,
        VillageBody.VillagersMeeting or VillageBody.HouseholdsMeeting =>
            body is VillageBody.VillagersMeeting or VillageBody.HouseholdsMeeting,
        VillageBody.MemberRepresentatives => body is VillageBody.MemberRepresentatives or VillageBody.MembersAssembly,
        _ => body == required,
    };
}
