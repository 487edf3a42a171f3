using Transparency.Contracts.Agreements;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>Contracts and leases.</summary>
internal static class AgreementStore
{
    public static readonly StreamKind Agreement = StreamKind.Of("agreement", AgreementDecider.Law, new Dictionary<Type, string>
    {
        [typeof(AgreementRegistered)] = "agreement-registered",
        [typeof(AgreementChanged)] = "agreement-changed",
        [typeof(AgreementDisclosed)] = "agreement-disclosed",
        [typeof(AgreementHoldingReported)] = "agreement-holding-reported",
        [typeof(AgreementHoldingConfirmed)] = "agreement-holding-confirmed",
        [typeof(AgreementBound)] = "agreement-bound",
        [typeof(AgreementPaymentEntered)] = "agreement-payment-entered",
        [typeof(AgreementPaymentDropped)] = "agreement-payment-dropped",
        [typeof(AgreementPaid)] = "agreement-paid",
        [typeof(AgreementReversalEntered)] = "agreement-reversal-entered",
        [typeof(AgreementPaymentReversed)] = "agreement-payment-reversed",
    })
        .Hashed<AgreementDisclosed>(x => (x.Hash, x.Section.Hash))
        .With<AgreementOnDesk>(1, AgreementOnDesk.Next);
}
