using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Payments;

/// <summary>
/// What happens to a payer's voucher, as the contract that it pays hears of it. Part of entering, booking, refusing or reversing the
/// voucher, never an act of its own: who may do that is said by the law of the books.
/// </summary>
/// <param name="Of">the payer and the month of the payment's book</param>
/// <param name="Voucher">number of the payment</param>
public abstract record PaymentStep(PayerMonth Of, string Voucher, Officer By, DateTimeOffset At)
{
    public string Key => ContractPayment.KeyOf(Of, Voucher);

    /// <summary>The only step that a contract may refuse.</summary>
    /// <param name="Amount">yuan, all that the voucher pays out</param>
    public sealed record Enter(Yuan Amount, DateOnly On, PayerMonth Of, string Voucher, Officer By, DateTimeOffset At)
        : PaymentStep(Of, Voucher, By, At);

    public sealed record Book(PayerMonth Of, string Voucher, Officer By, DateTimeOffset At) : PaymentStep(Of, Voucher, By, At);

    /// <summary>The agent refused the voucher, or it pays something else now.</summary>
    public sealed record Drop(PayerMonth Of, string Voucher, Officer By, DateTimeOffset At) : PaymentStep(Of, Voucher, By, At);

    /// <param name="Reversal">the voucher that takes the payment back</param>
    public sealed record EnterReversal(VoucherKey Reversal, PayerMonth Of, string Voucher, Officer By, DateTimeOffset At)
        : PaymentStep(Of, Voucher, By, At);

    /// <param name="Reversal">the voucher that takes the payment back</param>
    /// <param name="On">its day</param>
    public sealed record BookReversal(VoucherKey Reversal, DateOnly On, PayerMonth Of, string Voucher, Officer By, DateTimeOffset At)
        : PaymentStep(Of, Voucher, By, At);
}
