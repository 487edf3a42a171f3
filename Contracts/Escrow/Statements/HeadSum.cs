using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// What one account brought or cost, in escrow and cash together, and what it is compared with; transfers between the two are left out.
/// Yuan.
/// </summary>
/// <param name="IsIncome">by the side that the money moved; a reversal lessens the side that it takes back</param>
/// <param name="Before">in the month before; null where that has no statement</param>
/// <param name="YearAgo">in the same month last year; null where that has no statement</param>
/// <param name="YearToDate">since the year began, or since the first month under escrow
/// (<see cref="StatementSection.CountedFrom"/>)</param>
/// <param name="Budget">for the whole year; null for what is outside the budget, or where none was passed</param>
public sealed record HeadSum(AccountCode Account, bool IsIncome, Yuan Amount, Yuan? Before, Yuan? YearAgo, Yuan YearToDate, Yuan? Budget)
{
    /// <summary>Only what is spent can be too much.</summary>
    public bool IsOverBudget => !IsIncome && Budget is { } budget && YearToDate > budget;

    /// <summary>
    /// Income first, each in the order of codes. An account stays listed for the rest of the year,
    /// and as long as it is budgeted or was moved a month or a year ago.
    /// </summary>
    public static IReadOnlyList<HeadSum> Of(
        ChartOfAccounts chart, IReadOnlyList<Voucher> vouchers, Month month,
        StatementSection? before, StatementSection? yearAgo, Budget budget)
    {
        var now = vouchers.Where(v => v.MovesMoney && !v.IsTransfer).SelectMany(OfVoucher).GroupBy(x => x.Key)
            .ToDictionary(g => g.Key, g => g.Sum(x => x.Amount));
        var last = Amounts(chart, before, h => h.Amount);
        var ago = Amounts(chart, yearAgo, h => h.Amount);
        var toDate = before?.Month.Year == month.Year ? Amounts(chart, before, h => h.YearToDate) : [];
        var planned = budget with { Lines = budget.Lines?.Select(l => l with { Account = chart.Now(l.Account) }).ToList() };
        var keys = now.Keys.Concat(last.Keys).Concat(ago.Keys).Concat(toDate.Keys)
            .Concat((planned.Lines ?? []).Select(l => new Key(l.Account, l.IsIncome))).Distinct();
        return [.. keys.OrderBy(k => !k.IsIncome).ThenBy(k => k.Account).Select(k => new HeadSum(
            k.Account, k.IsIncome, now.GetValueOrDefault(k),
            before is null ? null : last.GetValueOrDefault(k), yearAgo is null ? null : ago.GetValueOrDefault(k),
            toDate.GetValueOrDefault(k) + now.GetValueOrDefault(k), planned.Of(k.Account, k.IsIncome)))];
    }

    private readonly record struct Key(AccountCode Account, bool IsIncome);

    /// <summary>The accounts on the other side of the money: credited when money came, debited when it went.</summary>
    private static IEnumerable<(Key Key, Yuan Amount)> OfVoucher(Voucher v) =>
        from l in v.Lines
        where !l.Account.IsMoney
        let isIncome = (v.In + v.CashIn > v.Out + v.CashOut) == (v.Reverses is null)
        select (new Key(l.Account, isIncome), isIncome ? l.Credit - l.Debit : l.Debit - l.Credit);

    private static Dictionary<Key, Yuan> Amounts(ChartOfAccounts chart, StatementSection? section, Func<HeadSum, Yuan> of) =>
        (section?.Heads ?? []).Where(h => of(h) != Yuan.Zero).GroupBy(h => new Key(chart.Now(h.Account), h.IsIncome))
            .ToDictionary(g => g.Key, g => g.Sum(of));
}
