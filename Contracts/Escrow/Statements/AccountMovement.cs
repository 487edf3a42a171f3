using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// One account's month apart from the escrow account: what stood there, what came on either side, what stands there.
/// In yuan, balances above zero on the debit side.
/// </summary>
public sealed record AccountMovement(AccountCode Account, Yuan Opening, Yuan Debit, Yuan Credit)
{
    public Yuan Closing => Opening + Debit - Credit;

    /// <summary>Only accounts whose balance is carried, in the order of their codes.</summary>
    public static IReadOnlyList<AccountMovement> Of(
        ChartOfAccounts chart, IReadOnlyList<AccountBalance> opened, IReadOnlyList<AccountBalance> before, IReadOnlyList<Voucher> vouchers)
    {
        var openings = opened.Concat(before).ToLookup(o => chart.Now(o.Account), o => o.Debit);
        var lines = vouchers.SelectMany(v => chart.Now(v).Lines)
            .Where(l => !l.Account.IsEscrow && chart.Of(l.Account) is { HasBalance: true })
            .ToLookup(l => l.Account);
        return [.. openings.Select(g => g.Key).Concat(lines.Select(g => g.Key)).Distinct().Order().Select(code => new AccountMovement(
            code, openings[code].Sum(), lines[code].Sum(l => l.Debit), lines[code].Sum(l => l.Credit)))];
    }

    /// <summary>What is listed as owed must add up to what the accounts say, as soon as they say anything.</summary>
    public static Refusal? Unlisted(IReadOnlyList<AccountMovement> accounts, StatementWords words) =>
        AllUnlisted(accounts, words).FirstOrDefault();

    internal static IEnumerable<Refusal> AllUnlisted(IReadOnlyList<AccountMovement> accounts, StatementWords words)
    {
        if (Differing(accounts, "112", words.Receivables, 1) is var (owedToUs, inBooks))
            yield return Refusal.Mend("receivables", "statement.receivables-sum", owedToUs, inBooks);
        if (Differing(accounts, "211", words.Debts, -1) is var (owedByUs, onBooks))
            yield return Refusal.Mend("debts", "statement.debts-sum", owedByUs, onBooks);
    }

    /// <summary>Null when the list and the accounts under that head say the same.</summary>
    private static (Yuan Listed, Yuan Booked)? Differing(
        IReadOnlyList<AccountMovement> accounts, string head, IReadOnlyList<Owed> listed, int sign)
    {
        var own = accounts.Where(a => a.Account.Value.StartsWith(head, StringComparison.Ordinal)).ToList();
        var (told, booked) = (listed.Sum(o => o.Amount), new Yuan(sign * own.Sum(a => a.Closing.Fen)));
        return own.Count > 0 && told != booked ? (told, booked) : null;
    }
}

/// <summary>备用金: the reporting clerk's cash, line by line like the escrow account.</summary>
/// <param name="Limit">yuan that the clerk may hold at the month's end; null where the town has set none</param>
public sealed record CashSheet(Yuan Opening, IReadOnlyList<StatementLine> Lines, Yuan In, Yuan Out, Yuan? Limit = null)
{
    /// <summary>Row of the table of matters whose amount is the most that a clerk may hold.</summary>
    private const string Matter = "petty-cash";

    public Yuan Closing => Opening + In - Out;

    public bool IsOver => Limit is { } limit && Closing > limit;

    internal static Yuan? LimitOf(RuleBook rules) => rules.Matters.GetValueOrDefault(Matter)?.Threshold;

    /// <summary>Null where the village holds no cash and moved none.</summary>
    public static CashSheet? Of(
        RuleBook rules, IReadOnlyList<Voucher> vouchers, IReadOnlyList<AccountMovement> accounts, Func<Voucher, LineCover?> coverOf)
    {
        var cash = accounts.Where(a => a.Account.IsCash).ToList();
        if (cash.Count == 0) return null;
        var lines = vouchers.Where(v => v.CashIn != v.CashOut).Select(v => StatementLine.Cash(v, coverOf(v))).ToList();
        return new(cash.Sum(a => a.Opening), lines, lines.Sum(l => l.In), lines.Sum(l => l.Out), LimitOf(rules));
    }
}
