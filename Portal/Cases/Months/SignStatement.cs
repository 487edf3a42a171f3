using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>村务监督委员会签字, pinned by the hash: public from here on. The first edition closes book, trust ledger and bank month in the same transaction.</summary>
public static class SignStatement
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var seen = fields.Hash();
        return WriteEscrow.OnLedgersAsync(ledger, r, fields, (entry, file, now) =>
        {
            if (entry.Decide(file, new StatementCommand.Sign(now.Ledgers, seen, r.By, r.At)) is { } no) return no;
            return file.State is Statement.Checked { File.Edition: 0, Section: var section }
                ? entry.Decide(now.Book, new BookCommand.Close(section, r.By, r.At))
                    ?? entry.Decide(now.Trust, new TrustCommand.Close(section, r.By, r.At))
                    ?? entry.Decide(now.Bank, new BankCommand.Close(r.By, r.At))
                : null;
        }, ct);
    }
}
