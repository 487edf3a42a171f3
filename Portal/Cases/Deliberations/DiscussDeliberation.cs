using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>村“两委”商议.</summary>
public static class DiscussDeliberation
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteDeliberation.ActAsync(ledger, r, fields, new DeliberationCommand.Discuss(DeliberationFields.Meeting(fields), r.By, r.At), ct);
    }
}
