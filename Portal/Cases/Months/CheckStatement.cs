using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>民主理财小组核对, pinned by the hash of what was seen.</summary>
public static class CheckStatement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        return WriteEscrow.OnLedgersAsync(ledger, r, fields, (entry, file, now) =>
            entry.Decide(file, new StatementCommand.Check(now.Ledgers, seen, r.By, r.At)), ct);
    }
}
