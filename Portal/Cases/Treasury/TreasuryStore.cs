using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Treasury;

/// <summary>What the town pays from its own budget.</summary>
internal static class TreasuryStore
{
    public static readonly StreamKind Treasury = StreamKind.Of("treasury", TreasuryDecider.Law, new Dictionary<Type, string>
    {
        [typeof(TreasuryPaymentEntered)] = "treasury-payment-entered",
        [typeof(TreasuryPaymentRefused)] = "treasury-payment-refused",
        [typeof(TreasuryChecked)] = "treasury-checked",
        [typeof(TreasuryDisclosed)] = "treasury-disclosed",
        [typeof(TreasuryPaymentTakenBack)] = "treasury-payment-taken-back",
    })
        .Hashed<TreasuryDisclosed>(x => (x.Hash, x.Section.Hash))
        .With<TreasuryOnDesk>(1, TreasuryOnDesk.Next);
}
