using Transparency.Contracts.Escrow.Statements;

namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>
/// What one account's bank statement says of one month, on the stream <c>bank/{account}/{yyyy-mm}</c>.
/// The account is named by its village's code; its number is nowhere.
/// </summary>
public abstract record BankEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>A part of the month's statement, in the bank's order.</summary>
/// <param name="Opening">balance before the first of these lines; the closing before, where one is known</param>
/// <param name="Closing">balance after the last</param>
public sealed record BankLinesEntered(
    VillageCode Account, Month Month, Yuan Opening, IReadOnlyList<BankLine> Lines, Yuan Closing, Signature By) : BankEvent;

/// <summary>人工勾对: a person found what belongs together where the rule did not; equal sums.</summary>
/// <param name="Ordinal">1 for the month's first, never used again</param>
public sealed record BankLinesMatched(
    int Ordinal, IReadOnlyList<Transit> Vouchers, IReadOnlyList<Unexplained> Lines, Text Reason, Signature By) : BankEvent
{
    public override Text? Said => Reason;
}

public sealed record BankMatchUndone(int Ordinal, Signature By) : BankEvent;

/// <summary>With the last signature under the month's statement.</summary>
public sealed record BankMonthClosed(Signature By) : BankEvent;

/// <summary>What the bank booked. The bank's own words may name a person and stand in a private document only.</summary>
/// <param name="Reference">the voucher number where the payment names one; else empty</param>
/// <param name="In">yuan; exactly one of <paramref name="In"/> and <paramref name="Out"/> is above zero</param>
public sealed record BankLine(DateOnly Date, string Reference, Yuan In, Yuan Out)
{
    public Yuan Net => In - Out;
}
