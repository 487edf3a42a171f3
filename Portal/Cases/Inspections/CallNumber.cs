using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>村务监督代表报数. Field: <c>number</c>, before anybody but the planner knows the town's half.</summary>
public static class CallNumber
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var number = fields.Required("number", "count", Fields.Count);
        return WriteInspection.WholeAsync(ledger, r, fields, new InspectionCommand.CallNumber(number, r.By, r.At), ct);
    }
}
