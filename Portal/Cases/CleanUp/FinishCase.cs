using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>销号: what has really come in.</summary>
public static class FinishCase
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteCleanUp.ActAsync(ledger, r, fields, new CleanUpCommand.Finish(fields.Optional("recovered", "yuan", Yuan.Parse) ?? Yuan.Zero, r.By, r.At), ct);
    }
}
