using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>检查办结, once everything found is cured.</summary>
public static class CloseInspection
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteInspection.WholeAsync(ledger, r, new Fields(r.Fields), new InspectionCommand.Close(r.By, r.At), ct);
}
