using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>整改销号, by those who looked. Field: <c>finding</c>.</summary>
public static class AcceptCure
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var finding = fields.Required("finding", "count", Fields.Count);
        return WriteInspection.VillageAsync(ledger, r, fields, (village, acted) => new InspectionCommand.AcceptCure(village, finding, acted, r.By, r.At), ct);
    }
}
