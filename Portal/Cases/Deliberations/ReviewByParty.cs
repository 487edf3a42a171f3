using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>党员大会审议.</summary>
public static class ReviewByParty
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteDeliberation.ActAsync(ledger, r, fields, new DeliberationCommand.ReviewByParty(DeliberationFields.Meeting(fields), r.By, r.At), ct);
    }
}
