using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Agreements;

/// <summary>What happened to one agreement, on the stream <c>agreement/{id}</c>, in order of life.</summary>
public abstract record AgreementEvent : ISigned
{
    public abstract Signature By { get; init; }
}

/// <summary>Entered in the office; not public.</summary>
public sealed record AgreementRegistered(AgreementId Id, AgreementContent Content, Signature By) : AgreementEvent;

/// <summary>The working copy changed; not public until a further declaration.</summary>
public sealed record AgreementChanged(AgreementContent Content, Signature By) : AgreementEvent;

/// <summary>Public, with the approval of the declaration that carried it.</summary>
/// <param name="Paid">what was booked before it was public; null when nothing was</param>
public sealed record AgreementDisclosed(
    DeclarationId Declaration, string Number, AgreementSection Section, ContentHash Hash, Signature By,
    IReadOnlyList<PaidVoucher>? Paid = null) : AgreementEvent;

/// <summary>The contract of a lot was signed under this number: who pays it names the tender too. Not public by itself.</summary>
public sealed record AgreementBound(TenderId Tender, int Lot, Signature By) : AgreementEvent;

/// <summary>A voucher that names the agreement was entered; from here on its sum is bound. Not public before it is booked.</summary>
public sealed record AgreementPaymentEntered(
    PayerMonth Of, string Voucher, Yuan Amount, DateOnly On, Signature By) : AgreementEvent;

/// <summary>That voucher was refused by the agent, or names another agreement now. Not public.</summary>
public sealed record AgreementPaymentDropped(PayerMonth Of, string Voucher, Signature By) : AgreementEvent;

/// <summary>付款, with the booking of its voucher by another person than who entered it; public where the agreement is.</summary>
public sealed record AgreementPaid(PayerMonth Of, string Voucher, Yuan Amount, DateOnly On, Signature By) : AgreementEvent;

/// <summary>A voucher that takes a payment back was entered; it cannot be refused. Not public before it is booked.</summary>
public sealed record AgreementReversalEntered(PayerMonth Of, string Voucher, VoucherKey Reversal, Signature By) : AgreementEvent;

/// <summary>红字冲销: the payment is taken back by another voucher, which is booked. The line stays and is struck through.</summary>
/// <param name="On">day of the reversing voucher</param>
public sealed record AgreementPaymentReversed(
    PayerMonth Of, string Voucher, Yuan Amount, DateOnly On, VoucherKey Reversal, Signature By) : AgreementEvent;

/// <summary>
/// What became of a lease that ran out or was ended, as the village reports it. Not public before another person confirms it.
/// </summary>
public sealed record AgreementHoldingReported(Holding Holding, Signature By) : AgreementEvent;

/// <summary>Found to be so by another person; public from here on.</summary>
public sealed record AgreementHoldingConfirmed(Holding Holding, Signature By) : AgreementEvent;

/// <summary>A booked payment under an agreement.</summary>
/// <param name="Of">whose escrow paid, and the month of the voucher</param>
/// <param name="Reversal">the voucher that took it back; null while it stands</param>
public sealed record PaidVoucher(PayerMonth Of, string Voucher, Yuan Amount, DateOnly On, VoucherKey? Reversal);
