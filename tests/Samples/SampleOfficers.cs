using Transparency.Contracts;

namespace Transparency.Samples;

/// <summary>Officers of the sample town; <see cref="Poster"/> posts what the clerks recorded; <see cref="Everyone"/> is one person with every role, whom the guards must stop all the same.</summary>
public static class SampleOfficers
{
    public static readonly Officer Clerk = Of("clerk", "贾家河坞村委会", [Role.Village], SampleRules.Jiajiahewu);
    public static readonly Officer OtherClerk = Of("other-clerk", "固堤场村委会", [Role.Village], SampleRules.Gudichang);
    public static readonly Officer Poster = Of("poster", "村委会", [Role.Village], SampleRules.Jiajiahewu, SampleRules.Gudichang);
    public static readonly Officer TownClerk = Of("town-clerk", "镇建设办", [Role.Town]);
    public static readonly Officer Reviewer = Of("reviewer", "镇经管站", [Role.TownReview]);
    public static readonly Officer SecondReviewer = Of("second-reviewer", "镇财政所", [Role.TownReview]);
    public static readonly Officer Approver = Of("approver", "镇人民政府", [Role.TownApprove]);
    public static readonly Officer Bookkeeper = Of("bookkeeper", "镇代管会计", [Role.Bookkeeper]);
    public static readonly Officer FinanceGroup = Of("finance-group", "固堤场村民主理财小组", [Role.FinanceGroup], SampleRules.Gudichang);
    public static readonly Officer Supervision = Of("supervision", "固堤场村务监督委员会", [Role.Supervision], SampleRules.Gudichang);
    public static readonly Officer Everyone = Of("everyone", "镇人民政府", [.. Enum.GetValues<Role>()], SampleRules.Jiajiahewu, SampleRules.Gudichang);

    public static readonly IReadOnlyList<Officer> All = [Clerk, OtherClerk, Poster, TownClerk, Reviewer, SecondReviewer, Approver, Bookkeeper, FinanceGroup, Supervision, Everyone, Officer.System];

    private static Officer Of(string name, string unit, Role[] roles, params VillageCode[] villages) =>
        new(new(name), new($"person-{name}"), new(unit), roles, villages);
}
