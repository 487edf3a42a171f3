using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>定标 by another person than who evaluated: the first in rank of every lot, unless <c>winners</c> names another and why.</summary>
public static class AwardTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (winners, reason) = (TenderFields.Rows(f, "winners", TenderTables.Winners), f.Text("reason"));
        return f.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(WriteTender.IdOf(r));
            if (r.Stale(file.Version) is { } stale) return stale;
            var bids = winners.Count == 0 ? [] : await BidInOffice.OfAsync(entry, WriteTender.IdOf(r));
            var instead = new List<(int, BidId, PassedOver)>();
            foreach (var row in winners)
            {
                if (await FindBid.ByAsync(entry, bids, row.Lot, row.Bidder) is not { } bid) return Refusal.Mend("winners", "bid.unknown", row.Lot, row.Bidder);
                instead.Add((row.Lot, bid, row.Because));
            }
            return entry.Decide(file, new TenderCommand.Award(instead, reason, r.By, r.At));
        }, ct);
    }
}
