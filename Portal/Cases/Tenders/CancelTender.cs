using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>终止, with its reason.</summary>
public static class CancelTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var reason = f.Text("reason");
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.Cancel(reason, r.By, r.At), ct);
    }
}
