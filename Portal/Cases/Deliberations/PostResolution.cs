using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>决议公开 in the village, recorded by another person than the resolution.</summary>
public static class PostResolution
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteDeliberation.ActAsync(ledger, r, fields, new DeliberationCommand.PostResolution(DeliberationFields.Day(fields), fields.Text("place"), r.By, r.At), ct);
    }
}
