using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>The routine route: another person signs the plan, and it is public. Pinned by the hash where one is given.</summary>
public static class SignPlan
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        ContentHash? seen = fields.Has("hash") ? fields.Hash() : null;
        return WriteTender.ActAsync(ledger, r, fields, new TenderCommand.SignPlan(seen, r.By, r.At), ct);
    }
}
