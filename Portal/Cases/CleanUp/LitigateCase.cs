using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>进入诉讼, with a public reason.</summary>
public static class LitigateCase
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteCleanUp.ActAsync(ledger, r, fields, new CleanUpCommand.Litigate(fields.Text("reason"), r.By, r.At), ct);
    }
}
