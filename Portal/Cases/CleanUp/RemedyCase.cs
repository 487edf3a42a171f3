using Transparency.Contracts;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>整改: codes of the remedies, the sum claimed, and the approved declaration that carries the agreement as it shall be.</summary>
public static class RemedyCase
{
    /// <summary>The declaration is named by its internal id.</summary>
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var remedies = WriteCleanUp.Codes<Remedy>(fields, "remedies");
        var recovered = fields.Optional("recovered", "yuan", Yuan.Parse) ?? Yuan.Zero;
        var declaration = new DeclarationId(fields.Line("declaration"));
        return WriteCleanUp.ActAsync(ledger, r, fields, async (entry, _) =>
            new CleanUpCommand.Report(remedies, recovered, (await entry.LoadAsync(StreamKey.Of(declaration), DeclarationDecider.Law)).State, r.By, r.At), ct);
    }
}
