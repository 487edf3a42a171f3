namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>
/// What happened to one month of the town's trust ledger (镇代管资金), on the stream <c>trust/{yyyy-mm}</c>.
/// Each village's money stays its own: nothing here is ever added up over villages.
/// </summary>
public abstract record TrustEvent(VillageCode Village) : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>Booked by another person than the one who entered them.</summary>
public sealed record VouchersBooked(VillageCode Village, IReadOnlyList<BookedVoucher> Vouchers, Signature By) : TrustEvent(Village);

/// <summary>
/// The agent's refusal: the voucher counts in no ledger, its number stays taken, and the statement says so with the reason.
/// </summary>
public sealed record VoucherRefused(VillageCode Village, string Number, Text Reason, Signature By) : TrustEvent(Village)
{
    public override Text? Said => Reason;
}

/// <summary>With the last signature under the month's statement.</summary>
public sealed record TrustClosed(VillageCode Village, Yuan Opening, Yuan In, Yuan Out, Yuan Closing, Signature By) : TrustEvent(Village);

/// <summary>The amount is the agent's own record, so that village book and trust ledger can be held against each other.</summary>
/// <param name="From">the earlier month in whose book a transfer stands that arrived only now; else null</param>
public sealed record BookedVoucher(string Number, Yuan In, Yuan Out, Month? From = null);
