using static Transparency.Contracts.Tenders.Tender;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>履约: each lot is signed, perhaps changed, accepted by another person than who signed, and paid up to its sum.</summary>
internal static class PerformingPhase
{
    public static Decision<TenderEvent> Decide(RuleBook rules, Awarded s, TenderCommand command) => (LotOf(s, command), command) switch
    {
        (_, Close c) when s.Lots.FirstOrDefault(l => !l.IsDone) is { } open => Refusal.Wait("tender.not-finished", open.Lot),
        (_, Close c) => new TenderClosed(c.By.Sign(c.At)),
        (null, _) => Refusal.NotNow("tender.lot-unknown", NumberOf(command)).At("lot"),

        ({ Contract: not null }, SignContract) => Refusal.Twice("tender.signed-already", NumberOf(command)),
        ({ } lot, SignContract c) when c.Total != lot.Total => Refusal.Mend("total", "tender.total-differs", lot.Total, c.Total),
        (_, SignContract c) when c.On > Shanghai.DayOf(c.At) => Refusal.Mend("date", "tender.in-future", c.On),
        (_, SignContract c) => new TenderContractSigned(c.Lot, c.Agreement, c.Total, c.On, c.By.Sign(c.At)),
        ({ Contract: null }, _) => Refusal.Wait("tender.not-signed", NumberOf(command)),

        ({ Contract: { } contract }, ChangeContract c) when c.Total < contract.Paid =>
            Refusal.Mend("total", "tender.below-paid", contract.Paid),
        (_, ChangeContract c) => new TenderContractChanged(c.Lot, c.Total, c.Reason, c.By.Sign(c.At)),

        ({ Contract: { AcceptedOn: not null } }, Accept) => Refusal.Twice("tender.accepted-already", NumberOf(command)),
        ({ Contract: { } contract }, Accept c) when contract.By == c.By.Person => Refusal.NotYours("tender.own-contract"),
        ({ Contract: { } contract }, Accept c) when c.On < contract.On => Refusal.Mend("date", "tender.before-signature", contract.On),
        (_, Accept c) when c.On > Shanghai.DayOf(c.At) => Refusal.Mend("date", "tender.in-future", c.On),
        (_, Accept c) => new TenderAccepted(c.Lot, c.On, c.Result, c.By.Sign(c.At)),

        ({ Contract: { } contract }, Pay c) when FaultOf(rules, contract, c) is { } no => no,
        (_, Pay c) => new TenderPaid(c.Lot, c.Amount, c.On, c.Voucher, c.Village, c.Month, c.By.Sign(c.At)),

        _ => TenderDecider.NotNow(s, command),
    };

    /// <summary>By which a voucher is known: a payment is booked once.</summary>
    internal static string VoucherKey(VillageCode? village, Month? month, DateOnly on, string voucher) =>
        village is { } v ? $"{v}/{month}/{voucher}" : $"town/{on.Year}/{voucher}";

    private static Refusal? FaultOf(RuleBook rules, LotContract contract, Pay c) =>
        c.Amount <= Yuan.Zero ? Refusal.Mend("amount", "tender.amount")
        : c.On < contract.On ? Refusal.Mend("date", "tender.before-signature", contract.On)
        : c.On > Shanghai.DayOf(c.At) ? Refusal.Mend("date", "tender.in-future", c.On)
        : contract.Paid + c.Amount > contract.Total ? Refusal.Mend("amount", "tender.over-total", contract.Total, contract.Paid, c.Amount)
        : c.Voucher.Length == 0 || (c.Village is null) != (c.Month is null) ? Refusal.Mend("voucher", "tender.voucher")
        : c.Village is { } village && !rules.Villages.ContainsKey(village) ? Refusal.NotNow("village.unknown", village.Value).At("village")
        : contract.Vouchers.Contains(VoucherKey(c.Village, c.Month, c.On, c.Voucher))
            ? Refusal.Mend("voucher", "tender.voucher-twice", c.Voucher)
        : null;

    private static AwardedLot? LotOf(Awarded s, TenderCommand command) => s.Lots.FirstOrDefault(l => l.Lot == NumberOf(command));

    private static int NumberOf(TenderCommand command) => command switch
    {
        SignContract c => c.Lot,
        ChangeContract c => c.Lot,
        Accept c => c.Lot,
        Pay c => c.Lot,
        _ => 0,
    };
}
