using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>退回月报, by who was to check or sign it. Fields: <c>reason, reason_en</c>.</summary>
public static class ReturnStatement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var reason = fields.Text("reason");
        return WriteEscrow.OnLedgersAsync(ledger, r, fields, (entry, file, now) =>
            r.Stale(file.Version) ?? entry.Decide(file, new StatementCommand.Return(now.Ledgers, reason, r.By, r.At)), ct);
    }
}
