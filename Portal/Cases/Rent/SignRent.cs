using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>签字公开, pinned by the hash of the account that was checked.</summary>
public static class SignRent
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        return WriteRent.ActAsync(ledger, r, fields, pinned: true, async (entry, subject) =>
            new RentCommand.Sign(await entry.AgreementAsync(subject.Agreement), seen, r.By, r.At), ct);
    }
}
