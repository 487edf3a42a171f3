namespace Transparency.Contracts.Escrow;

/// <summary>
/// The everyday heads of a village's money; each has its name and a plain explanation in the texts (<c>item.{name}</c>, <c>item-plain.{name}</c>).
/// A head takes either side: a voucher that puts an earlier one right stands on the other.
/// </summary>
public enum LedgerItem
{
    RentSaltpan,
    RentLand,
    RentBuilding,
    Sale,
    Grant,
    Interest,
    Donation,
    TransferIn,
    OtherIn,
    Wages,
    CommitteePay,
    Repairs,
    Works,
    Power,
    Water,
    Sanitation,
    Relief,
    Office,
    Meeting,
    Insurance,
    Coal,
    Festival,
    TransferOut,
    OtherOut,
}
