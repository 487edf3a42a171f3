namespace Transparency.Contracts.Escrow;

/// <summary>
/// Three sources held against each other at the month's end: village book, trust ledger, and bank statement with what is on its way.
/// A difference is shown as one, never hidden (Sunshine rule: every yuan twice).
/// </summary>
/// <param name="Book">closing of the village's own book</param>
/// <param name="TrustOpening">with which the trust ledger's month began</param>
/// <param name="Trust">closing of the town's trust ledger</param>
/// <param name="Bank">closing balance of the bank statement</param>
/// <param name="InTransit">booked vouchers that the bank has not carried out yet, oldest first</param>
/// <param name="Unexplained">lines of the bank without a voucher, oldest first; the bank's words are not public</param>
public sealed record Reconciliation(
    Yuan Book, Yuan TrustOpening, Yuan Trust, Yuan Bank, IReadOnlyList<Transit> InTransit, IReadOnlyList<Unexplained> Unexplained)
{
    /// <summary>Days between voucher and bank line within which an equal amount is taken for the same payment.</summary>
    public const int DaysApart = 5;

    public Yuan OnItsWay => InTransit.Aggregate(Yuan.Zero, (sum, t) => sum + t.In - t.Out);

    /// <summary>The bank's balance as it will be once all that is on its way has arrived.</summary>
    public Yuan BankAdjusted => Bank + OnItsWay;

    /// <summary>Bank against book; zero when they agree.</summary>
    public Yuan Difference => BankAdjusted - Book;

    public bool Agrees => Book == Trust && Difference == Yuan.Zero;

    /// <param name="booked">this month's vouchers as booked</param>
    /// <param name="before">the month before, whose open items are looked for again</param>
    public static Reconciliation Of(Yuan book, Yuan trustOpening, Yuan trust, BankMonth.Entered bank, IReadOnlyList<Voucher> booked, Reconciliation? before)
    {
        var vouchers = (before?.InTransit ?? []).Concat(booked.Select(v => new Transit(v.Number, v.Date, v.In, v.Out))).ToList();
        var lines = bank.Lines.ToList();
        var carried = (before?.Unexplained ?? []).ToList();
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
        return new(book, trustOpening, trust, bank.Closing, vouchers, [.. carried, .. lines.Select(l => new Unexplained(l.Date, l.In, l.Out))]);
    }

    /// <summary>Takes out of both lists what belongs together: equal amount on the same side, nearest days first.</summary>
    private static void PairOff(List<Transit> vouchers, List<BankLine> lines, Func<Transit, BankLine, bool> fits)
    {
        foreach (var line in lines.ToList())
        {
            var match = vouchers.Where(v => (v.In, v.Out) == (line.In, line.Out) && fits(v, line)).MinBy(v => Math.Abs(v.Date.DayNumber - line.Date.DayNumber));
            if (match is null) continue;
            vouchers.Remove(match);
            lines.Remove(line);
        }
    }
}

/// <summary>A voucher that is on its way through the bank.</summary>
public sealed record Transit(string Number, DateOnly Date, Yuan In, Yuan Out);

/// <summary>A line of the bank that no voucher explains.</summary>
public sealed record Unexplained(DateOnly Date, Yuan In, Yuan Out);
