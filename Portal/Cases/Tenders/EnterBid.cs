using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>One offer, entered when the time for offers is over. Many may be entered at once, but none while the tender is being opened.</summary>
public static class EnterBid
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (lot, price, received, note) = (TenderFields.Lot(f), f.Required("price", "yuan", Yuan.Parse), f.Required("received", "moment", TenderTables.Moment), f.Text("note"));
        var (kind, name) = (f.Required("bidder_kind", "party-kind", Fields.Choice<PartyKind>), f.Text("bidder"));
        var credit = f.Line("credit_code");
        if (name.IsEmpty) f.Refuse("bidder", "", "name");
        var offer = new Offer(lot, kind, name, credit.Length == 0 ? null : credit, price, Quality(f), received, note);
        return f.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            await entry.LockAsync(StreamKey.Of(WriteTender.IdOf(r)), shared: true);
            var tender = await entry.LoadAsync(WriteTender.IdOf(r));
            var known = await BidInOffice.OfAsync(entry, WriteTender.IdOf(r));
            foreach (var bid in known.Where(b => b.Offer.Lot == lot))
            {
                if (await BidInOffice.IsByAsync(bid, name.Zh, entry)) return Refusal.Twice("bid.known-already").At("bidder");
            }
            return await EnterAsync(entry, tender.State, WriteTender.IdOf(r), known.Count, offer, r.By, r.At);
        }, ct);
    }

    /// <param name="known">offers of this tender so far</param>
    internal static async Task<Refusal?> EnterAsync(Entry entry, Tender tender, TenderId id, int known, Offer offer, Officer by, DateTimeOffset at)
    {
        var bid = BidInOffice.NextId(known);
        var isNatural = offer.Kind is PartyKind.Person or PartyKind.Household;
        var person = isNatural ? BidInOffice.PersonOf(id, bid) : (PersonId?)null;
        var party = new Party(offer.Kind, PublicName.Of(offer.Kind, offer.Name.Zh, offer.Name.En), person);
        var file = await entry.LoadAsync(StreamKey.Of(id, bid), BidDecider.Law);
        var enter = new EnterOffer(tender, bid, offer.Lot, party, offer.CreditCode, offer.Price, offer.Quality, offer.Received, offer.Note, by, at);
        if (entry.Decide(file, enter) is { } no) return no;
        if (person is { } own) entry.Documents.Store(new Person(own.Value, offer.Name.Zh));
        return null;
    }

    private static CoalQuality? Quality(Fields f)
    {
        string[] names = ["calorific", "sulphur", "ash", "volatile", "moisture"];
        var (size, origin) = (f.Text("size"), f.Text("origin"));
        if (!names.Select(n => f.Line(n).Length > 0).ToList().Contains(true)) return null;
        var figures = names.Select(n => f.Required(n, "figure", TenderTables.Figure)).ToList();
        return new(figures[0], figures[1], figures[2], figures[3], figures[4], size, origin);
    }
}

/// <summary>An offer as it was handed in.</summary>
/// <param name="Name">in full</param>
internal sealed record Offer(int Lot, PartyKind Kind, Text Name, string? CreditCode, Yuan Price, CoalQuality? Quality, DateTimeOffset Received, Text Note);
