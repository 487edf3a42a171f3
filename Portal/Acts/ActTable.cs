using System.Collections.Frozen;
using Transparency.Portal.Agreements;
using Transparency.Portal.Declarations;
using Transparency.Portal.Store;
using Transparency.Portal.Tenders;

namespace Transparency.Portal.Acts;

/// <summary>Every act by its name. Closing a window is not among them: only the system does that.</summary>
public static class ActTable
{
    public delegate Task<Outcome> Act(Ledger ledger, ActRequest request, CancellationToken ct);

    public static readonly FrozenDictionary<string, Act> All = new Dictionary<string, Act>
    {
        ["draft"] = Draft.RunAsync,
        ["redraft"] = Redraft.RunAsync,
        ["declare"] = Declare.RunAsync,
        ["withdraw"] = Withdraw.RunAsync,
        ["return"] = Return.RunAsync,
        ["refuse-review"] = RefuseReview.RunAsync,
        ["pass-review"] = PassReview.RunAsync,
        ["open-window"] = OpenWindow.RunAsync,
        ["fix-wording"] = FixWording.RunAsync,
        ["restart"] = Restart.RunAsync,
        ["settle-objection"] = SettleObjection.RunAsync,
        ["approve"] = Approve.RunAsync,
        ["refuse"] = Refuse.RunAsync,
        ["revoke"] = Revoke.RunAsync,
        ["register-agreement"] = RegisterAgreement.RunAsync,
        ["change-agreement"] = ChangeAgreement.RunAsync,
        ["plan-tender"] = PlanTender.RunAsync,
        ["replan-tender"] = ReplanTender.RunAsync,
        ["sign-plan"] = SignPlan.RunAsync,
        ["announce-tender"] = AnnounceTender.RunAsync,
        ["clarify-tender"] = ClarifyTender.RunAsync,
        ["amend-tender"] = AmendTender.RunAsync,
        ["enter-bid"] = EnterBid.RunAsync,
        ["open-tender"] = OpenTender.RunAsync,
        ["evaluate-tender"] = EvaluateTender.RunAsync,
        ["publish-candidates"] = PublishCandidates.RunAsync,
        ["award-tender"] = AwardTender.RunAsync,
        ["sign-contract"] = SignContract.RunAsync,
        ["change-contract"] = ChangeContract.RunAsync,
        ["accept-works"] = AcceptWorks.RunAsync,
        ["record-payment"] = RecordPayment.RunAsync,
        ["record-delivery"] = RecordDelivery.RunAsync,
        ["close-tender"] = CloseTender.RunAsync,
        ["fail-tender"] = FailTender.RunAsync,
        ["cancel-tender"] = CancelTender.RunAsync,
    }.ToFrozenDictionary();

    /// <summary>What stands behind an act on a declaration and must be pinned by <c>hash</c>.</summary>
    public static readonly FrozenSet<string> Pinned = FrozenSet.Create("pass-review", "open-window", "approve");

    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest request, CancellationToken ct = default) =>
        All.TryGetValue(request.Act, out var act) ? act(ledger, request, ct) : Outcome.No(new("act.unknown", request.Act));
}
