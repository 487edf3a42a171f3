using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>退回检查记录. Field: <c>reason</c>.</summary>
public static class ReturnFindings
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var reason = fields.Text("reason");
        return WriteInspection.VillageAsync(ledger, r, fields, (village, _) => new InspectionCommand.Return(village, reason, r.By, r.At), ct);
    }
}
