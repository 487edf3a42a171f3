using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>延长公示期, by the reviewer while the window runs.</summary>
public static class ExtendWindow
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (days, reason) = (fields.Required<int>("days", "count", Fields.Count), fields.Text("reason"));
        return WriteDeclaration.ActAsync(ledger, r, fields, new DeclarationCommand.ExtendWindow(days, reason, r.By, r.At), ct);
    }
}
