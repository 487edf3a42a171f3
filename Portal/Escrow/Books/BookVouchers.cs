using Transparency.Contracts.Escrow;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Escrow;

/// <summary>记账: all of the month that was entered and is neither booked nor refused, by a bookkeeper who did not enter it.</summary>
public static class BookVouchers
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) => WriteEscrow.OnMonthAsync(ledger, r, new(r.Fields), async (entry, of) =>
    {
        var entered = (await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law)).State is Book.Kept kept ? kept.Entered : [];
        // The stream is shared by all villages, so its version says nothing about this one.
        var file = await entry.LoadAsync(StreamKey.Trust(of.Month), TrustDecider.Law);
        return entry.Decide(file, new TrustCommand.BookAll(of.Village, entered, r.By, r.At));
    }, ct);
}
