namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>红字冲销: what is wrong is taken back line by line in an open month; nothing closed is touched.</summary>
internal static class Reversals
{
    public static Refusal? Fault(BookCommand.Enter c)
    {
        var taken = new HashSet<VoucherKey>();
        foreach (var v in c.Vouchers)
        {
            if (v.Reverses is not { } key) continue;
            if (OriginalOf(c, key) is not { } original)
                return Refusal.Mend("reverses", "voucher.reversed-unknown", v.Number, key.ToString());
            if (original.ReversedBy is { } by)
                return Refusal.Twice("voucher.reversed-already", v.Number, key.ToString(), by.ToString()).At("reverses");
            if (original.Voucher.Reverses is not null)
                return Refusal.Mend("reverses", "voucher.reverses-reversal", v.Number, key.ToString());
            if (!taken.Add(key)) return Refusal.Twice("voucher.reversed-already", v.Number, key.ToString(), v.Number).At("reverses");
            if (v.Date < original.Voucher.Date) return Refusal.Mend("date", "voucher.reversed-before", v.Number, original.Voucher.Date);
            if (!v.Lines.SequenceEqual(original.Voucher.Mirrored))
                return Refusal.Mend("lines", "voucher.not-mirrored", v.Number, key.ToString());
            if (NamesAnother(v, original.Voucher)) return Refusal.Mend("tender", "voucher.reversal-purpose", v.Number, key.ToString());
        }
        return null;
    }

    /// <summary>What it takes back is told by the original alone; it may say the same, or nothing.</summary>
    private static bool NamesAnother(Voucher v, Voucher original) =>
        (v.Tender is { } tender && tender != original.Tender) || (v.Agreement is { } agreement && agreement != original.Agreement)
        || (v.Lot is { } lot && lot != original.Lot);

    /// <summary>As it stands in its month, or in this very batch.</summary>
    private static EnteredVoucher? OriginalOf(BookCommand.Enter c, VoucherKey key) =>
        c.Originals.GetValueOrDefault(key) is { } known ? known
        : key.Month == c.Month && c.Vouchers.FirstOrDefault(v => v.Number == key.Number) is { } beside ? new(beside, c.By.Person)
        : null;

    /// <summary>The marks on vouchers of the same month; those of other months stand on their own streams.</summary>
    public static IEnumerable<BookEvent> OfOwnMonth(BookCommand.Enter c) =>
        from v in c.Vouchers
        where v.Reverses is { } key && key.Month == c.Month
        select new VoucherReversed(v.Reverses!.Value.Number, new(c.Month, v.Number), c.By.Sign(c.At));
}
