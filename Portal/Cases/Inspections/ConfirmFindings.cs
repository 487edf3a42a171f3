using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>确认检查结果, by another person than recorded it; pinned by the hash: public from here on.</summary>
public static class ConfirmFindings
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        return WriteInspection.VillageAsync(ledger, r, fields, (village, acted) => new InspectionCommand.Confirm(village, seen, acted, r.By, r.At), ct, pinned: true);
    }
}
