using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>开标: takes every offer that was entered; from here on they are public.</summary>
public static class OpenTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (attended, place) = (f.Required("attended", "count", Fields.Count), f.Text("place"));
        return WriteTender.WithBidsAsync(ledger, r, f, bids => new TenderCommand.Open(bids, place, attended, r.By, r.At), ct);
    }
}
