using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Tenders;

/// <summary>The tables of a tender's sheet: its lots, then the offers of each lot as far as they were public.</summary>
public static class TenderTables
{
    public static IEnumerable<NoticeTable> Of(Language language, TenderOnRegister t, TenderEdition edition)
    {
        if (!t.Had(edition, TenderEditionKind.Opening)) yield return Lots(language, t);
        foreach (var lot in t.Section.Lots)
        {
            var bids = TenderBids.Of(t, edition, lot.Number);
            if (bids.Count > 0) yield return Bids(language, t, lot, bids, results: t.ShowsVerdicts(edition));
        }
    }

    private static NoticeTable Lots(Language language, TenderOnRegister t)
    {
        var coal = t.Section.Lots.Any(l => l.Coal is not null);
        return new(
            Say(language, "tender.lots"),
            [
                new(Say(language, "tender.lot"), false), new(Say(language, "tender.lot.quantity"), true),
                .. coal ? [new NoticeColumn(Say(language, "coal.least"), true)] : Array.Empty<NoticeColumn>(),
                new(Say(language, "tender.estimate"), true),
            ],
            [.. t.Section.Lots.Select(l => (IReadOnlyList<string>)
            [
                l.Title.In(language), l.Quantity.In(language),
                .. coal ? [l.Coal is { } c ? BidLine.Figure(c.MinCalorific) : ""] : Array.Empty<string>(),
                Wording.Exact(l.Estimate),
            ])],
            t.Section.Lots.Count > 1
                ? [Say(language, "budget.total"), "", .. coal ? [""] : Array.Empty<string>(), Wording.Exact(t.Section.Estimate)]
                : null);
    }

    private static NoticeTable Bids(
        Language language, TenderOnRegister t, Contracts.Tenders.Lot lot, IReadOnlyList<BidLine> bids, bool results)
    {
        var coal = lot.Coal is not null;
        NoticeColumn[] extra = coal ? [new(Say(language, "coal.heat"), true), new(Say(language, "coal.per-gj"), true)] : [];
        return new(
            t.Section.Lots.Count > 1 ? Say(language, "tender.lot-title", lot.Number, lot.Title) : Say(language, "tender.bids"),
            [
                new(Say(language, "tender.bidder"), false), new(Say(language, coal ? "coal.per-tonne" : "tender.price"), true), .. extra,
                .. results ? [new NoticeColumn(Say(language, "tender.result"), false)] : Array.Empty<NoticeColumn>(),
            ],
            [.. bids.Select(b => (IReadOnlyList<string>)
            [
                b.Bid.Bidder.In(language), Wording.Exact(b.Bid.Price),
                .. coal ? [BidLine.Figure(b.Bid.Quality!.Calorific), BidLine.Figure(b.PerGigajoule!.Value)] : Array.Empty<string>(),
                .. results ? [ResultOf(language, b)] : Array.Empty<string>(),
            ])],
            null);
    }

    private static string ResultOf(Language language, BidLine bid) =>
        bid.Reason is { IsEmpty: false } reason
            ? Say(language, "tender.result-because", bid.Result(language).ToString(), reason)
            : bid.Result(language).ToString();

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
