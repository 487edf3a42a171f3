namespace Transparency.Contracts.Escrow.Payments;

/// <summary>The contracts under which a voucher pays.</summary>
/// <param name="Lot">of the tender; may be null where that has one lot only</param>
/// <param name="Contract">for works, goods or services; a lease is none</param>
public sealed record PaidUnder(TenderId? Tender, int? Lot, AgreementId? Contract)
{
    /// <param name="agreement">under a lease the village is paid: what goes out there is no payment for it</param>
    public static PaidUnder Of(TenderId? tender, int? lot, AgreementId? agreement) =>
        new(tender, lot, agreement is { IsLease: false } contract ? contract : null);

    public bool IsAny => Tender is not null || Contract is not null;
}
