using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>整改退回村里. Fields: <c>finding</c>, <c>reason</c>.</summary>
public static class RejectCure
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (finding, reason) = (fields.Required("finding", "count", Fields.Count), fields.Text("reason"));
        return WriteInspection.VillageAsync(ledger, r, fields, (village, _) => new InspectionCommand.RejectCure(village, finding, reason, r.By, r.At), ct);
    }
}
