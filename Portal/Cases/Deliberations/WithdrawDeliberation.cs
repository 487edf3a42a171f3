using Transparency.Contracts.Deliberations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>撤回.</summary>
public static class WithdrawDeliberation
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteDeliberation.ActAsync(ledger, r, fields, new DeliberationCommand.Withdraw(fields.Text("reason"), r.By, r.At), ct);
    }
}
