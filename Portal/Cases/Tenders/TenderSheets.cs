using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>A tender's tables: lots, call, offers with what became of them, contracts, payments, deliveries.</summary>
internal static class TenderSheets
{
    public static IEnumerable<Sheet> Of(
        CaseReader r, Tender state, IReadOnlyList<Happening> history, IReadOnlyList<BidInOffice> entered,
        IReadOnlyList<IReadOnlyList<Happening>> deliveries)
    {
        if (state is not Tender.Known { File.Content: var content }) yield break;
        yield return Lots(content, signed: state is Tender.Planned);
        var told = history.Select(h => h.Event).ToList();
        var opened = told.OfType<TenderOpened>().LastOrDefault();
        if (opened is not null) yield return Offers(content, opened, told);
        else if (entered.Count > 0) yield return Entered(entered);
        if (state is Tender.Contracted { Lots: var lots })
        {
            yield return Contracts(lots, opened!);
            if (lots.Any(l => l.Contract?.Proposed is not null)) yield return Proposed(lots);
            if (lots.Any(l => l.Contract?.Payments.All.Count > 0)) yield return Payments(r, lots);
        }
        var arrived = deliveries.SelectMany(d => d).Select(h => h.Event).OfType<CoalDelivered>().ToList();
        if (arrived.Count > 0) yield return Deliveries(arrived);
    }

    private static Sheet Lots(TenderContent c, bool signed)
    {
        var coal = IsCoal(c);
        string[] ofCoal = coal ? ["office.column.lot_tonnes", "office.column.lot_min_calorific"] : [];
        return new("field.lots", ["field.lot", "office.column.lot_title", "office.column.lot_quantity", "field.estimate", .. ofCoal],
            [.. c.Lots.Select(l => coal
                ? Row(new(l.Number), l.Title, l.Quantity, l.Estimate, new(l.Coal?.Tonnes), new(l.Coal?.MinCalorific))
                : Row(new(l.Number), l.Title, l.Quantity, l.Estimate))], signed);
    }

    /// <summary>Before the opening: who handed in and when, never at what price.</summary>
    private static Sheet Entered(IReadOnlyList<BidInOffice> entered) => new("office.tender.entered",
        ["field.lot", "field.bidder", "field.received"],
        [.. entered.Select(b => Row(new(b.Offer.Lot), Name(b.Offer.Bidder.Name), new(b.Offer.Received)))]);

    private static Sheet Offers(TenderContent c, TenderOpened opened, IReadOnlyList<object> told)
    {
        var coal = IsCoal(c);
        var verdicts = told.OfType<TenderEvaluated>().LastOrDefault()?.Verdicts ?? [];
        var winners = told.OfType<TenderAwarded>().LastOrDefault()?.Awards.Select(a => a.Winner).ToHashSet() ?? [];
        foreach (var again in told.OfType<TenderReawarded>())
        {
            winners.Remove(again.GivenUp);
            if (again.Next is { } next) winners.Add(next.Winner);
        }
        string[] ofCoal = coal ? ["field.calorific", "office.tender.per-gj"] : [];
        return new("office.tender.offers",
            ["field.lot", "field.bidder", "field.price", .. ofCoal, "office.column.verdict", "field.reason"],
            [.. opened.Bids.Select(b =>
            {
                var verdict = verdicts.FirstOrDefault(v => v.Bid == b.Id);
                var (became, why) = (Verdict(verdict, winners.Contains(b.Id)), new Shown(verdict?.Reason));
                return coal
                    ? Row(new(b.Lot), Name(b.Bidder), b.Price, new(b.Quality?.Calorific), new(PerGigajoule(b)), became, why)
                    : Row(new(b.Lot), Name(b.Bidder), b.Price, became, why);
            })]);
    }

    private static Shown Verdict(BidVerdict? verdict, bool won) => verdict switch
    {
        _ when won => new Shown(new Word("office.tender.won")),
        { Rank: { } rank } => new Shown(new Sentence("office.tender.rank", rank)),
        { Rejected: { } code } => new Shown(new Word($"office.reject.{code}")),
        _ => new Shown(null),
    };

    private static Sheet Contracts(IReadOnlyList<AwardedLot> lots, TenderOpened opened) => new("office.tender.contracts",
        [
            "field.lot", "office.tender.winner", "field.total", "field.agreement",
            "office.tender.signed-on", "office.tender.accepted-on", "office.tender.paid",
        ],
        [.. lots.Select(l => Row(
            new(l.Lot), Name(opened.Bids.First(b => b.Id == l.Winner).Bidder), l.Contract?.Total ?? l.Total,
            l.Contract?.Agreement is { } agreement ? new Shown(agreement.Value, $"/office/agreements/{agreement}") : new Shown(null),
            new(l.Contract?.On), new(l.Contract?.AcceptedOn), new(l.Contract?.Payments.Paid)))]);

    /// <summary>What another person is to sign: old and new sum side by side.</summary>
    private static Sheet Proposed(IReadOnlyList<AwardedLot> lots) => new("office.tender.proposed",
        ["field.lot", "office.tender.sum-before", "field.total", "field.reason", "field.declaration"],
        [.. from lot in lots
            let change = lot.Contract?.Proposed
            where change is not null
            select Row(new(lot.Lot), lot.Contract!.Total, change.Total, change.Reason, new(change.Declared?.Number))], true);

    private static Sheet Payments(CaseReader r, IReadOnlyList<AwardedLot> lots) => new("office.tender.payments",
        ["field.lot", "field.date", "field.amount", "field.voucher", "field.village", "office.list.state"],
        [.. from lot in lots
            from p in lot.Contract?.Payments.All ?? []
            select Row(new(lot.Lot), p.On, p.Amount, p.Voucher,
                p.Of.OfVillage is { } of
                    ? new Shown(r.Village(of.Village).Value, $"/office/statements/{of}")
                    : new Shown(r.Rules.Town.Name, $"/office/treasury/{p.Of.Month}"),
                new Shown(new Word(Standing(p))))]);

    private static string Standing(ContractPayment p) =>
        p.IsReversed ? "office.tender.payment.reversed" : p.IsBooked ? "office.tender.payment.booked" : "office.tender.payment.entered";

    private static Sheet Deliveries(IReadOnlyList<CoalDelivered> arrived) => new("office.tender.deliveries",
        ["field.lot", "field.date", "field.tonnes", "field.calorific", "field.accepted"],
        [.. arrived.Select(d => Row(
            new(d.Lot), d.On, new(d.Tonnes), new(d.Measured), new(new Word(d.Accepted ? "office.yes" : "office.no"))))]);

    private static bool IsCoal(TenderContent c) => c.Lots.Any(l => l.Coal is not null);

    /// <summary>Yuan.</summary>
    private static decimal? PerGigajoule(OpenedBid bid) => bid.Quality is { } q ? CoalPrice.PerGigajoule(bid.Price, q.Calorific) : null;

    private static IReadOnlyList<Shown> Row(params IReadOnlyList<Shown> cells) => cells;

    private static Shown Name(PublicName name) => new Text(name.Zh, name.En);
}
