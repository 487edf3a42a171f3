using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// Three sources held against each other at the month's end: village book, trust ledger with the transfers on their way,
/// and bank statement with the payments on their way. A difference is shown as one, never hidden (Sunshine rule: every yuan twice).
/// </summary>
/// <param name="Book">closing of the escrow account in the village's own book</param>
/// <param name="TrustOpening">with which the village's part of the trust ledger began;
/// <paramref name="TrustIn"/> and <paramref name="TrustOut"/> are what was booked in the month</param>
/// <param name="Bank">closing balance of the bank statement</param>
/// <param name="Transfers">between the clerk's cash and escrow: in the village's book, not yet in the trust ledger; oldest first</param>
/// <param name="InTransit">booked vouchers that the bank has not carried out yet, oldest first</param>
/// <param name="Unexplained">lines of the bank without a voucher, oldest first; the bank's words are not public</param>
/// <param name="ByHand">lines of the bank that a person found the voucher of</param>
public sealed record Reconciliation(
    Yuan Book, Yuan TrustOpening, Yuan TrustIn, Yuan TrustOut, Yuan Bank, IReadOnlyList<Transit> Transfers,
    IReadOnlyList<Transit> InTransit, IReadOnlyList<Unexplained> Unexplained, int ByHand)
{
    /// <summary>Days between voucher and bank line within which an equal amount is taken for the same payment.</summary>
    public const int DaysApart = 5;

    /// <summary>Closing of the village's part of the trust ledger.</summary>
    public Yuan Trust => TrustOpening + TrustIn - TrustOut;

    /// <summary>The trust ledger as it will be once every transfer has arrived.</summary>
    public Yuan TrustAdjusted => Trust + Sum(Transfers);

    public Yuan OnItsWay => Sum(InTransit);

    /// <summary>
    /// The bank's balance as it will be once all that the trust ledger has booked has been carried out, and every transfer has arrived.
    /// </summary>
    public Yuan BankAdjusted => Bank + OnItsWay + Sum(Transfers);

    /// <summary>Bank against trust ledger; zero when they agree.</summary>
    public Yuan Difference => BankAdjusted - TrustAdjusted;

    /// <summary>Trust ledger against village book; zero when they agree.</summary>
    public Yuan BookDifference => TrustAdjusted - Book;

    public bool Agrees => Difference == Yuan.Zero && BookDifference == Yuan.Zero;

    /// <param name="transfers">not in the trust ledger yet</param>
    /// <param name="booked">what the trust ledger booked this month</param>
    /// <param name="before">the month before, whose open items are looked for again</param>
    public static Reconciliation Of(
        Yuan book, Yuan trustOpening, Yuan trustIn, Yuan trustOut, IReadOnlyList<Transit> transfers,
        BankMonth.Entered bank, IReadOnlyList<Transit> booked, Reconciliation? before)
    {
        var vouchers = (before?.InTransit ?? []).Concat(booked).ToList();
        var lines = bank.Lines.ToList();
        var carried = (before?.Unexplained ?? []).ToList();
        var byHand = bank.Matches.Sum(m => Take(m, vouchers, lines, carried));
        TakeBack(vouchers);
        PairOff(vouchers, lines, (v, l) => l.Reference == v.Number);
        PairOff(vouchers, lines, (v, l) => Math.Abs(v.Date.DayNumber - l.Date.DayNumber) <= DaysApart);
        // A line that stood open a month ago is explained by any later voucher of its amount: it was made for it.
        foreach (var line in carried.ToList())
        {
            if (vouchers.FindIndex(v => v.Date >= line.Date && (v.In, v.Out) == (line.In, line.Out)) is var found and >= 0)
            {
                vouchers.RemoveAt(found);
                carried.Remove(line);
            }
        }
        return new(book, trustOpening, trustIn, trustOut, bank.Closing, transfers, vouchers, [.. carried, .. lines.Select(Open)], byHand);
    }

    /// <summary>
    /// What a person matched is taken out first, so that no rule pairs it with anything else.
    /// Lines of one day and amount are as good as each other.
    /// </summary>
    private static int Take(BankMatch match, List<Transit> vouchers, List<BankLine> lines, List<Unexplained> carried)
    {
        foreach (var v in match.Vouchers) vouchers.Remove(v);
        foreach (var l in match.Lines)
        {
            if (lines.FindIndex(x => Open(x) == l) is var found and >= 0) lines.RemoveAt(found);
            else carried.Remove(l);
        }
        return match.Lines.Count;
    }

    /// <summary>
    /// A voucher that was taken back before the bank carried it out never reaches the bank, nor does the one that took it back.
    /// </summary>
    private static void TakeBack(List<Transit> vouchers)
    {
        foreach (var back in vouchers.Where(v => v.Reverses is not null).ToList())
        {
            // What took another back may have been taken back itself, and is gone with it.
            if (!vouchers.Contains(back)) continue;
            var found = vouchers.FindIndex(v =>
                new VoucherKey(Month.Of(v.Date), v.Number) == back.Reverses && (v.In, v.Out) == (back.Out, back.In));
            if (found < 0) continue;
            vouchers.RemoveAt(found);
            vouchers.Remove(back);
        }
    }

    /// <summary>Takes out of both lists what belongs together: equal amount on the same side, nearest days first.</summary>
    private static void PairOff(List<Transit> vouchers, List<BankLine> lines, Func<Transit, BankLine, bool> fits)
    {
        foreach (var line in lines.ToList())
        {
            var match = vouchers.Where(v => (v.In, v.Out) == (line.In, line.Out) && fits(v, line))
                .MinBy(v => Math.Abs(v.Date.DayNumber - line.Date.DayNumber));
            if (match is null) continue;
            vouchers.Remove(match);
            lines.Remove(line);
        }
    }

    private static Unexplained Open(BankLine line) => new(line.Date, line.In, line.Out);

    private static Yuan Sum(IReadOnlyList<Transit> items) => items.Sum(t => t.In - t.Out);
}

/// <summary>A voucher that is on its way, through the bank or to the trust ledger.</summary>
/// <param name="Reverses">the voucher that it takes back</param>
public sealed record Transit(string Number, DateOnly Date, Yuan In, Yuan Out, VoucherKey? Reverses = null)
{
    public static Transit Of(Voucher v) => new(v.Number, v.Date, v.In, v.Out, v.Reverses);

    /// <summary>Days that it has been on its way at the month's end.</summary>
    public int AgeIn(Month month) => month.Last.DayNumber - Date.DayNumber;
}

/// <summary>A line of the bank that no voucher explains.</summary>
public sealed record Unexplained(DateOnly Date, Yuan In, Yuan Out)
{
    /// <summary>Days that it has stood unexplained at the month's end.</summary>
    public int AgeIn(Month month) => month.Last.DayNumber - Date.DayNumber;
}
