using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>Clean-up drives, and each agreement in one.</summary>
internal static class CleanUpStore
{
    public static readonly StreamKind Drive = StreamKind.Of("drive", DriveDecider.Law, new Dictionary<Type, string>
    {
        [typeof(DriveOpened)] = "drive-opened",
        [typeof(DriveClosed)] = "drive-closed",
    })
        .With<DriveOnDesk>(1, DriveOnDesk.Next);

    public static readonly StreamKind Case = StreamKind.Of("case", CleanUpDecider.Law, new Dictionary<Type, string>
    {
        [typeof(CleanUpListed)] = "case-listed",
        [typeof(CleanUpVerified)] = "case-verified",
        [typeof(CleanUpClassified)] = "case-classified",
        [typeof(CleanUpRemedied)] = "case-remedied",
        [typeof(CleanUpDone)] = "case-done",
        [typeof(CleanUpRechecked)] = "case-rechecked",
        [typeof(CleanUpDeferred)] = "case-deferred",
        [typeof(CleanUpLitigated)] = "case-litigated",
    })
        .With<CleanUpOnDesk>(2, CleanUpOnDesk.Next);
}
