namespace Transparency.Contracts.Deliberations;

public enum Share
{
    MoreThanHalf,
    TwoThirds,
}

/// <summary>How many must be there, and how many must agree.</summary>
/// <param name="Name">the words for it are <c>quorum.{Name}</c>, with the law</param>
/// <param name="Present">of those due</param>
/// <param name="For">of those present; of all who are due where <paramref name="OfAll"/> is set</param>
/// <param name="OfAll">who stays away counts as not agreeing</param>
/// <param name="Notice">row that counts how many days before it is called; null for none</param>
/// <param name="WantsMandate">void without the mandate of those whom they represent</param>
public sealed record Quorum(string Name, Share Present, Share For, bool OfAll = false, string? Notice = null, bool WantsMandate = false)
{
    /// <summary>Of all villagers, households or members.</summary>
    public const string NoticeRule = "MEETING_NOTICE";

    /// <summary>The agenda of a representatives' meeting, posted before it; a province's rule, so a town may have no such row.</summary>
    public const string AgendaRule = "AGENDA_NOTICE";

    /// <summary>Days between one deliberation and the next; without a row one day.</summary>
    public const string SpacingRule = "STEP_SPACING";

    /// <summary>The Party branch that proposes: its majority.</summary>
    public static readonly Quorum Branch = new("Branch", Share.MoreThanHalf, Share.MoreThanHalf);

    /// <summary>党员大会审议: two thirds there, more than half of them agree (practice of 四议两公开).</summary>
    public static readonly Quorum Party = new("Party", Share.TwoThirds, Share.MoreThanHalf);

    public static Quorum Of(VillageBody body) => body switch
    {
        // The minority follows the majority: Organic Law of Villagers' Committees, art. 34; members: art. 8.
        VillageBody.Committee => new("Committee", Share.MoreThanHalf, Share.MoreThanHalf),
        // Organic Law, art. 30; the mandate: art. 28; the agenda: the Shandong rules on that law.
        VillageBody.Representatives =>
            new("Representatives", Share.TwoThirds, Share.MoreThanHalf, Notice: AgendaRule, WantsMandate: true),
        // Organic Law, art. 25 and 26.
        VillageBody.VillagersMeeting => new("VillagersMeeting", Share.MoreThanHalf, Share.MoreThanHalf, Notice: NoticeRule),
        VillageBody.HouseholdsMeeting => new("HouseholdsMeeting", Share.TwoThirds, Share.MoreThanHalf, Notice: NoticeRule),
        // Law on Rural Collective Economic Organisations, art. 28 and 27.
        VillageBody.MemberRepresentatives =>
            new("MemberRepresentatives", Share.TwoThirds, Share.TwoThirds, OfAll: true, WantsMandate: true),
        VillageBody.MembersAssembly => new("MembersAssembly", Share.TwoThirds, Share.TwoThirds, OfAll: true, Notice: NoticeRule),
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    /// <summary>
    /// The smallest body that can be one: representatives stand for at most fifteen households each (Organic Law, art. 29; Collective Law,
    /// art. 28, there more than twenty of them), the two committees and a branch have three members at least (art. 8), and every
    /// household has somebody who may vote; of households a half is asked for, since the town's list may lag behind the register.
    /// </summary>
    /// <param name="village">null for the town's own meeting</param>
    public static int Least(string name, Village? village) => name switch
    {
        nameof(VillageBody.Representatives) => Math.Max(3, Fifteenth(village)),
        nameof(VillageBody.MemberRepresentatives) => Math.Max(21, Fifteenth(village)),
        nameof(VillageBody.VillagersMeeting) or nameof(VillageBody.MembersAssembly) => Math.Max(3, village?.Households ?? 0),
        nameof(VillageBody.HouseholdsMeeting) => Math.Max(3, ((village?.Households ?? 0) + 1) / 2),
        _ => 3,
    };

    private static int Fifteenth(Village? village) => ((village?.Households ?? 0) + 14) / 15;

    /// <summary>Without it a meeting cannot decide anything, neither yes nor no.</summary>
    public bool IsMetBy(Meeting m) => Reaches(m.Present, m.Due, Present);

    public bool IsCarriedBy(Meeting m) => Reaches(m.For, OfAll ? m.Due : m.Present, For);

    private static bool Reaches(int count, int whole, Share share) =>
        share == Share.TwoThirds ? count * 3L >= whole * 2L : count * 2L > whole;
}
