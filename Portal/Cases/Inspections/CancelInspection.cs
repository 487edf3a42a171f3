using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>取消检查, before the draw only. Field: <c>reason</c>, public.</summary>
public static class CancelInspection
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var reason = fields.Text("reason");
        return WriteInspection.WholeAsync(ledger, r, fields, new InspectionCommand.Cancel(reason, r.By, r.At), ct);
    }
}
