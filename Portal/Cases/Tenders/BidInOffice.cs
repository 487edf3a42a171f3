using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Access;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>One offer as the office keeps it; private, so that nothing of it is public or countable before the opening.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="Tender">key of the tender's stream</param>
public sealed record BidInOffice(string Id, string Tender, BidEntered Offer)
{
    public static BidInOffice? Next(BidInOffice? now, string id, object e) => e is BidEntered x ? new(id, StreamKey.Of(x.Tender), x) : now;

    /// <summary>In the order in which they were entered.</summary>
    public static Task<IReadOnlyList<BidInOffice>> OfAsync(Entry entry, TenderId tender) =>
        OfAsync(entry.Documents, tender, entry.Cancelled);

    /// <inheritdoc cref="OfAsync(Entry, TenderId)"/>
    public static async Task<IReadOnlyList<BidInOffice>> OfAsync(IQuerySession session, TenderId tender, CancellationToken ct)
    {
        var key = StreamKey.Of(tender);
        var bids = await session.Query<BidInOffice>().Where(b => b.Tender == key).ToListAsync(ct);
        return [.. bids.OrderBy(b => b.Offer.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>The next id: they are numbered as they are entered, and never say who bid.</summary>
    public static BidId NextId(int known) => new(string.Create(CultureInfo.InvariantCulture, $"{known + 1:000}"));

    /// <summary>Under which the full name of a natural person is kept.</summary>
    public static PersonId PersonOf(TenderId tender, BidId bid) => new($"b-{tender}-{bid}");

    /// <summary>Of the same bidder for the same lot; null when there is none.</summary>
    internal static async Task<BidInOffice?> SameAsync(IEnumerable<BidInOffice> bids, Offer offer, Entry entry)
    {
        foreach (var bid in bids.Where(b => b.Offer.Lot == offer.Lot))
        {
            if (await IsByAsync(bid, offer.Name.Zh, entry)) return bid;
        }
        return null;
    }

    /// <summary>By the bidder's name, public or full, or by the offer's own number; null when none or several fit.</summary>
    public static async Task<BidId?> FindAsync(IEnumerable<BidInOffice> bids, int lot, string bidder, Entry entry)
    {
        var fitting = new List<BidId>();
        foreach (var bid in bids.Where(b => b.Offer.Lot == lot))
        {
            var isNamed = bid.Offer.Id.Value == bidder || bid.Offer.Bidder.Name.Zh == bidder;
            if (isNamed || await IsByAsync(bid, bidder, entry)) fitting.Add(bid.Offer.Id);
        }
        return fitting is [var one] ? one : null;
    }

    /// <summary>Whether a name, as typed, means the bidder of this offer: the public name, or the full name of a natural person.</summary>
    private static async Task<bool> IsByAsync(BidInOffice bid, string name, Entry entry) =>
        bid.Offer.Bidder.Person is not { } person ? bid.Offer.Bidder.Name.Zh == name
        : await entry.Documents.LoadAsync<Person>(person.Value, entry.Cancelled) is { } known && known.Name == name;
}

/// <summary>An offer as it was handed in.</summary>
/// <param name="Name">in full; a natural person's goes to a person's document and nowhere else</param>
/// <param name="Quality">of coal; null for anything else</param>
internal sealed record Offer(
    int Lot, PartyKind Kind, Text Name, string? CreditCode, Yuan Price, CoalQuality? Quality, DateTimeOffset Received, Text Note)
{
    /// <param name="known">offers of this tender so far</param>
    public async Task<Refusal?> EnterAsync(Entry entry, Tender tender, TenderId id, int known, Officer by, DateTimeOffset at)
    {
        var bid = BidInOffice.NextId(known);
        var isNatural = Kind is PartyKind.Person or PartyKind.Household;
        var person = isNatural ? BidInOffice.PersonOf(id, bid) : (PersonId?)null;
        var party = new Party(Kind, PublicName.Of(Kind, Name.Zh, Name.En), person);
        var file = await entry.LoadAsync(StreamKey.Of(id, bid), BidDecider.Law);
        var enter = new EnterOffer(tender, bid, Lot, party, CreditCode, Price, Quality, Received, Note, by, at);
        if (entry.Decide(file, enter) is { } no) return no;
        return person is { } own ? entry.Keep(by, new Person(own.Value, Name.Zh), party.Name) : null;
    }
}
