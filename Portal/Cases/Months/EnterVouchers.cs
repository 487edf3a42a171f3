using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>A batch of vouchers into one month's book, by hand or by a file: the same law, and a mark on every voucher that is taken back.</summary>
public static class EnterVouchers
{
    public static async Task<Refusal?> RunAsync(Entry entry, VillageMonth of, IReadOnlyList<Voucher> vouchers, Officer by, DateTimeOffset at)
    {
        var book = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
        var (hands, originals) = (await LedgersNow.HandsAsync(entry, of), await OriginalsAsync(entry, of.Village, vouchers));
        if (entry.Decide(book, new BookCommand.Enter(of.Village, of.Month, vouchers, originals, hands, by, at)) is { } no) return no;
        foreach (var v in vouchers)
        {
            if (v.Reverses is not { } key || key.Month == of.Month) continue;
            var earlier = await entry.LoadAsync(StreamKey.Book(new(of.Village, key.Month)), BookDecider.Law);
            if (entry.Decide(earlier, new BookCommand.MarkReversed(key.Number, new(of.Month, v.Number), by, at)) is { } refused) return refused;
        }
        return null;
    }

    private static async Task<Dictionary<VoucherKey, EnteredVoucher>> OriginalsAsync(Entry entry, VillageCode village, IReadOnlyList<Voucher> vouchers)
    {
        var found = new Dictionary<VoucherKey, EnteredVoucher>();
        foreach (var key in vouchers.Select(v => v.Reverses).OfType<VoucherKey>().Distinct())
        {
            if (await OriginalAsync(entry, new(village, key.Month), key.Number) is { } original) found[key] = original;
        }
        return found;
    }

    /// <summary>Null where there is none, or where the agent refused it: what counts nowhere cannot be taken back.</summary>
    public static async Task<EnteredVoucher?> OriginalAsync(Entry entry, VillageMonth of, string number)
    {
        var book = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
        var trust = await entry.LoadAsync(StreamKey.Trust(of.Month), TrustDecider.Law);
        return trust.State.Of(of.Village).Refused.Any(r => r.Number == number) ? null : (book.State as Book.Kept)?.Entered.FirstOrDefault(e => e.Voucher.Number == number);
    }
}
