using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// Everything that a statement is computed from: the month in the three ledgers, how the month before ended, and what it is compared with.
/// </summary>
/// <param name="Before">the month before, or null in the village's first</param>
/// <param name="YearAgo">the statement of this month last year as it is public, or null</param>
public sealed record Ledgers(
    VillageCode Village, Month Month, Book Book, SubLedger Trust, BankMonth Bank,
    MonthBefore? Before, StatementSection? YearAgo, Budget Budget)
{
    /// <summary>What the village paid in the eleven months before.</summary>
    public IReadOnlyList<PaidTo> Earlier { get; init; } = [];

    public IReadOnlyList<EnteredVoucher> Entered => Book is Book.Kept kept ? kept.Entered : [];

    /// <summary>Transfers of earlier months that are on their way to the trust ledger or out of it.</summary>
    public IReadOnlyList<Transit> Carried => Before?.Section?.Reconciliation.Transfers ?? [];

    /// <summary>Yuan with which the escrow account opens; null while the month before has no closing.</summary>
    public Yuan? Opening => Before?.Book ?? (Book as Book.Kept)?.Opening;

    /// <summary>This month's vouchers in the order of their days, without those that the agent refused.</summary>
    public IReadOnlyList<Voucher> Vouchers
    {
        get
        {
            var refused = Trust.Refused.Select(r => r.Number).ToHashSet(StringComparer.Ordinal);
            return [.. Entered.Select(e => e.Voucher).Where(v => !refused.Contains(v.Number))
                .OrderBy(v => v.Date).ThenBy(v => v.Number, StringComparer.Ordinal)];
        }
    }

    /// <summary>The three ledgers held against each other as they are now; null while opening or bank are missing.</summary>
    public Reconciliation? Reconciled()
    {
        if (Opening is not { } opening || Bank is not BankMonth.Entered bank) return null;
        var (vouchers, settled) = (Vouchers, Trust.Settled);
        var trustOpening = Before?.Trust ?? opening;
        List<Transit> arrived =
        [
            .. Carried.Where(Trust.HasArrived),
            .. vouchers.Where(v => v.Net != Yuan.Zero && settled.Contains(v.Number)).Select(Transit.Of),
        ];
        List<Transit> transfers =
        [
            .. Carried.Where(t => !Trust.HasArrived(t)),
            .. vouchers.Where(v => v.IsTransfer && v.Net != Yuan.Zero && !settled.Contains(v.Number)).Select(Transit.Of),
        ];
        return Reconciliation.Of(opening + vouchers.Sum(v => v.Net), trustOpening, Trust.In, Trust.Out, transfers, bank, arrived,
            Before?.Section?.Reconciliation);
    }

    /// <summary>The other accounts that have a balance, as the vouchers move them.</summary>
    public IReadOnlyList<AccountMovement> Movements(RuleBook rules) =>
        AccountMovement.Of(rules.Accounts, (Book as Book.Kept)?.Others ?? [], Before?.Others ?? [], Vouchers);

    /// <summary>The one section that these ledgers give under these words, or why there is none yet.</summary>
    public Result<StatementSection> Section(RuleBook rules, StatementWords words)
    {
        if (!rules.Villages.TryGetValue(Village, out var village)) return Refusal.NotNow("village.unknown", Village.Value);
        if (Opening is not { } opening) return Refusal.Wait("statement.month-before", Month.Previous.ToString());
        var settled = Trust.Settled;
        if (Entered.FirstOrDefault(e => !settled.Contains(e.Voucher.Number) && !e.Voucher.IsTransfer) is { } waiting)
            return Refusal.Wait("statement.not-booked", waiting.Voucher.Number);
        if (Bank is not BankMonth.Entered bank || Reconciled() is not { } reconciliation)
            return Refusal.Wait("statement.no-bank", Month.ToString());
        if (Before?.Section is { } last && last.Reconciliation.Bank != bank.Opening)
            return Refusal.Wait("statement.bank-opening", bank.Opening, last.Reconciliation.Bank);

        IReadOnlyList<Voucher> vouchers = [.. Vouchers.Select(rules.Accounts.Now)];
        var accounts = Movements(rules);
        if (AccountMovement.Unlisted(accounts, words) is { } no) return no;
        if (Silent(rules) is { } silent) return silent;
        var spending = Spending.Of(rules.Accounts, Earlier, vouchers);
        LineCover? CoverOf(Voucher v) => CoveredPayment.CoverOf(rules, v, spending);
        var heads = HeadSum.Of(rules.Accounts, vouchers, Month, Before?.Section, YearAgo, Budget);
        var (income, expense) = (vouchers.Sum(v => v.Income), vouchers.Sum(v => v.Expense));
        return new StatementSection(
            Village, village.Name, rules.Town.Name, Month, opening,
            [.. vouchers.Where(v => v.Net != Yuan.Zero).Select(v => StatementLine.Escrow(v, CoverOf(v)))],
            income, expense, opening + income - expense,
            CashSheet.Of(rules, vouchers, accounts, CoverOf),
            [.. vouchers.Where(v => !v.MovesMoney).Select(v => StatementLine.Escrow(v, null))],
            heads, AccountsUsed(rules, vouchers, heads, accounts), accounts,
            reconciliation, Trust.Refused, words.Receivables, words.Debts, words.Note, Budget.Basis,
            Before?.Section is { } s && s.Month.Year == Month.Year ? s.CountedFrom : Month,
            [.. (Before?.Section is { } before ? before.Earlier.Append(before.Totals) : []).TakeLast(StatementSection.MonthsBefore)]);
    }

    /// <summary>A payment that needs a decision, names nothing, and of which the reporting clerk has not said why.</summary>
    public Refusal? Silent(RuleBook rules) =>
        CoveredPayment.Silent(rules, Vouchers, Spending.Of(rules.Accounts, Earlier, Vouchers)) is var (v, matter)
            ? Refusal.Wait("statement.case-missing", v.Number, matter.Name)
            : null;

    /// <summary>Each account that the section names, with its words as they are now: the section has to stand alone.</summary>
    private static IReadOnlyList<Account> AccountsUsed(
        RuleBook rules, IReadOnlyList<Voucher> vouchers, IReadOnlyList<HeadSum> heads, IReadOnlyList<AccountMovement> accounts) =>
    [
        .. vouchers.SelectMany(v => v.Lines.Select(l => l.Account))
            .Concat(heads.Select(h => h.Account)).Concat(accounts.Select(a => a.Account))
            .Where(a => !a.IsEscrow || vouchers.Any(v => v.IsTransfer))
            .Distinct().Order().Select(code => rules.Accounts.Of(code)).OfType<Account>().Select(a => a with { Formerly = [] }),
    ];
}

/// <summary>How the month before ended.</summary>
/// <param name="Book">closing of the escrow account in the village's book</param>
/// <param name="Others">closings of the other accounts that have a balance</param>
/// <param name="Trust">closing of its part of the trust ledger</param>
/// <param name="Section">its statement as it is public</param>
public sealed record MonthBefore(Yuan Book, IReadOnlyList<AccountBalance> Others, Yuan Trust, StatementSection? Section);
