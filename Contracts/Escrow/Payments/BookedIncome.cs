using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Payments;

/// <summary>A voucher of a village that brought money in, as the accounts of rent and clean-ups may name it.</summary>
/// <param name="Amount">yuan received, in escrow and in cash; zero for a voucher that brought none</param>
/// <param name="Agreement">that it names</param>
/// <param name="IsBooked">by another person than who entered it</param>
/// <param name="IsTakenBack">by a reversing voucher, from its entry on</param>
public sealed record BookedIncome(VoucherKey Key, Yuan Amount, AgreementId? Agreement, bool IsBooked, bool IsTakenBack)
{
    /// <param name="settled">by the agent, and not refused</param>
    public static BookedIncome Of(VoucherKey key, EnteredVoucher entered, bool settled) => new(
        key, entered.Voucher.Reverses is null && !entered.Voucher.IsTransfer ? entered.Voucher.In + entered.Voucher.CashIn : Yuan.Zero,
        entered.Voucher.Agreement, settled, entered.ReversedBy is not null);

    /// <summary>Whether it is money for this agreement that really came in.</summary>
    public bool IsFor(AgreementId agreement) => IsBooked && !IsTakenBack && Agreement == agreement && Amount > Yuan.Zero;
}
