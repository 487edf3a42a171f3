using Transparency.Contracts.Coal;
using Transparency.Contracts.Escrow.Payments;
using static Transparency.Contracts.Tenders.Tender;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>
/// 付款: a payment follows from a voucher of the payer's book. Whether it is lawful is said when the voucher is entered, with all that is
/// entered beside it; from then on its sum is bound, so that its booking meets no refusal and one payment never keeps a month open.
/// </summary>
internal static class PayingPhase
{
    public static Decision<TenderEvent> Decide(Known state, ByVoucher c) => (state, c.Step) switch
    {
        (Contracted s, PaymentStep.Enter x) => Enter(s, c, x),
        (_, PaymentStep.Enter) => TenderDecider.NotNow(state, c),

        (Contracted s, PaymentStep.Book x) when Of(s, x.Key) is (var lot, { IsBooked: false } p) =>
            new TenderPaid(lot, p.Amount, p.On, x.Voucher, x.Of.Village, x.Of.Month, x.By.Sign(x.At)),
        (Contracted s, PaymentStep.Drop x) when Of(s, x.Key) is (var lot, { IsBooked: false }) =>
            new TenderPaymentDropped(lot, x.Voucher, x.Of.Village, x.Of.Month, x.By.Sign(x.At)),
        (Contracted s, PaymentStep.EnterReversal x) when Of(s, x.Key) is (var lot, { TakenBack: null }) =>
            new TenderReversalEntered(lot, x.Voucher, x.Of.Village, x.Of.Month, x.Reversal, x.By.Sign(x.At)),
        (Contracted s, PaymentStep.BookReversal x) when Of(s, x.Key) is (var lot, { IsReversed: false } p) && p.TakenBack == x.Reversal =>
            Reversed(lot, p, x),

        // The voucher pays nothing here, or the step was made already.
        _ => new Decision<TenderEvent>.Accepted([]),
    };

    private static Decision<TenderEvent> Enter(Contracted s, ByVoucher c, PaymentStep.Enter x)
    {
        if (s.File.LotNumber(c.Lot) is not { } number) return Refusal.Mend("lot", "tender.which-lot", s.File.Content.Lots.Count);
        if (LotOf(s, number) is not { Contract: { } contract } lot) return Unsigned(s, number);
        if (c.Agreement is { } agreement && contract.Agreement is { } signed && agreement != signed)
            return Refusal.Mend("agreement", "tender.other-agreement", number, signed.Value);
        if (Of(s, x.Key) is not null) return Refusal.Twice("tender.voucher-twice", x.Voucher).At("voucher");
        return Fault(s.File.Lot(number)?.Coal, contract, new(x.Of, x.Voucher, x.Amount, x.On, false), c.Delivered, x.At) is { } no
            ? no
            : new TenderPaymentEntered(lot.Lot, x.Amount, x.On, x.Voucher, x.Of.Village, x.Of.Month, x.By.Sign(x.At));
    }

    /// <summary>A later month may be booked first; what is taken back there was paid, and nobody can refuse it any more.</summary>
    private static Decision<TenderEvent> Reversed(int lot, ContractPayment p, PaymentStep.BookReversal x)
    {
        var by = x.By.Sign(x.At);
        var reversed = new TenderPaymentReversed(lot, p.Amount, x.On, x.Voucher, x.Of.Village, x.Of.Month, x.Reversal, by);
        return p.IsBooked
            ? reversed
            : new Decision<TenderEvent>.Accepted([new TenderPaid(lot, p.Amount, p.On, x.Voucher, x.Of.Village, x.Of.Month, by), reversed]);
    }

    private static Refusal? Fault(CoalLot? coal, LotContract contract, ContractPayment fresh, Deliveries delivered, DateTimeOffset at)
    {
        var before = contract.Payments.Before(fresh.Of);
        var bound = before.Sum(p => p.Amount);
        return fresh.Amount <= Yuan.Zero ? Refusal.Mend("amount", "tender.amount")
            : fresh.On < contract.On ? Refusal.Mend("date", "tender.before-signature", contract.On)
            : fresh.On > Shanghai.DayOf(at) ? Refusal.Mend("date", "tender.in-future", fresh.On)
            : bound + fresh.Amount > contract.Total ? Refusal.Mend("amount", "tender.over-total", contract.Total, bound, fresh.Amount)
            : Unearned([.. before, fresh], fresh.On, day => contract.PayableOn(day, coal, delivered));
    }

    /// <summary>
    /// Nothing is paid before it is accepted, but for the contract's advance. A payment may be entered after a later one, so each day
    /// from its own on is looked at.
    /// </summary>
    private static Refusal? Unearned(IReadOnlyList<ContractPayment> payments, DateOnly from, Func<DateOnly, Yuan> payable)
    {
        foreach (var day in payments.Select(p => p.On).Where(d => d >= from).Distinct().Order())
        {
            var (paid, most) = (payments.Where(p => p.On <= day).Sum(p => p.Amount), payable(day));
            if (paid > most) return Refusal.Wait("tender.not-accepted", day, most, paid);
        }
        return null;
    }

    private static (int Lot, ContractPayment Payment)? Of(Contracted s, string key)
    {
        foreach (var lot in s.Lots)
        {
            if (lot.Contract?.Payments.Find(key) is { } payment) return (lot.Lot, payment);
        }
        return null;
    }

    private static Refusal Unsigned(Contracted s, int number) =>
        LotOf(s, number) is null ? Refusal.NotNow("tender.lot-unknown", number).At("lot") : Refusal.Wait("tender.not-signed", number);

    private static AwardedLot? LotOf(Contracted s, int number) => s.Lots.FirstOrDefault(l => l.Lot == number);
}
