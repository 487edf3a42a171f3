using System.Collections.Frozen;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Agreements;
using Transparency.Portal.Agreements.CleanUp;
using Transparency.Portal.Agreements.Rent;
using Transparency.Portal.Declarations;
using Transparency.Portal.Deliberations;
using Transparency.Portal.Escrow;
using Transparency.Portal.Reports;
using Transparency.Portal.Store;
using Transparency.Portal.Tenders;

namespace Transparency.Portal.Acts;

/// <summary>Every act by its name. Closing a window is not among them: only the system does that.</summary>
public static class ActTable
{
    public delegate Task<Outcome> Act(Ledger ledger, ActRequest request, CancellationToken ct);

    /// <returns>the hash of what stands now under this subject, or null when there is nothing to pin</returns>
    public delegate Task<ContentHash?> FindHash(IQuerySession session, RuleBook rules, string subject, CancellationToken ct);

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
        ["extend-window"] = ExtendWindow.RunAsync,
        ["restart"] = Restart.RunAsync,
        ["settle-objection"] = SettleObjection.RunAsync,
        ["approve"] = Approve.RunAsync,
        ["refuse"] = Refuse.RunAsync,
        ["revoke"] = Revoke.RunAsync,
        ["propose"] = ProposeDeliberation.RunAsync,
        ["discuss"] = DiscussDeliberation.RunAsync,
        ["party-review"] = ReviewByParty.RunAsync,
        ["resolve"] = ResolveDeliberation.RunAsync,
        ["post-resolution"] = PostResolution.RunAsync,
        ["return-deliberation"] = ReturnDeliberation.RunAsync,
        ["withdraw-deliberation"] = WithdrawDeliberation.RunAsync,
        ["post-result"] = PostResult.RunAsync,
        ["register-agreement"] = RegisterAgreement.RunAsync,
        ["change-agreement"] = ChangeAgreement.RunAsync,
        ["open-book"] = OpenBook.RunAsync,
        ["enter-voucher"] = EnterVoucher.RunAsync,
        ["reverse-voucher"] = ReverseVoucher.RunAsync,
        ["reword-voucher"] = RewordVoucher.RunAsync,
        ["book-vouchers"] = BookVouchers.RunAsync,
        ["refuse-voucher"] = RefuseVoucher.RunAsync,
        ["match-lines"] = MatchLines.RunAsync,
        ["undo-match"] = UndoMatch.RunAsync,
        ["adopt-budget"] = AdoptBudgets.RunAsync,
        ["prepare-statement"] = PrepareStatement.RunAsync,
        ["return-statement"] = ReturnStatement.RunAsync,
        ["check-statement"] = CheckStatement.RunAsync,
        ["sign-statement"] = SignStatement.RunAsync,
        ["ask-about-statement"] = AskAboutStatement.RunAsync,
        ["answer-about-statement"] = AnswerAboutStatement.RunAsync,
        ["plan-inspection"] = PlanInspection.RunAsync,
        ["call-number"] = CallNumber.RunAsync,
        ["draw-villages"] = DrawVillages.RunAsync,
        ["record-findings"] = RecordFindings.RunAsync,
        ["return-findings"] = ReturnFindings.RunAsync,
        ["confirm-findings"] = ConfirmFindings.RunAsync,
        ["report-cure"] = ReportCure.RunAsync,
        ["accept-cure"] = AcceptCure.RunAsync,
        ["reject-cure"] = RejectCure.RunAsync,
        ["close-inspection"] = CloseInspection.RunAsync,
        ["cancel-inspection"] = CancelInspection.RunAsync,
        ["prepare-report"] = PrepareReport.RunAsync,
        ["return-report"] = ReturnReport.RunAsync,
        ["sign-report"] = SignReport.RunAsync,
        ["schedule-rent"] = ScheduleRent.RunAsync,
        ["receive-rent"] = ReceiveRent.RunAsync,
        ["prepare-rent"] = PrepareRent.RunAsync,
        ["check-rent"] = CheckRent.RunAsync,
        ["sign-rent"] = SignRent.RunAsync,
        ["open-drive"] = OpenDrive.RunAsync,
        ["close-drive"] = CloseDrive.RunAsync,
        ["list-case"] = ListCase.RunAsync,
        ["verify-case"] = VerifyCase.RunAsync,
        ["classify-case"] = ClassifyCase.RunAsync,
        ["remedy-case"] = RemedyCase.RunAsync,
        ["finish-case"] = FinishCase.RunAsync,
        ["defer-case"] = DeferCase.RunAsync,
        ["litigate-case"] = LitigateCase.RunAsync,
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

    /// <summary>Acts that must carry the <c>hash</c> of what the officer saw, each with where that hash is found.</summary>
    public static readonly FrozenDictionary<string, FindHash> Pinned = new Dictionary<string, FindHash>
    {
        ["pass-review"] = ReadDeclaration.HashToPinAsync,
        ["open-window"] = ReadDeclaration.HashToPinAsync,
        ["approve"] = ReadDeclaration.HashToPinAsync,
        ["check-statement"] = ReadStatement.HashToPinAsync,
        ["sign-statement"] = ReadStatement.HashToPinAsync,
        ["confirm-findings"] = WriteInspection.HashToPinAsync,
        ["sign-report"] = WriteReport.HashToPinAsync,
        ["check-rent"] = RentSubject.HashToPinAsync,
        ["sign-rent"] = RentSubject.HashToPinAsync,
    }.ToFrozenDictionary();

    /// <summary>Acts whose subject is a declaration; what all others are about stands in their subject as it is.</summary>
    public static readonly FrozenSet<string> OnDeclarations = FrozenSet.Create(
        "draft", "redraft", "declare", "withdraw", "return", "refuse-review", "pass-review", "open-window", "fix-wording", "extend-window", "restart", "settle-objection", "approve", "refuse", "revoke");

    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest request, CancellationToken ct = default) =>
        All.TryGetValue(request.Act, out var act) ? act(ledger, request, ct) : Outcome.No(Refusal.NotNow("act.unknown", request.Act));
}
