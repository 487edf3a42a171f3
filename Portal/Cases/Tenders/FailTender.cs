using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>流标, with its reason and the new call where there is one.</summary>
public static class FailTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (reason, next) = (f.Text("reason"), f.Optional("next", "tender-number", TenderId.Parse));
        return WriteTender.WithBidsAsync(ledger, r, f, bids => new TenderCommand.Fail(reason, bids, next, r.By, r.At), ct);
    }
}
