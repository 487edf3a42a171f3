using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>审核, pinned by the hash of the account as it was prepared.</summary>
public static class CheckRent
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteRent.ActAsync(ledger, r, fields, pinned: true, new RentCommand.Check(fields.Hash(), r.By, r.At), ct);
    }
}
