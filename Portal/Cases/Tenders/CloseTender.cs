using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>办结, when every lot is accepted and paid.</summary>
public static class CloseTender
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.Close(r.By, r.At), ct);
    }
}
