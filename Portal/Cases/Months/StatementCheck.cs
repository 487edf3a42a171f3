using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Town;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// Every book and statement is added up again from the events beneath it: debits are credits, nothing is posted into a closed month,
/// four persons kept, booked, checked and signed it; a statement balances, each of its ledgers opens with the closing before,
/// and its sub-ledger is the bank with what is on its way, or differs by just the difference that it shows.
/// </summary>
internal sealed class StatementCheck : IStoreCheck
{
    private readonly Dictionary<VillageMonth, Kept> months = [];

    /// <summary>Accounts may have had other codes in older vouchers and statements.</summary>
    private ChartOfAccounts chart = ChartOfAccounts.Empty;

    /// <summary>What the events say of one village's month.</summary>
    private sealed class Kept
    {
        public Yuan Opening, Booked, Bank;
        public Dictionary<AccountCode, Yuan> OpeningOthers = [];
        public Dictionary<string, Voucher> Entered = new(StringComparer.Ordinal);

        /// <summary>By account, debits less credits; from the close on instead of the vouchers themselves.</summary>
        public Dictionary<AccountCode, Yuan>? Moved;

        public HashSet<PersonId> Clerks = [], Bookkeepers = [], Checkers = [], Signers = [];

        /// <summary>Each ledger is closed by an event of its own.</summary>
        public bool BookClosed, TrustClosed, BankClosed;

        public StatementSection? Public;

        public bool SharesAHand =>
            Clerks.Overlaps(Bookkeepers) || Clerks.Overlaps(Checkers) || Clerks.Overlaps(Signers)
            || Bookkeepers.Overlaps(Checkers) || Bookkeepers.Overlaps(Signers) || Checkers.Overlaps(Signers);
    }

    public IEnumerable<Refusal> Next(StoredEvent e) => e.Data switch
    {
        AccountsSet x => Charted(x),
        BookOpened x => Opened(Of(x.Village, x.Month), x),
        VouchersEntered x => Entered(e.Stream, Of(x.Village, x.Month), x),
        VoucherReworded x when VillageMonth.Parse(StreamKey.IdOf(e.Stream)) is { } of => Hand(e.Stream, Of(of), k => k.Clerks, x.By),
        VouchersBooked x => Booked(e.Stream, Of(x.Village, Month.Parse(StreamKey.IdOf(e.Stream))!.Value), x),
        VoucherRefused x => Refused(e.Stream, Of(x.Village, Month.Parse(StreamKey.IdOf(e.Stream))!.Value), x),
        BankLinesEntered x => Told(e.Stream, Of(x.Account, x.Month), x),
        BookClosed x => Closed(Of(x.Village, x.Month)),
        TrustClosed x => Closed(Of(x.Village, Month.Parse(StreamKey.IdOf(e.Stream))!.Value), k => k.TrustClosed = true),
        BankMonthClosed when VillageMonth.Parse(StreamKey.IdOf(e.Stream)) is { } of => Closed(Of(of), k => k.BankClosed = true),
        StatementPrepared x => Hand(e.Stream, Of(x.Section.Village, x.Section.Month), k => k.Bookkeepers, x.By),
        StatementChecked x when VillageMonth.Parse(StreamKey.IdOf(e.Stream)) is { } of => Hand(e.Stream, Of(of), k => k.Checkers, x.By),
        StatementDisclosed x =>
            [.. Hand(e.Stream, Of(x.Section.Village, x.Section.Month), k => k.Signers, x.By), .. Faults(e.Stream, x.Section)],
        _ => [],
    };

    private List<Refusal> Charted(AccountsSet x)
    {
        chart = new(x.Accounts);
        return [];
    }

    private Kept Of(VillageCode village, Month month) => Of(new VillageMonth(village, month));

    private Kept Of(VillageMonth of) => months.TryGetValue(of, out var kept) ? kept : months[of] = new();

    private static List<Refusal> Opened(Kept kept, BookOpened x)
    {
        (kept.Opening, kept.OpeningOthers) = (x.Opening, x.Others.ToDictionary(o => o.Account, o => o.Debit));
        return [];
    }

    private static List<Refusal> Entered(string stream, Kept kept, VouchersEntered x)
    {
        var faults = Posted(stream, kept, kept.BookClosed, k => k.Clerks, x.By);
        foreach (var v in x.Vouchers)
        {
            kept.Entered[v.Number] = v;
            if (v.Lines.Sum(l => l.Debit - l.Credit) != Yuan.Zero)
                faults.Add(Refusal.Mend(null, "check.voucher-unbalanced", stream, v.Number));
        }
        return faults;
    }

    private static List<Refusal> Booked(string stream, Kept kept, VouchersBooked x)
    {
        kept.Booked += x.Vouchers.Sum(v => v.In - v.Out);
        return Posted(stream, kept, kept.TrustClosed, k => k.Bookkeepers, x.By);
    }

    private static List<Refusal> Refused(string stream, Kept kept, VoucherRefused x)
    {
        kept.Entered.Remove(x.Number);
        return Posted(stream, kept, kept.TrustClosed, k => k.Bookkeepers, x.By);
    }

    private static List<Refusal> Told(string stream, Kept kept, BankLinesEntered x)
    {
        kept.Bank = x.Closing;
        return Posted(stream, kept, kept.BankClosed, k => k.Bookkeepers, x.By);
    }

    private static List<Refusal> Closed(Kept kept)
    {
        (kept.BookClosed, kept.Moved) = (true, MovedBy(kept.Entered.Values));
        kept.Entered.Clear();
        return [];
    }

    private static List<Refusal> Closed(Kept kept, Action<Kept> close)
    {
        close(kept);
        return [];
    }

    private static List<Refusal> Posted(string stream, Kept kept, bool isClosed, Func<Kept, HashSet<PersonId>> hands, Signature by) =>
        [.. Hand(stream, kept, hands, by), .. isClosed ? [Refusal.Mend(null, "check.closed-month", stream)] : Array.Empty<Refusal>()];

    private static List<Refusal> Hand(string stream, Kept kept, Func<Kept, HashSet<PersonId>> hands, Signature by) =>
        hands(kept).Add(by.Person) && kept.SharesAHand ? [Refusal.Mend(null, "check.four-hands", stream)] : [];

    private List<Refusal> Faults(string stream, StatementSection s)
    {
        var (kept, before) = (Of(s.Village, s.Month), months.GetValueOrDefault(new VillageMonth(s.Village, s.Month).Previous)?.Public);
        var faults = new List<Refusal>();
        if (!Balances(kept, s)) faults.Add(Refusal.Mend(null, "check.statement-unbalanced", stream));
        if (!Follows(before, kept, s)) faults.Add(Refusal.Mend(null, "check.statement-chain", stream));
        if (!AccountsClose(kept, s)) faults.Add(Refusal.Mend(null, "check.statement-accounts", stream));
        if (!MeetsTheBank(before, kept, s)) faults.Add(Refusal.Mend(null, "check.statement-bank", stream));
        if (s.All.Any(l => l.Reverses is not null && (l.In > Yuan.Zero || l.Out > Yuan.Zero)))
            faults.Add(Refusal.Mend(null, "check.statement-reversal", stream));
        kept.Public = s;
        return faults;
    }

    private bool Balances(Kept kept, StatementSection s)
    {
        var (@in, @out) = s.Lines.Aggregate((In: Yuan.Zero, Out: Yuan.Zero), (sum, l) => (sum.In + l.In, sum.Out + l.Out));
        return (@in, @out, s.Opening + @in - @out) == (s.Income, s.Expense, s.Closing)
            && s.Opening + On(kept, a => a.IsEscrow) == s.Closing;
    }

    private bool Follows(StatementSection? before, Kept kept, StatementSection s) =>
        (before?.Closing ?? kept.Opening) == s.Opening && s.Movements.All(m => m.Opening == OpeningOf(before, kept, m.Account));

    private bool AccountsClose(Kept kept, StatementSection s)
    {
        var cash = s.Movements.Where(m => m.Account.IsCash).Sum(m => m.Closing);
        return s.Movements.All(m => m.Opening + On(kept, a => a == m.Account) == m.Closing) && (s.Cash is null || s.Cash.Closing == cash);
    }

    private static bool MeetsTheBank(StatementSection? before, Kept kept, StatementSection s)
    {
        var r = s.Reconciliation;
        return r.TrustOpening == (before?.Reconciliation.Trust ?? s.Opening)
            && r.TrustOpening + kept.Booked == r.Trust && kept.Bank == r.Bank
            && r.Bank + OnItsWay(r.InTransit) - r.Difference == r.Trust
            && r.Trust + OnItsWay(r.Transfers) - r.BookDifference == s.Closing;
    }

    private Yuan OpeningOf(StatementSection? before, Kept kept, AccountCode account) =>
        before is null ? kept.OpeningOthers.Where(o => chart.Now(o.Key) == account).Sum(o => o.Value)
        : before.Movements.Where(m => chart.Now(m.Account) == account).Sum(m => m.Closing);

    /// <summary>What the vouchers that were entered and not refused moved on some accounts, debits less credits.</summary>
    private Yuan On(Kept kept, Func<AccountCode, bool> which) =>
        (kept.Moved ?? MovedBy(kept.Entered.Values)).Where(m => which(chart.Now(m.Key))).Sum(m => m.Value);

    private static Dictionary<AccountCode, Yuan> MovedBy(IEnumerable<Voucher> vouchers) =>
        vouchers.SelectMany(v => v.Lines).GroupBy(l => l.Account)
            .ToDictionary(g => g.Key, g => g.Sum(l => l.Debit - l.Credit));

    private static Yuan OnItsWay(IReadOnlyList<Transit> items) => items.Sum(t => t.In - t.Out);
}
