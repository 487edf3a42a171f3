using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
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
    public static async Task<IReadOnlyList<BidInOffice>> OfAsync(Entry entry, TenderId tender)
    {
        var key = StreamKey.Of(tender);
        var bids = await entry.Documents.Query<BidInOffice>().Where(b => b.Tender == key).ToListAsync(entry.Cancelled);
        return [.. bids.OrderBy(b => b.Offer.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>The next id: they are numbered as they are entered, and never say who bid.</summary>
    public static BidId NextId(int known) => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known + 1:000}"));

    /// <summary>Under which the full name of a natural person is kept.</summary>
    public static PersonId PersonOf(TenderId tender, BidId bid) => new($"b-{tender}-{bid}");

    /// <summary>Whether a name, as typed, means the bidder of this offer: the public name, or the full name of a natural person.</summary>
    public static async Task<bool> IsByAsync(BidInOffice bid, string name, Entry entry) =>
        bid.Offer.Bidder.Person is not { } person ? bid.Offer.Bidder.Name.Zh == name
        : await entry.Documents.LoadAsync<Person>(person.Value, entry.Cancelled) is { } known && known.Name == name;
}
