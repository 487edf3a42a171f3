namespace Transparency.Contracts.Escrow;

/// <summary>Everything that a statement is computed from: the month in the three ledgers, and how the month before ended.</summary>
/// <param name="Before">the month before, or null in the village's first</param>
public sealed record Ledgers(VillageCode Village, Month Month, Book Book, SubLedger Trust, BankMonth Bank, MonthBefore? Before)
{
    /// <summary>The one section that these ledgers give under these words, or why there is none yet.</summary>
    public Decision<StatementSection> Section(RuleBook rules, StatementWords words)
    {
        if (!rules.Villages.TryGetValue(Village, out var village)) return new Refusal("village.unknown", Village.Value);
        var entered = Book is Book.Kept kept ? kept.Entered : [];
        var opened = (Book as Book.Kept)?.Opening;
        if ((Before?.Book ?? opened) is not { } opening) return new Refusal("statement.month-before", Month.Previous.ToString());
        if (entered.Where(e => !Trust.Has(e.Voucher.Number)).Select(e => e.Voucher.Number).FirstOrDefault() is { } waiting) return new Refusal("statement.not-booked", waiting);
        if (Bank is not BankMonth.Entered bank) return new Refusal("statement.no-bank", Month.ToString());

        if (Before?.Section is { } last && last.Reconciliation.Bank != bank.Opening) return new Refusal("statement.bank-opening", bank.Opening, last.Reconciliation.Bank);

        var refused = Trust.Refused.Select(r => r.Number).ToHashSet(StringComparer.Ordinal);
        var vouchers = entered.Select(e => e.Voucher).Where(v => !refused.Contains(v.Number)).OrderBy(v => v.Date).ThenBy(v => v.Number, StringComparer.Ordinal).ToList();
        var (income, expense) = (Sum(vouchers, v => v.In), Sum(vouchers, v => v.Out));
        var closing = opening + income - expense;
        var trustOpening = Before?.Trust ?? opening;
        return new StatementSection(
            Village, village.Name, rules.Town.Name, Month, opening, [.. vouchers.Select(StatementLine.Of)], income, expense, closing,
            Reconciliation.Of(closing, trustOpening, trustOpening + Trust.In - Trust.Out, bank, vouchers, Before?.Section?.Reconciliation),
            Trust.Refused, words.Receivables, words.Debts, words.Note,
            [.. (Before?.Section is { } s ? s.Earlier.Append(s.Totals) : []).TakeLast(StatementSection.MonthsBefore)]);
    }

    private static Yuan Sum(IEnumerable<Voucher> vouchers, Func<Voucher, Yuan> side) => vouchers.Aggregate(Yuan.Zero, (sum, v) => sum + side(v));
}

/// <summary>How the month before ended.</summary>
/// <param name="Book">closing of the village's book</param>
/// <param name="Trust">closing of its part of the trust ledger</param>
/// <param name="Section">its statement as it is public</param>
public sealed record MonthBefore(Yuan Book, Yuan Trust, StatementSection? Section);
