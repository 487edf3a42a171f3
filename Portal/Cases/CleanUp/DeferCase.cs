using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.CleanUp;

/// <summary>暂缓, with a public reason.</summary>
public static class DeferCase
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        return WriteCleanUp.ActAsync(ledger, r, fields, new CleanUpCommand.Defer(fields.Text("reason"), r.By, r.At), ct);
    }
}
