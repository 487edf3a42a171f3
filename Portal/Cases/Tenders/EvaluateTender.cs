using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>评标: a rank or a reason for every opened offer, with bidders named as they were entered.</summary>
public static class EvaluateTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (ranking, note) = (TenderFields.Rows(f, "ranking", TenderTables.Ranking), f.Text("note"));
        return f.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var file = await entry.LoadAsync(WriteTender.IdOf(r));
            if (r.Stale(file.Version) is { } stale) return stale;
            var bids = await BidInOffice.OfAsync(entry, WriteTender.IdOf(r));
            var verdicts = new List<BidVerdict>();
            foreach (var row in ranking)
            {
                if (await FindBid.ByAsync(entry, bids, row.Lot, row.Bidder) is not { } bid) return Refusal.Mend("ranking", "bid.unknown", row.Lot, row.Bidder);
                verdicts.Add(new(bid, row.Rank, row.Rejected, row.Reason));
            }
            return entry.Decide(file, new TenderCommand.Evaluate(verdicts, note, r.By, r.At));
        }, ct);
    }
}
