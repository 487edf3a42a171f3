using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>抽取被检查村, by another person than planned and than called the number. Field: <c>half</c>, as the planner now tells it.</summary>
public static class DrawVillages
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var half = fields.Line("half");
        return WriteInspection.WholeAsync(ledger, r, fields, new InspectionCommand.Draw(half, r.By, r.At), ct);
    }
}
