using System.Collections.Frozen;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Objections;
using Transparency.Contracts.Publicity;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;

namespace Transparency.Portal.Store;

/// <summary>The name under which each event is stored, frozen from 1.0 on. A class may be renamed, its stored name never.</summary>
public static class EventNames
{
    public static readonly FrozenDictionary<Type, string> All = new Dictionary<Type, string>
    {
        [typeof(TownNamed)] = "town-named",
        [typeof(MattersSet)] = "matters-set",
        [typeof(DeadlineRulesSet)] = "deadline-rules-set",
        [typeof(HolidaysSet)] = "holidays-set",
        [typeof(ObligationsSet)] = "obligations-set",
        [typeof(AccountsSet)] = "accounts-set",
        [typeof(FindingCodesSet)] = "finding-codes-set",
        [typeof(VillageRegistered)] = "village-registered",

        [typeof(OfficerAppointed)] = "officer-appointed",

        [typeof(AgreementRegistered)] = "agreement-registered",
        [typeof(AgreementChanged)] = "agreement-changed",
        [typeof(AgreementDisclosed)] = "agreement-disclosed",

        [typeof(RentScheduled)] = "rent-scheduled",
        [typeof(RentReceived)] = "rent-received",
        [typeof(RentPrepared)] = "rent-prepared",
        [typeof(RentChecked)] = "rent-checked",
        [typeof(RentDisclosed)] = "rent-disclosed",

        [typeof(DriveOpened)] = "drive-opened",
        [typeof(DriveClosed)] = "drive-closed",
        [typeof(CleanUpListed)] = "case-listed",
        [typeof(CleanUpVerified)] = "case-verified",
        [typeof(CleanUpClassified)] = "case-classified",
        [typeof(CleanUpRemedied)] = "case-remedied",
        [typeof(CleanUpDone)] = "case-done",
        [typeof(CleanUpDeferred)] = "case-deferred",
        [typeof(CleanUpLitigated)] = "case-litigated",
        [typeof(TenderPlanned)] = "tender-planned",
        [typeof(TenderReplanned)] = "tender-replanned",
        [typeof(TenderPlanDisclosed)] = "tender-plan-disclosed",
        [typeof(TenderAnnounced)] = "tender-announced",
        [typeof(TenderClarified)] = "tender-clarified",
        [typeof(TenderAmended)] = "tender-amended",
        [typeof(TenderOpened)] = "tender-opened",
        [typeof(TenderEvaluated)] = "tender-evaluated",
        [typeof(TenderCandidatesPublished)] = "tender-candidates-published",
        [typeof(TenderAwarded)] = "tender-awarded",
        [typeof(TenderContractSigned)] = "tender-contract-signed",
        [typeof(TenderContractChanged)] = "tender-contract-changed",
        [typeof(TenderAccepted)] = "tender-accepted",
        [typeof(TenderPaid)] = "tender-paid",
        [typeof(TenderClosed)] = "tender-closed",
        [typeof(TenderFailed)] = "tender-failed",
        [typeof(TenderCancelled)] = "tender-cancelled",
        [typeof(BidEntered)] = "bid-entered",
        [typeof(CoalDelivered)] = "coal-delivered",

        [typeof(DeliberationProposed)] = "deliberation-proposed",
        [typeof(DeliberationDiscussed)] = "deliberation-discussed",
        [typeof(DeliberationPartyReviewed)] = "deliberation-party-reviewed",
        [typeof(DeliberationResolved)] = "deliberation-resolved",
        [typeof(DeliberationRejected)] = "deliberation-rejected",
        [typeof(DeliberationReturned)] = "deliberation-returned",
        [typeof(DeliberationWithdrawn)] = "deliberation-withdrawn",
        [typeof(DeliberationResolutionPosted)] = "deliberation-resolution-posted",
        [typeof(DeliberationResultPosted)] = "deliberation-result-posted",

        [typeof(DeclarationDrafted)] = "declaration-drafted",
        [typeof(DeclarationRedrafted)] = "declaration-redrafted",
        [typeof(DeclarationDeclared)] = "declaration-declared",
        [typeof(DeclarationReturned)] = "declaration-returned",
        [typeof(DeclarationReviewRefused)] = "declaration-review-refused",
        [typeof(DeclarationReviewPassed)] = "declaration-review-passed",
        [typeof(DeclarationWindowOpened)] = "declaration-window-opened",
        [typeof(DeclarationWordingFixed)] = "declaration-wording-fixed",
        [typeof(DeclarationWindowExtended)] = "declaration-window-extended",
        [typeof(DeclarationRestarted)] = "declaration-restarted",
        [typeof(DeclarationObjectionSettled)] = "declaration-objection-settled",
        [typeof(DeclarationWindowClosed)] = "declaration-window-closed",
        [typeof(DeclarationApproved)] = "declaration-approved",
        [typeof(DeclarationRefused)] = "declaration-refused",
        [typeof(DeclarationWithdrawn)] = "declaration-withdrawn",
        [typeof(DeclarationRevoked)] = "declaration-revoked",
        [typeof(NumberTaken)] = "number-taken",

        [typeof(BookOpened)] = "book-opened",
        [typeof(VouchersEntered)] = "vouchers-entered",
        [typeof(VoucherReversed)] = "voucher-reversed",
        [typeof(VoucherReworded)] = "voucher-reworded",
        [typeof(BookClosed)] = "book-closed",
        [typeof(VouchersBooked)] = "vouchers-booked",
        [typeof(VoucherRefused)] = "voucher-refused",
        [typeof(TrustClosed)] = "trust-closed",
        [typeof(BankLinesEntered)] = "bank-lines-entered",
        [typeof(BankLinesMatched)] = "bank-lines-matched",
        [typeof(BankMatchUndone)] = "bank-match-undone",
        [typeof(BankMonthClosed)] = "bank-month-closed",
        [typeof(BudgetAdopted)] = "budget-adopted",
        [typeof(StatementPrepared)] = "statement-prepared",
        [typeof(StatementReturned)] = "statement-returned",
        [typeof(StatementChecked)] = "statement-checked",
        [typeof(StatementDisclosed)] = "statement-disclosed",
        [typeof(StatementQuestioned)] = "statement-questioned",
        [typeof(StatementAnswered)] = "statement-answered",

        [typeof(InspectionPlanned)] = "inspection-planned",
        [typeof(InspectionNumberCalled)] = "inspection-number-called",
        [typeof(InspectionVillagesDrawn)] = "inspection-villages-drawn",
        [typeof(InspectionFindingsRecorded)] = "inspection-findings-recorded",
        [typeof(InspectionFindingsReturned)] = "inspection-findings-returned",
        [typeof(InspectionResultPublished)] = "inspection-result-published",
        [typeof(InspectionCureReported)] = "inspection-cure-reported",
        [typeof(InspectionCureSentBack)] = "inspection-cure-sent-back",
        [typeof(InspectionCureAccepted)] = "inspection-cure-accepted",
        [typeof(InspectionClosed)] = "inspection-closed",
        [typeof(InspectionCancelled)] = "inspection-cancelled",

        [typeof(ReportPrepared)] = "report-prepared",
        [typeof(ReportReturned)] = "report-returned",
        [typeof(ReportDisclosed)] = "report-disclosed",

        [typeof(PublicityChecked)] = "publicity-checked",
        [typeof(ObjectionRaised)] = "objection-raised",
        [typeof(ObjectionSettled)] = "objection-settled",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Type> Types = All.ToFrozenDictionary(x => x.Value, x => x.Key);
}
