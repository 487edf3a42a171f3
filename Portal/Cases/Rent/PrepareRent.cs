using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>制表: the account as of the day of the act; prepared again, it replaces one that is not signed yet.</summary>
public static class PrepareRent
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteRent.ActAsync(ledger, r, new Fields(r.Fields), pinned: false, new RentCommand.Prepare(r.By, r.At), ct);
}
