using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>退回补正, by the reviewer.</summary>
public static class Return
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var reason = fields.Text("reason");
        return WriteDeclaration.ActAsync(ledger, r, fields, new DeclarationCommand.Return(reason, r.By, r.At), ct);
    }
}
