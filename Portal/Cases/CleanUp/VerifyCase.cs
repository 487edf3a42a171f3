using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>核实: what was found, in the officer's words.</summary>
public static class VerifyCase
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteCleanUp.ActAsync(ledger, r, fields, new CleanUpCommand.Verify(fields.Text("findings"), r.By, r.At), ct);
    }
}
