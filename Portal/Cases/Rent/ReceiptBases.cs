using Transparency.Contracts;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>What the village's book says of a receipt, and what the years beside count of the same voucher.</summary>
internal static class ReceiptBases
{
    public static async Task<ReceiptBasis> OfAsync(Entry entry, RentSubject of, RentReceipt receipt)
    {
        var (village, month) = (of.Agreement.Village, Month.Of(receipt.On));
        // No village's book is older, and no month can be counted back from the first year.
        if (receipt.On.Year < 1949) return ReceiptBasis.BeforeBooks;
        if (!await IncomeVouchers.IsKeptAsync(entry, village, month)) return ReceiptBasis.BeforeBooks;
        if (receipt.Voucher is not { } number) return new(true, null, Yuan.Zero);
        var key = new VoucherKey(month, number);
        var counted = Yuan.Zero;
        foreach (var beside in new[] { of with { Year = of.Year - 1 }, of with { Year = of.Year + 1 } })
        {
            if ((await entry.LoadAsync(beside.Key, RentDecider.Law)).State is RentYear.Known { Book: var book }) counted += book.Under(key);
        }
        return new(true, await IncomeVouchers.FindAsync(entry, village, key), counted);
    }
}
