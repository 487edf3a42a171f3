using Transparency.Contracts.Escrow.Payments;
using static Transparency.Contracts.Tenders.Tender;

namespace Transparency.Contracts.Tenders;

/// <summary>The table of (state, event). No rules: what has happened is not judged again.</summary>
internal static class TenderEvolution
{
    public static Tender Evolve(Tender state, TenderEvent e) => (state, e) switch
    {
        (None, TenderPlanned x) => new Planned(new(x.Id, x.Content, [x.By.Person], 0)),
        (Planned s, TenderReplanned x) => new Planned(s.File.PlannedBy(x.By.Person) with { Content = x.Content }),
        (Planned s, TenderPlanDisclosed x) => new Disclosed(s.File with { Edition = x.Edition }),

        (Disclosed s, TenderAnnounced x) => new Announced(s.File with { Edition = x.Edition }, x.Notice, x.By.At, 0),
        (Announced s, TenderClarified) => s with { Clarifications = s.Clarifications + 1 },
        (Announced s, TenderAmended x) => s with { File = s.File with { Edition = x.Edition }, Notice = x.Notice },
        (Announced s, TenderOpened x) => new Opened(s.File with { Edition = x.Edition }, x.Bids),

        (Opened s, TenderEvaluated x) => new Evaluated(s.File, new(s.Bids, x.Verdicts, x.By.Person)),
        (Evaluated s, TenderCandidatesPublished x) => new CandidatesPublished(s.File with { Edition = x.Edition }, s.Evaluation, x.Window),
        (Known s, TenderAwarded x) => new Awarded(s.File with { Edition = x.Edition }, Lots(x)) { Evaluation = EvaluationOf(s) },
        (Awarded s, TenderReawarded x) => s with
        {
            File = s.File with { Edition = x.Edition },
            Lots = x.Next is { } next
                ? [.. s.Lots.Select(l => l.Lot == x.Lot ? Won(next, x.By) : l)]
                : [.. s.Lots.Where(l => l.Lot != x.Lot)],
        },

        (Contracted s, TenderContractSigned x) => s.With(x.Lot, l => l with { Contract = Signed(x) }),
        (Contracted s, TenderContractChangeProposed x) =>
            s.On(x.Lot, c => c with { Proposed = new(x.Total, x.Reason, x.By.Person, x.Declared) }),
        (Contracted s, TenderContractChangeDropped x) => s.On(x.Lot, c => c with { Proposed = null }),
        (Contracted s, TenderContractChanged x) =>
            (s with { File = s.File with { Edition = x.Edition } }).On(x.Lot, c => c with { Total = x.Total, Proposed = null }),
        (Contracted s, TenderPartAccepted x) => s.On(x.Lot, c => c with { Parts = [.. c.Parts, new(x.On, x.Amount)] }),
        (Contracted s, TenderAccepted x) => s.On(x.Lot, c => c with { AcceptedOn = x.On }),
        (Contracted s, TenderClosed) => new Closed(s.File, s.Lots),

        (Contracted s, TenderPaymentEntered x) =>
            s.Pay(x.Lot, p => p.With(new(new(x.Village, x.Month), x.Voucher, x.Amount, x.On, false))),
        (Contracted s, TenderPaymentDropped x) => s.Pay(x.Lot, p => p.Without(Key(x.Village, x.Month, x.Voucher))),
        (Contracted s, TenderPaid x) => s.Pay(x.Lot, p => p.Booked(new(x.Of, x.Voucher, x.Amount, x.On, true))),
        (Contracted s, TenderReversalEntered x) =>
            s.Pay(x.Lot, p => p.Change(Key(x.Village, x.Month, x.Voucher), one => one with { TakenBack = x.Reversal })),
        (Contracted s, TenderPaymentReversed x) =>
            s.Pay(x.Lot, p => p.Change(Key(x.Village, x.Month, x.Voucher), one => one with { IsReversed = true })),

        (Known s, TenderFailed x) => new Failed(s.File with { Edition = x.Edition }),
        (Known s, TenderCancelled x) => new Cancelled(s.File with { Edition = x.Edition }),
        _ => state,
    };

    private static IReadOnlyList<AwardedLot> Lots(TenderAwarded x) => [.. x.Awards.Select(a => Won(a, x.By))];

    private static AwardedLot Won(LotAward a, Signature by) => new(a.Lot, a.Winner, a.Total, Shanghai.DayOf(by.At), null);

    private static Evaluation? EvaluationOf(Known s) => s switch
    {
        Evaluated e => e.Evaluation,
        CandidatesPublished c => c.Evaluation,
        _ => null,
    };

    private static LotContract Signed(TenderContractSigned x) => new(
        x.Agreement, x.Total, x.Total, x.Advance ?? Yuan.Zero, x.On, x.By.Person, [], null, ContractPayments.None, null);

    private static string Key(VillageCode? village, Month month, string voucher) => ContractPayment.KeyOf(new(village, month), voucher);

    private static Contracted Pay(this Contracted s, int lot, Func<ContractPayments, ContractPayments> change) =>
        s.On(lot, c => c with { Payments = change(c.Payments) });

    private static Contracted On(this Contracted s, int lot, Func<LotContract, LotContract> change) =>
        s.With(lot, l => l with { Contract = change(l.Contract!) });

    private static Contracted With(this Contracted s, int lot, Func<AwardedLot, AwardedLot> change) =>
        s with { Lots = [.. s.Lots.Select(l => l.Lot == lot ? change(l) : l)] };
}
