using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>退回重议.</summary>
public static class ReturnDeliberation
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteDeliberation.ActAsync(ledger, r, fields, new DeliberationCommand.Return(fields.Text("reason"), r.By, r.At), ct);
    }
}
