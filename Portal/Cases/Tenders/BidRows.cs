using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>Offers, by tender, lot and bidder. A natural person's name goes to a person's document and nowhere else.</summary>
public static class BidRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("tender"), Must("lot"), Must("bidder_kind"), Must("bidder"), May("bidder_en"), May("credit_code"), Must("price"), Must("received"), May("note"), May("note_en"),
    ];

    private static readonly Dictionary<string, PartyKind> Kinds = new()
    {
        ["单位"] = PartyKind.Organisation, ["个体工商户"] = PartyKind.SoleTrader, ["个人"] = PartyKind.Person, ["农户"] = PartyKind.Household,
        ["organisation"] = PartyKind.Organisation, ["sole-trader"] = PartyKind.SoleTrader, ["person"] = PartyKind.Person, ["household"] = PartyKind.Household,
    };

    public static Task<int> EnterAsync(ImportRun run) => EnterAsync(run, _ => null);

    /// <param name="quality">of a coal offer; null where none is read</param>
    internal static async Task<int> EnterAsync(ImportRun run, Func<RowReader, CoalQuality?> quality)
    {
        var (stored, tenders) = (0, new Dictionary<TenderId, Known>());
        foreach (var row in run.Rows)
        {
            var (id, offer) = (TenderRows.IdOf(row), Read(row, quality(row)));
            if (!run.IsSound(row, "bidder", $"{id} {offer.Lot} {offer.Name.Zh}")) continue;
            if (!tenders.TryGetValue(id, out var known)) tenders[id] = known = new((await run.Entry.LoadAsync(id)).State, await BidInOffice.OfAsync(run.Entry, id));
            if (await SameAsync(run, known, offer) is { } same)
            {
                var o = same.Offer;
                ImportRun.Compare(row, "bidder", offer.Name.Zh, offer,
                    offer with { Price = o.Price, Received = o.Received, CreditCode = o.CreditCode, Quality = o.Quality, Note = o.Note });
                continue;
            }
            if (await EnterBid.EnterAsync(run.Entry, known.Tender, id, known.Bids.Count + known.Entered, offer, run.By, run.At) is { } no) row.Refuse(null, no);
            known.Entered++;
            stored++;
        }
        return stored;
    }

    private static async Task<BidInOffice?> SameAsync(ImportRun run, Known known, Offer offer)
    {
        foreach (var bid in known.Bids.Where(b => b.Offer.Lot == offer.Lot))
        {
            if (await BidInOffice.IsByAsync(bid, offer.Name.Zh, run.Entry)) return bid;
        }
        return null;
    }

    private static Offer Read(RowReader row, CoalQuality? quality) => new(
        row.Whole("lot"), row.OneOf("bidder_kind", Kinds), row.Words("bidder"), row.May("credit_code"), row.Amount("price"), quality, row.Moment("received"), row.WordsOrEmpty("note"));

    /// <summary>A tender and its offers as they stood before this file.</summary>
    private sealed record Known(Tender Tender, IReadOnlyList<BidInOffice> Bids)
    {
        public int Entered { get; set; }
    }
}
