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
        (Known s, TenderAwarded x) =>
            new Awarded(s.File with { Edition = x.Edition }, [.. x.Awards.Select(a => new AwardedLot(a.Lot, a.Winner, a.Total, null))]),

        (Awarded s, TenderContractSigned x) => s.On(x.Lot, _ => new(x.Agreement, x.Total, x.On, x.By.Person, null, Yuan.Zero, [])),
        (Awarded s, TenderContractChanged x) => s.On(x.Lot, c => c with { Total = x.Total }),
        (Awarded s, TenderAccepted x) => s.On(x.Lot, c => c with { AcceptedOn = x.On }),
        (Awarded s, TenderPaid x) => s.On(x.Lot, c => c with { Paid = c.Paid + x.Amount, Vouchers = [.. c.Vouchers, VoucherOf(x)] }),
        (Awarded s, TenderClosed) => new Closed(s.File),

        (Known s, TenderFailed x) => new Failed(s.File with { Edition = x.Edition }),
        (Known s, TenderCancelled x) => new Cancelled(s.File with { Edition = x.Edition }),
        _ => state,
    };

    private static string VoucherOf(TenderPaid x) => PerformingPhase.VoucherKey(x.Village, x.Month, x.On, x.Voucher);

    private static Awarded On(this Awarded s, int lot, Func<LotContract, LotContract> change) =>
        s with { Lots = [.. s.Lots.Select(l => l.Lot == lot ? l with { Contract = change(l.Contract!) } : l)] };
}
