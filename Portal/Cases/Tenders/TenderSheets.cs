using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>A tender's tables: lots, call, offers with what became of them, contracts, payments, deliveries.</summary>
internal static class TenderSheets
{
    public static IEnumerable<Sheet> Of(CaseReader r, Tender state, IReadOnlyList<Happening> history, IReadOnlyList<BidInOffice> entered, IReadOnlyList<IReadOnlyList<Happening>> deliveries)
    {
        if (state is not Tender.Known { File.Content: var c }) yield break;
        yield return Lots(c, signed: state is Tender.Planned);
        var told = history.Select(h => h.Event).ToList();
        if (told.OfType<TenderOpened>().LastOrDefault() is { } opened) yield return Offers(c, opened, told.OfType<TenderEvaluated>().LastOrDefault(), told.OfType<TenderAwarded>().LastOrDefault());
        else if (entered.Count > 0) yield return new Sheet("office.tender.entered", ["field.lot", "field.bidder", "field.received"], [.. entered.Select(b => Row(new Shown(b.Offer.Lot), Name(b.Offer.Bidder.Name), new Shown(b.Offer.Received)))]);
        if (state is Tender.Awarded { Lots: var lots }) yield return Contracts(lots, told.OfType<TenderOpened>().Last());
        var payments = told.OfType<TenderPaid>().ToList();
        if (payments.Count > 0)
            yield return new Sheet("office.tender.payments", ["field.lot", "field.date", "field.amount", "field.voucher", "field.village"],
                [.. payments.Select(p => Row(new Shown(p.Lot), p.On, p.Amount, p.Voucher, p.Village is { } v ? new Shown(r.Village(v).Value, $"/office/statements/{v}/{p.Month}") : r.Rules.Town.Name))]);
        var arrived = deliveries.SelectMany(d => d).Select(h => h.Event).OfType<CoalDelivered>().ToList();
        if (arrived.Count > 0)
            yield return new Sheet("office.tender.deliveries", ["field.lot", "field.date", "field.tonnes", "field.calorific", "field.accepted"],
                [.. arrived.Select(d => Row(new Shown(d.Lot), d.On, new Shown(d.Tonnes), new Shown(d.Measured), new Shown(new Word(d.Accepted ? "office.yes" : "office.no"))))]);
    }

    private static Sheet Lots(TenderContent c, bool signed)
    {
        var coal = c.Lots.Any(l => l.Coal is not null);
        return new Sheet("field.lots", ["field.lot", "office.column.lot_title", "office.column.lot_quantity", "field.estimate", .. coal ? ["office.column.lot_tonnes", "office.column.lot_min_calorific"] : Array.Empty<string>()],
            [.. c.Lots.Select(l => (IReadOnlyList<Shown>)[new Shown(l.Number), l.Title, l.Quantity, l.Estimate, .. coal ? [new Shown(l.Coal?.Tonnes), new Shown(l.Coal?.MinCalorific)] : Array.Empty<Shown>()])], signed);
    }

    private static Sheet Offers(TenderContent c, TenderOpened opened, TenderEvaluated? evaluated, TenderAwarded? awarded)
    {
        var coal = c.Lots.Any(l => l.Coal is not null);
        string[] heads = ["field.lot", "field.bidder", "field.price", .. coal ? ["field.calorific", "office.tender.per-gj"] : Array.Empty<string>(), "office.column.verdict", "field.reason"];
        return new Sheet("office.tender.offers", heads, [.. opened.Bids.Select(b =>
        {
            var verdict = evaluated?.Verdicts.FirstOrDefault(v => v.Bid == b.Id);
            return (IReadOnlyList<Shown>)
            [
                new Shown(b.Lot), Name(b.Bidder), b.Price, .. coal ? [new Shown(b.Quality?.Calorific), new Shown(b.Quality is { } q ? CoalPrice.PerGigajoule(b.Price, q.Calorific) : null)] : Array.Empty<Shown>(),
                Verdict(verdict, awarded?.Awards.Any(a => a.Winner == b.Id) == true), verdict?.Reason,
            ];
        })]);
    }

    private static Shown Verdict(BidVerdict? verdict, bool won) => verdict switch
    {
        _ when won => new Shown(new Word("office.tender.won")),
        { Rank: { } rank } => new Shown(new Sentence("office.tender.rank", rank)),
        { Rejected: { } code } => new Shown(new Word($"office.reject.{code}")),
        _ => new Shown(null),
    };

    private static Sheet Contracts(IReadOnlyList<AwardedLot> lots, TenderOpened opened) => new Sheet("office.tender.contracts",
        ["field.lot", "office.tender.winner", "field.total", "field.agreement", "office.tender.signed-on", "office.tender.accepted-on", "office.tender.paid"],
        [.. lots.Select(l => Row(new Shown(l.Lot), Name(opened.Bids.First(b => b.Id == l.Winner).Bidder), l.Contract?.Total ?? l.Total,
            l.Contract?.Agreement is { } agreement ? new Shown(agreement.Value, $"/office/agreements/{agreement}") : new Shown(null),
            new Shown(l.Contract?.On), new Shown(l.Contract?.AcceptedOn), new Shown(l.Contract?.Paid)))]);

    private static IReadOnlyList<Shown> Row(params IReadOnlyList<Shown> cells) => cells;

    private static Shown Name(PublicName name) => new Text(name.Zh, name.En);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
