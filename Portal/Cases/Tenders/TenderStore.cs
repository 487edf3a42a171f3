using Marten;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Tenders, their offers, and what arrived of lots of coal.</summary>
internal static class TenderStore
{
    public static readonly StreamKind Tender = StreamKind.Of("tender", TenderDecider.Law, new Dictionary<Type, string>
    {
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
        [typeof(TenderReawarded)] = "tender-reawarded",
        [typeof(TenderContractSigned)] = "tender-contract-signed",
        [typeof(TenderContractChangeProposed)] = "tender-contract-change-proposed",
        [typeof(TenderContractChangeDropped)] = "tender-contract-change-dropped",
        [typeof(TenderContractChanged)] = "tender-contract-changed",
        [typeof(TenderPartAccepted)] = "tender-part-accepted",
        [typeof(TenderAccepted)] = "tender-accepted",
        [typeof(TenderPaymentEntered)] = "tender-payment-entered",
        [typeof(TenderPaymentDropped)] = "tender-payment-dropped",
        [typeof(TenderPaid)] = "tender-paid",
        [typeof(TenderReversalEntered)] = "tender-reversal-entered",
        [typeof(TenderPaymentReversed)] = "tender-payment-reversed",
        [typeof(TenderClosed)] = "tender-closed",
        [typeof(TenderFailed)] = "tender-failed",
        [typeof(TenderCancelled)] = "tender-cancelled",
    })
        .Hashed<TenderPlanDisclosed>(x => (x.Hash, x.Section.Hash))
        .With<TenderOnDesk>(2, TenderOnDesk.Next);

    public static readonly StreamKind Bid = StreamKind.Of("bid", BidDecider.Law, new Dictionary<Type, string>
    {
        [typeof(BidEntered)] = "bid-entered",
    })
        .With<BidInOffice>(1, BidInOffice.Next) with
    {
        IsSealed = true,
        Documents = o => o.Schema.For<BidInOffice>().Index(x => x.Tender),
    };

    public static readonly StreamKind Delivery = StreamKind.Of("delivery", DeliveryDecider.Law, new Dictionary<Type, string>
    {
        [typeof(CoalDelivered)] = "coal-delivered",
    });
}
