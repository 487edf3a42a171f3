using Transparency.Contracts.Officers;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Access;

/// <summary>Who may sign in.</summary>
internal static class OfficerStore
{
    public static readonly StreamKind Officer = StreamKind.Of("officer", OfficerDecider.Law, new Dictionary<Type, string>
    {
        [typeof(OfficerAppointed)] = "officer-appointed",
        [typeof(OfficerProposed)] = "officer-proposed",
        [typeof(OfficerConfirmed)] = "officer-confirmed",
        [typeof(OfficerDeclined)] = "officer-declined",
        [typeof(OfficerSuspended)] = "officer-suspended",
        [typeof(OfficerResumed)] = "officer-resumed",
        [typeof(OfficerDismissed)] = "officer-dismissed",
        [typeof(OfficerLinkIssued)] = "officer-link-issued",
        [typeof(OfficerInterestDeclared)] = "officer-interest-declared",
        [typeof(OfficerInterestEnded)] = "officer-interest-ended",
    })
        .With<OfficerOnRecord>(2, OfficerOnRecord.Next) with
    {
        // Two who redeem one link at once: the second finds another version and fails.
        Documents = o => o.Schema.For<SignInLink>().UseOptimisticConcurrency(true),
    };
}
