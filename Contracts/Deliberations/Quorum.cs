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
/// <param name="WantsNotice">called as many days before as the rule <see cref="NoticeRule"/> counts</param>
/// <param name="WantsMandate">void without the mandate of those whom they represent</param>
public sealed record Quorum(string Name, Share Present, Share For, bool OfAll = false, bool WantsNotice = false, bool WantsMandate = false)
{
    public const string NoticeRule = "MEETING_NOTICE";

    /// <summary>The Party branch that proposes: its majority.</summary>
    public static readonly Quorum Branch = new("Branch", Share.MoreThanHalf, Share.MoreThanHalf);

    /// <summary>党员大会审议: two thirds there, more than half of them agree (practice of 四议两公开).</summary>
    public static readonly Quorum Party = new("Party", Share.TwoThirds, Share.MoreThanHalf);

    public static Quorum Of(VillageBody body) => body switch
    {
        // The minority follows the majority: Organic Law of Villagers' Committees, art. 29.
        VillageBody.Committee => new("Committee", Share.MoreThanHalf, Share.MoreThanHalf),
        // Organic Law, art. 26; the mandate: art. 25, and the Shandong rules, art. 24.
        VillageBody.Representatives => new("Representatives", Share.TwoThirds, Share.MoreThanHalf, WantsMandate: true),
        // Organic Law, art. 21 and 22.
        VillageBody.VillagersMeeting => new("VillagersMeeting", Share.MoreThanHalf, Share.MoreThanHalf, WantsNotice: true),
        VillageBody.HouseholdsMeeting => new("HouseholdsMeeting", Share.TwoThirds, Share.MoreThanHalf, WantsNotice: true),
        // Law on Rural Collective Economic Organisations, art. 28 and 27.
        VillageBody.MemberRepresentatives =>
            new("MemberRepresentatives", Share.TwoThirds, Share.TwoThirds, OfAll: true, WantsMandate: true),
        VillageBody.MembersAssembly => new("MembersAssembly", Share.TwoThirds, Share.TwoThirds, OfAll: true, WantsNotice: true),
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    /// <summary>Without it a meeting cannot decide anything, neither yes nor no.</summary>
    public bool IsMetBy(Meeting m) => Reaches(m.Present, m.Due, Present);

    public bool IsCarriedBy(Meeting m) => Reaches(m.For, OfAll ? m.Due : m.Present, For);

    private static bool Reaches(int count, int whole, Share share) =>
        share == Share.TwoThirds ? count * 3L >= whole * 2L : count * 2L > whole;
}
