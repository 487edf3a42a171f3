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
        Must("tender"), Must("lot"), Must("bidder_kind"), Must("bidder"), May("bidder_en"), May("credit_code"),
        Must("price"), Must("received"), May("note"), May("note_en"),
    ];

    private static readonly Dictionary<string, PartyKind> Kinds = new()
    {
        ["单位"] = PartyKind.Organisation, ["个体工商户"] = PartyKind.SoleTrader,
        ["个人"] = PartyKind.Person, ["农户"] = PartyKind.Household,
        ["organisation"] = PartyKind.Organisation, ["sole-trader"] = PartyKind.SoleTrader,
        ["person"] = PartyKind.Person, ["household"] = PartyKind.Household,
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
            if (!tenders.TryGetValue(id, out var known)) tenders[id] = known = await KnownAsync(run, id);
            if (await BidInOffice.SameAsync(known.Bids, offer, run.Entry) is { Offer: var o })
            {
                var said = offer with
                {
                    Price = o.Price, Received = o.Received, CreditCode = o.CreditCode, Quality = o.Quality, Note = o.Note,
                };
                ImportRun.Compare(row, "bidder", offer.Name.Zh, offer, said);
                continue;
            }
            var before = known.Bids.Count + known.Entered;
            if (await offer.EnterAsync(run.Entry, known.Tender, id, before, run.By, run.At) is { } no) row.Refuse(null, no);
            known.Entered++;
            stored++;
        }
        return stored;
    }

    private static async Task<Known> KnownAsync(ImportRun run, TenderId id) =>
        new((await run.Entry.LoadAsync(StreamKey.Of(id), TenderDecider.Law)).State, await BidInOffice.OfAsync(run.Entry, id));

    private static Offer Read(RowReader row, CoalQuality? quality) => new(
        row.Whole("lot"), row.OneOf("bidder_kind", Kinds), row.Words("bidder"), row.May("credit_code"),
        row.Amount("price"), quality, row.Moment("received"), row.WordsOrEmpty("note"));

    /// <summary>A tender and its offers as they stood before this file.</summary>
    private sealed record Known(Tender Tender, IReadOnlyList<BidInOffice> Bids)
    {
        public int Entered { get; set; }
    }
}

/// <summary>Offers of heating coal: as other offers, with a price by the tonne, delivered, and the quality offered.</summary>
public static class CoalRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        .. BidRows.Columns,
        Must("calorific"), Must("sulphur"), Must("ash"), Must("volatile"), Must("moisture"),
        Must("size"), May("size_en"), Must("origin"), May("origin_en"),
    ];

    public static Task<int> EnterAsync(ImportRun run) => BidRows.EnterAsync(run, row => new CoalQuality(
        row.Figure("calorific"), row.Figure("sulphur"), row.Figure("ash"), row.Figure("volatile"), row.Figure("moisture"),
        row.Words("size"), row.Words("origin")));
}
