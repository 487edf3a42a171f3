using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>Looks up the vouchers that the accounts of rent and clean-ups name.</summary>
internal static class IncomeVouchers
{
    /// <summary>Months back in which a book is looked for; a village whose books rest longer is asked no vouchers.</summary>
    private const int Back = 12;

    /// <summary>Null where the village's book has none of this number.</summary>
    public static async Task<BookedIncome?> FindAsync(Entry entry, VillageCode village, VoucherKey key)
    {
        var book = (await entry.LoadAsync(StreamKey.Book(new(village, key.Month)), BookDecider.Law)).State as Book.Kept;
        if (book?.Entered.FirstOrDefault(e => e.Voucher.Number == key.Number) is not { } entered) return null;
        var trust = (await entry.LoadAsync(StreamKey.Trust(key.Month), TrustDecider.Law)).State.Of(village);
        return BookedIncome.Of(key, entered, trust.Has(key.Number) && trust.Refused.All(r => r.Number != key.Number));
    }

    /// <summary>Whether money of this month stands in the village's books, or would if it were there: from its first month on.</summary>
    public static async Task<bool> IsKeptAsync(Entry entry, VillageCode village, Month month)
    {
        for (var back = 0; back <= Back; back++)
        {
            var book = await entry.LoadAsync(StreamKey.Book(new(village, new(month.Number - back))), BookDecider.Law);
            if (book.State is Book.Kept) return true;
        }
        return false;
    }
}
