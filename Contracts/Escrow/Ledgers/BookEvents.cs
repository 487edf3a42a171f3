namespace Transparency.Contracts.Escrow;

/// <summary>What happened to one month of a village's own book (村账), on the stream <c>book/{village}/{yyyy-mm}</c>, in order of life. Nothing of it is public.</summary>
public abstract record BookEvent;

/// <summary>The village's first month under escrow starts from this balance; later months open with the closing before.</summary>
public sealed record BookOpened(VillageCode Village, Month Month, Yuan Opening, Signature By) : BookEvent;

/// <summary>A batch, as it was entered by hand or by an import.</summary>
public sealed record VouchersEntered(VillageCode Village, Month Month, IReadOnlyList<Voucher> Vouchers, Signature By) : BookEvent;

/// <summary>Other words, head, payee or links of a voucher; its number, day and amount are what they were.</summary>
public sealed record VoucherReworded(Voucher Voucher, Signature By) : BookEvent;

/// <summary>With the last signature under the month's statement. Corrections are reversing vouchers of a later month.</summary>
public sealed record BookClosed(VillageCode Village, Month Month, Yuan Opening, Yuan In, Yuan Out, Yuan Closing, Signature By) : BookEvent;
