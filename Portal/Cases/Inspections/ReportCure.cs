using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>报告整改, by the village. Fields: <c>finding</c> (its ordinal), <c>what</c>.</summary>
public static class ReportCure
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (finding, what) = (fields.Required("finding", "count", Fields.Count), fields.Text("what"));
        return WriteInspection.VillageAsync(ledger, r, fields, (village, _) => new InspectionCommand.ReportCure(village, finding, what, r.By, r.At), ct);
    }
}
