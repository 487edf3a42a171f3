using Transparency.Contracts.Escrow.Payments;

namespace Transparency.Contracts.Agreements;

/// <summary>
/// What the village pays under a contract for works, goods or services, never more than its sum. As with tenders only the entry of a
/// voucher can be refused.
/// </summary>
internal static class AgreementPayments
{
    public static Decision<AgreementEvent> Decide(Agreement.Registered s, AgreementCommand.ByVoucher c) =>
        (s.Payments.Find(c.Step.Key), c.Step) switch
    {
        (not null, PaymentStep.Enter x) => Refusal.Twice("tender.voucher-twice", x.Voucher).At("voucher"),
        (_, PaymentStep.Enter x) when Fault(s, c.Tender, x) is { } no => no,
        (_, PaymentStep.Enter x) => new AgreementPaymentEntered(x.Of, x.Voucher, x.Amount, x.On, x.By.Sign(x.At)),

        ({ IsBooked: false } p, PaymentStep.Book x) => new AgreementPaid(x.Of, x.Voucher, p.Amount, p.On, x.By.Sign(x.At)),
        ({ IsBooked: false }, PaymentStep.Drop x) => new AgreementPaymentDropped(x.Of, x.Voucher, x.By.Sign(x.At)),
        ({ TakenBack: null }, PaymentStep.EnterReversal x) =>
            new AgreementReversalEntered(x.Of, x.Voucher, x.Reversal, x.By.Sign(x.At)),
        ({ IsReversed: false } p, PaymentStep.BookReversal x) when p.TakenBack == x.Reversal =>
            Reversed(p, x),

        // The voucher pays nothing here, or the step was made already.
        _ => new Decision<AgreementEvent>.Accepted([]),
    };

    /// <summary>A later month may be booked first; what is taken back there was paid, and nobody can refuse it any more.</summary>
    private static Decision<AgreementEvent> Reversed(ContractPayment p, PaymentStep.BookReversal x)
    {
        var reversed = new AgreementPaymentReversed(x.Of, x.Voucher, p.Amount, x.On, x.Reversal, x.By.Sign(x.At));
        return p.IsBooked
            ? reversed
            : new Decision<AgreementEvent>.Accepted([new AgreementPaid(x.Of, x.Voucher, p.Amount, p.On, x.By.Sign(x.At)), reversed]);
    }

    public static ContractPayments Evolve(ContractPayments now, AgreementEvent e) => e switch
    {
        AgreementPaymentEntered x => now.With(new(x.Of, x.Voucher, x.Amount, x.On, false)),
        AgreementPaymentDropped x => now.Without(Key(x.Of, x.Voucher)),
        AgreementPaid x => now.Booked(new(x.Of, x.Voucher, x.Amount, x.On, true)),
        AgreementReversalEntered x => now.Change(Key(x.Of, x.Voucher), p => p with { TakenBack = x.Reversal }),
        AgreementPaymentReversed x => now.Change(Key(x.Of, x.Voucher), p => p with { IsReversed = true }),
        _ => now,
    };

    /// <summary>What the public is told with the agreement's disclosure; null when nothing is booked.</summary>
    public static IReadOnlyList<PaidVoucher>? Public(ContractPayments payments)
    {
        List<PaidVoucher> booked =
        [
            .. payments.All.Where(p => p.IsBooked)
                .Select(p => new PaidVoucher(p.Of, p.Voucher, p.Amount, p.On, p.IsReversed ? p.TakenBack : null)),
        ];
        return booked.Count == 0 ? null : booked;
    }

    private static Refusal? Fault(Agreement.Registered s, TenderId? named, PaymentStep.Enter x)
    {
        var bound = s.Payments.Before(x.Of).Sum(p => p.Amount);
        return (s.ContractOf?.Tender ?? s.Content.Tender) is { } tender && named != tender
            ? Refusal.Mend("tender", "agreement.names-tender", s.Id.Value, tender.Value)
            : bound + x.Amount > s.Content.Total ? Refusal.Mend("amount", "agreement.over-total", s.Content.Total, bound, x.Amount)
            : null;
    }

    private static string Key(PayerMonth of, string voucher) => ContractPayment.KeyOf(of, voucher);
}
