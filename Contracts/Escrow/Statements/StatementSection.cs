using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Escrow;

/// <summary>What the public shall see of a village's money in one month: line by line, with the three ledgers held against each other.</summary>
/// <param name="Opening">the closing of the month before</param>
/// <param name="Closing">opening + income − expense</param>
/// <param name="Refused">vouchers that the agent refused</param>
/// <param name="Note">what is to be said of it; from the second edition on what has changed</param>
/// <param name="Earlier">up to twelve months before, oldest first, as their statements said</param>
public sealed record StatementSection(
    VillageCode Village, Text VillageName, Text Town, Month Month, Yuan Opening, IReadOnlyList<StatementLine> Lines, Yuan Income, Yuan Expense, Yuan Closing,
    Reconciliation Reconciliation, IReadOnlyList<RefusedVoucher> Refused, IReadOnlyList<Owed> Receivables, IReadOnlyList<Owed> Debts, Text? Note, IReadOnlyList<MonthTotals> Earlier)
{
    /// <summary>Months before this one that a statement carries, so that it can be compared with the year before.</summary>
    public const int MonthsBefore = 12;

    public ContentHash Hash => ContentHash.Over(CanonicalJson.Of(this));

    public MonthTotals Totals => new(Month, Income, Expense, Closing);

    /// <summary>What of the section a correction may not touch.</summary>
    public bool SameMoney(StatementSection other) =>
        (Opening, Income, Expense, Closing) == (other.Opening, other.Income, other.Expense, other.Closing)
        && Lines.Select(l => (l.Number, l.Date, l.In, l.Out)).SequenceEqual(other.Lines.Select(l => (l.Number, l.Date, l.In, l.Out)));
}

/// <summary>One booked voucher in its public form.</summary>
/// <param name="In">yuan; exactly one of <paramref name="In"/> and <paramref name="Out"/> is above zero</param>
public sealed record StatementLine(
    string Number, DateOnly Date, Text Summary, LedgerItem Item, Yuan In, Yuan Out, PartyKind? PayeeKind, PublicName? Payee,
    AgreementId? Agreement, TenderId? Tender, DeclarationNumber? Declaration)
{
    public static StatementLine Of(Voucher v) => new(v.Number, v.Date, v.Summary, v.Item, v.In, v.Out, v.Payee?.Kind, v.Payee?.Name, v.Agreement, v.Tender, v.Declaration);
}

/// <summary>A sum owed to or by the village at the month's end, in yuan, with whom it concerns in words.</summary>
public sealed record Owed(Text Who, Yuan Amount);

/// <summary>One month in figures.</summary>
public sealed record MonthTotals(Month Month, Yuan Income, Yuan Expense, Yuan Closing);

/// <summary>What the bookkeeper types for a statement.</summary>
public sealed record StatementWords(IReadOnlyList<Owed> Receivables, IReadOnlyList<Owed> Debts, Text? Note);
