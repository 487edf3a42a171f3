using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

internal static class FindBid
{
    /// <summary>By the bidder's name, public or full, or by the offer's own number; null when none or several fit.</summary>
    public static async Task<BidId?> ByAsync(Entry entry, IEnumerable<BidInOffice> bids, int lot, string bidder)
    {
        var fitting = new List<BidId>();
        foreach (var bid in bids.Where(b => b.Offer.Lot == lot))
        {
            if (bid.Offer.Id.Value == bidder || bid.Offer.Bidder.Name.Zh == bidder || await BidInOffice.IsByAsync(bid, bidder, entry)) fitting.Add(bid.Offer.Id);
        }
        return fitting is [var one] ? one : null;
    }
}
