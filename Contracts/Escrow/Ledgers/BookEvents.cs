namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>
/// What happened to one month of a village's own book (村账), on the stream <c>book/{village}/{yyyy-mm}</c>, in order of life.
/// Nothing of it is public.
/// </summary>
public abstract record BookEvent : ISigned
{
    public abstract Signature By { get; init; }
}

/// <summary>The village's first month under escrow starts from this balance; later months open with the closing before.</summary>
/// <param name="Opening">of the escrow account, yuan</param>
/// <param name="Others">cash, claims, assets and debts at that time</param>
public sealed record BookOpened(
    VillageCode Village, Month Month, Yuan Opening, IReadOnlyList<AccountBalance> Others, Signature By) : BookEvent;

/// <summary>A batch, as it was entered by hand or by an import.</summary>
public sealed record VouchersEntered(VillageCode Village, Month Month, IReadOnlyList<Voucher> Vouchers, Signature By) : BookEvent;

/// <summary>A voucher of this month was taken back by another one, of this month or a later. No sum of this month moves.</summary>
public sealed record VoucherReversed(string Number, VoucherKey Reversal, Signature By) : BookEvent;

/// <summary>Other words, payee or links of a voucher; its number, day and lines are what they were.</summary>
public sealed record VoucherReworded(Voucher Voucher, Signature By) : BookEvent;

/// <summary>With the last signature under the month's statement. Corrections are reversing vouchers of a later month.</summary>
/// <param name="Others">what stands on the other accounts that have a balance</param>
public sealed record BookClosed(
    VillageCode Village, Month Month, Yuan Opening, Yuan In, Yuan Out, Yuan Closing,
    IReadOnlyList<AccountBalance> Others, Signature By) : BookEvent;
