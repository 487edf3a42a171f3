using Transparency.Contracts.Town;
using static Transparency.Contracts.Tenders.Tender;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>
/// 履约: each lot is signed after its award, changed only by two persons, and accepted by another person than who signed.
/// </summary>
internal static class PerformingPhase
{
    public static Decision<TenderEvent> Decide(RuleBook rules, Awarded s, TenderCommand command) => (LotOf(s, command), command) switch
    {
        (_, Close c) when s.Lots.FirstOrDefault(l => !l.IsDone) is { } open => Refusal.Wait("tender.not-finished", open.Lot),
        (_, Close c) => new TenderClosed(c.By.Sign(c.At)),
        (null, _) => Refusal.NotNow("tender.lot-unknown", NumberOf(command)).At("lot"),

        ({ Contract: not null }, SignContract) => Refusal.Twice("tender.signed-already", NumberOf(command)),
        ({ } lot, SignContract c) when c.Total != lot.Total => Refusal.Mend("total", "tender.total-differs", lot.Total, c.Total),
        ({ } lot, SignContract c) when c.On < lot.On => Refusal.Mend("date", "tender.before-award", lot.On),
        (_, SignContract c) when c.On > Shanghai.DayOf(c.At) => Refusal.Mend("date", "tender.in-future", c.On),
        (_, SignContract c) when ContractLimits.OfAdvance(rules, c) is { } no => no,
        (_, SignContract c) => new TenderContractSigned(
            c.Lot, c.Agreement, c.Total, c.On, c.By.Sign(c.At), c.Advance > Yuan.Zero ? c.Advance : null),
        ({ Contract: null }, _) => Refusal.Wait("tender.not-signed", NumberOf(command)),

        ({ Contract: { } contract }, ChangeContract { Declaration: { } d } c)
            when ContractLimits.OfDeclaration(s.File.Content, contract, d, c.Total) is { } no => no,
        ({ Contract: { } contract }, ChangeContract c)
            when ChangeFault(rules, contract, c.Total, c.Declaration is not null, c.At) is { } no => no,
        ({ Contract: { } contract }, ChangeContract c) =>
            new TenderContractChangeProposed(c.Lot, contract.Total, c.Total, c.Reason, Declared(c.Declaration), c.By.Sign(c.At)),

        ({ Contract.Proposed: null }, DropChange or SignChange) => Refusal.NotNow("tender.no-change", NumberOf(command)),
        (_, DropChange c) => new TenderContractChangeDropped(c.Lot, c.By.Sign(c.At)),
        ({ Contract.Proposed: { } proposed }, SignChange c) when proposed.By == c.By.Person => Refusal.NotYours("tender.own-change"),
        ({ Contract: { Proposed: { } p } contract }, SignChange c)
            when ChangeFault(rules, contract, p.Total, p.Declared is not null, c.At) is { } no => no,
        ({ Contract: { Proposed: { } p } contract }, SignChange c) => new TenderContractChanged(
            s.File.Edition + 1, c.Lot, contract.Total, p.Total, p.Reason, p.Declared?.Number, c.By.Sign(c.At)),

        ({ Contract: { AcceptedOn: not null } }, Accept) => Refusal.Twice("tender.accepted-already", NumberOf(command)),
        ({ Contract: { } contract }, Accept c) when contract.By == c.By.Person => Refusal.NotYours("tender.own-contract"),
        ({ Contract: { } contract }, Accept c) when c.On < contract.On => Refusal.Mend("date", "tender.before-signature", contract.On),
        (_, Accept c) when c.On > Shanghai.DayOf(c.At) => Refusal.Mend("date", "tender.in-future", c.On),
        ({ Contract: { } contract }, Accept { Part: { } part }) when PartFault(contract, part) is { } no => no,
        (_, Accept { Part: { } part } c) => new TenderPartAccepted(c.Lot, c.On, part, c.Result, c.By.Sign(c.At)),
        (_, Accept c) => new TenderAccepted(c.Lot, c.On, c.Result, c.By.Sign(c.At)),

        _ => TenderDecider.NotNow(s, command),
    };

    private static Refusal? ChangeFault(RuleBook rules, LotContract contract, Yuan total, bool isDeclared, DateTimeOffset at) =>
        total == contract.Total ? Refusal.Mend("total", "tender.change-none", total)
        : total < contract.Payments.Committed ? Refusal.Mend("total", "tender.below-paid", contract.Payments.Committed)
        : isDeclared ? null
        : ContractLimits.OfChange(rules, contract, total, Shanghai.DayOf(at));

    private static DeclaredChange? Declared(NamedDeclaration? d) => d is { ApprovedOn: { } on } ? new(d.Number, d.Amount, on) : null;

    private static Refusal? PartFault(LotContract contract, Yuan part)
    {
        var left = contract.Total - contract.Parts.Sum(p => p.Amount);
        return part <= Yuan.Zero ? Refusal.Mend("part", "tender.amount")
            : part > left ? Refusal.Mend("part", "tender.part-over", left, part)
            : null;
    }

    private static AwardedLot? LotOf(Awarded s, TenderCommand command) => s.Lots.FirstOrDefault(l => l.Lot == NumberOf(command));

    private static int NumberOf(TenderCommand command) => command switch
    {
        SignContract c => c.Lot,
        ChangeContract c => c.Lot,
        DropChange c => c.Lot,
        SignChange c => c.Lot,
        Accept c => c.Lot,
        _ => 0,
    };
}
