using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// What a month lacks. The stopping ones together are what <see cref="Ledgers.Section"/> would refuse one after the other;
/// a test holds the two against each other.
/// </summary>
internal static class MonthBlockers
{
    /// <summary>Deadline row of how soon cash is to be paid in, and a transfer to arrive (D8, R8.6).</summary>
    private const string CashIn = "CASH_IN";

    public static IEnumerable<Blocker> Of(RuleBook rules, Ledgers now, Statement statement, DateOnly day)
    {
        if (now.Opening is null) yield return Stop(Refusal.Wait("statement.month-before", now.Month.Previous.ToString()));
        if (Waiting(now) is [var first, ..] waiting) yield return Stop(Refusal.Mend(null, "month.not-booked", waiting.Count, first.Number));
        var ledgers = OfBank(now).Concat(OfReconciliation(rules, now)).Concat(OfCash(rules, now));
        foreach (var blocker in ledgers.Concat(OfLists(rules, now, statement)).Concat(Doubles(now)))
            yield return blocker;
        if (now.Silent(rules) is { } silent) yield return Stop(silent);
        if (day <= now.Month.Last) yield return Stop(Refusal.Wait("statement.month-runs", now.Month.Last));
        if (Prepared(statement) is var (words, section)
            && now.Section(rules, words) is Result<StatementSection>.Of(var fresh) && fresh.Hash != section.Hash)
            yield return Stop(Refusal.Moved("statement.ledgers-moved"));
    }

    /// <summary>Vouchers that have to be booked or refused before the statement, oldest first; transfers may stay on their way.</summary>
    public static IReadOnlyList<Voucher> Waiting(Ledgers now)
    {
        var settled = now.Trust.Settled;
        return [.. now.Entered.Select(e => e.Voucher).Where(v => !settled.Contains(v.Number) && !v.IsTransfer)
            .OrderBy(v => v.Date).ThenBy(v => v.Number, StringComparer.Ordinal)];
    }

    public static Blocker? OfBankOpening(Ledgers now) =>
        now.Bank is BankMonth.Entered bank && now.Before?.Section is { } last && last.Reconciliation.Bank != bank.Opening
            ? Stop(Refusal.Wait("statement.bank-opening", bank.Opening, last.Reconciliation.Bank))
            : null;

    private static IEnumerable<Blocker> OfBank(Ledgers now)
    {
        if (now.Bank is not BankMonth.Entered bank)
        {
            yield return Stop(Refusal.Wait("statement.no-bank", now.Month.ToString()));
            yield break;
        }
        if (OfBankOpening(now) is { } opening) yield return opening;
        if (bank.Lines is [.., var end] && now.Vouchers.LastOrDefault(v => v.Net != Yuan.Zero) is { } last && end.Date < last.Date)
            yield return Show(Refusal.Mend(null, "month.bank-ends", end.Date, last.Number, last.Date));
    }

    private static IEnumerable<Blocker> OfReconciliation(RuleBook rules, Ledgers now)
    {
        if (now.Reconciled() is not { } r) yield break;
        if (r.Difference != Yuan.Zero)
            yield return Show(Refusal.Mend(null, "month.difference", r.Difference, r.Unexplained.Count, r.InTransit.Count));
        else if (r.Unexplained.Count > 0) yield return Show(Refusal.Mend(null, "month.unmatched", r.Unexplained.Count, r.InTransit.Count));
        // What waits to be booked is told already, and makes the two books differ until then.
        if (r.BookDifference != Yuan.Zero && Waiting(now).Count == 0)
            yield return Show(Refusal.Mend(null, "month.book-difference", r.BookDifference));
        var late =
            (from t in r.Transfers.OrderBy(t => t.Date)
             let due = (rules.Count(CashIn, t.Date, now.Village) as Result<Deadline>.Of)?.Value
             where due is not null && due.Last < now.Month.Last
             select (t.Number, Days: due.Rule.Value, Age: t.AgeIn(now.Month))).ToList();
        if (late is [var (number, days, age), ..]) yield return Show(Refusal.Mend(null, "month.transfers", late.Count, days, number, age));
    }

    private static IEnumerable<Blocker> OfCash(RuleBook rules, Ledgers now)
    {
        var held = now.Movements(rules).Where(a => a.Account.IsCash).Sum(a => a.Closing);
        if (CashSheet.LimitOf(rules) is { } limit && held > limit) yield return Show(Refusal.Mend(null, "month.cash-limit", held, limit));
    }

    /// <summary>What is owed has to be listed with whom it concerns, as the accounts say it.</summary>
    private static IEnumerable<Blocker> OfLists(RuleBook rules, Ledgers now, Statement statement)
    {
        var words = Prepared(statement)?.Words ?? new([], [], null);
        return AccountMovement.AllUnlisted(now.Movements(rules), words).Select(no => new Blocker(no, true));
    }

    /// <summary>The same paper under two numbers; one that was taken back is settled.</summary>
    private static IEnumerable<Blocker> Doubles(Ledgers now)
    {
        var reversed = now.Entered.Where(e => e.ReversedBy is not null).Select(e => e.Voucher.Number).ToHashSet(StringComparer.Ordinal);
        return now.Vouchers.Where(v => v.Reverses is null && !reversed.Contains(v.Number))
            .GroupBy(v => v.Fingerprint, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1).Select(v => Show(Refusal.Mend(null, "month.looks-double", v.Number, same.First().Number))));
    }

    private static (StatementWords Words, StatementSection Section)? Prepared(Statement statement) => statement switch
    {
        Statement.Prepared s => (s.Words, s.Section),
        Statement.Checked s => (s.Words, s.Section),
        _ => null,
    };

    private static Blocker Stop(Refusal why) => new(why, true);

    private static Blocker Show(Refusal why) => new(why, false);
}
