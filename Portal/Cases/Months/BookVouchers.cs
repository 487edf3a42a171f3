using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>记账: all of the month that was entered and is neither booked nor refused, by a bookkeeper who did not enter it. Field: <c>not_yet</c>, numbers of transfers that have not arrived.</summary>
public static class BookVouchers
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var notYet = fields.Line("not_yet").Split([' ', '\n', ',', '、'], StringSplitOptions.RemoveEmptyEntries);
        return WriteEscrow.OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            var now = await LedgersNow.OfAsync(entry.Documents, of, entry.Cancelled);
            // The stream is shared by all villages, so its version says nothing about this one.
            return entry.Decide(now.Trust, new TrustCommand.BookAll(of.Village, now.Ledgers.Entered, now.Ledgers.Carried, notYet, now.Hands, r.By, r.At));
        }, ct);
    }
}
