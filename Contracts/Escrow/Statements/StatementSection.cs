using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Statements;

/// <summary>
/// What the public shall see of a village's money in one month: line by line, with the three ledgers held against each other.
/// </summary>
/// <param name="Opening">the closing of the month before</param>
/// <param name="Lines">of the escrow account</param>
/// <param name="Closing">opening + income − expense</param>
/// <param name="Cash">the reporting clerk's cash, or null where there is none</param>
/// <param name="Claims">vouchers by which something came to be owed and no money moved</param>
/// <param name="Accounts">name and everyday words of every account named here, in the order of codes</param>
/// <param name="Movements">the other accounts that have a balance</param>
/// <param name="Refused">vouchers that the agent refused</param>
/// <param name="Note">what is to be said of it; from the second edition on what has changed</param>
/// <param name="BudgetBasis">who passed the year's budget and when; null where none was passed</param>
/// <param name="CountedFrom">first month that <see cref="HeadSum.YearToDate"/> counts</param>
/// <param name="Earlier">up to twelve months before, oldest first, as their statements said</param>
public sealed record StatementSection(
    VillageCode Village, Text VillageName, Text Town, Month Month, Yuan Opening,
    IReadOnlyList<StatementLine> Lines, Yuan Income, Yuan Expense, Yuan Closing,
    CashSheet? Cash, IReadOnlyList<StatementLine> Claims, IReadOnlyList<HeadSum> Heads,
    IReadOnlyList<Account> Accounts, IReadOnlyList<AccountMovement> Movements,
    Reconciliation Reconciliation, IReadOnlyList<RefusedVoucher> Refused, IReadOnlyList<Owed> Receivables,
    IReadOnlyList<Owed> Debts, Text? Note, Text? BudgetBasis,
    Month CountedFrom, IReadOnlyList<MonthTotals> Earlier)
{
    /// <summary>Months before this one that a statement carries, so that it can be compared with the year before.</summary>
    public const int MonthsBefore = 12;

    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));

    public MonthTotals Totals => new(Month, Income, Expense, Closing);

    /// <summary>零报告: nothing moved, and that is said and signed like anything else.</summary>
    public bool IsZero => Lines.Count + Claims.Count == 0 && (Cash?.Lines.Count ?? 0) == 0;

    /// <summary>With what the other accounts open the next month.</summary>
    public IReadOnlyList<AccountBalance> Carried =>
        [.. Movements.Where(m => m.Closing != Yuan.Zero).Select(m => new AccountBalance(m.Account, m.Closing))];

    /// <summary>Null for an account that this section does not name.</summary>
    public Account? Account(AccountCode code) => Accounts.FirstOrDefault(a => a.Code == code);

    /// <summary>Every voucher of the month, each once.</summary>
    public IEnumerable<StatementLine> All =>
        Lines.Concat((Cash?.Lines ?? []).Where(c => Lines.All(l => l.Number != c.Number))).Concat(Claims);

    /// <summary>
    /// What only moved between escrow account and petty cash: it stands among what one of them received, and among what the other paid.
    /// Yuan.
    /// </summary>
    public Yuan Between(bool isIncome) =>
        Moved(Lines, a => a.IsCash, isIncome) + Moved(Cash?.Lines ?? [], a => a.IsEscrow, isIncome);

    private static Yuan Moved(IReadOnlyList<StatementLine> lines, Func<AccountCode, bool> isOther, bool isIncome) =>
        lines.Where(l => isIncome ? l.In != Yuan.Zero : l.Out != Yuan.Zero).SelectMany(l => l.Parts).Where(p => isOther(p.Account))
            .Sum(p => isIncome ? p.Credit - p.Debit : p.Debit - p.Credit);

    /// <summary>Payments that needed a decision, each once.</summary>
    public IEnumerable<StatementLine> Covered => All.Where(l => l.Cover is not null);

    /// <summary>What of the section a correction may not touch.</summary>
    public bool SameMoney(StatementSection other) =>
        (Opening, Income, Expense, Closing) == (other.Opening, other.Income, other.Expense, other.Closing)
        && (Cash?.Opening, Cash?.Closing) == (other.Cash?.Opening, other.Cash?.Closing)
        && All.Select(l => (l.Number, l.Date, l.In, l.Out)).SequenceEqual(other.All.Select(l => (l.Number, l.Date, l.In, l.Out)))
        && All.SelectMany(l => l.Parts).SequenceEqual(other.All.SelectMany(l => l.Parts));
}

/// <summary>A sum owed to or by the village at the month's end, in yuan, with whom it concerns in words.</summary>
public sealed record Owed(Text Who, Yuan Amount);

/// <summary>One month of the escrow account in figures.</summary>
public sealed record MonthTotals(Month Month, Yuan Income, Yuan Expense, Yuan Closing);

/// <summary>What the bookkeeper types for a statement.</summary>
public sealed record StatementWords(IReadOnlyList<Owed> Receivables, IReadOnlyList<Owed> Debts, Text? Note);
