using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>合同变更: the new sum of a lot, and why.</summary>
public static class ChangeContract
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (lot, total, reason) = (TenderFields.Lot(f), f.Required("total", "yuan", Yuan.Parse), f.Text("reason"));
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.ChangeContract(lot, total, reason, r.By, r.At), ct);
    }
}
