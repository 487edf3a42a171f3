using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Agreements.Rent;

/// <summary>
/// What happened to the rent of one agreement in one year, on the stream <c>rent/{agreement}/{yyyy}</c>, in order of life.
/// </summary>
public abstract record RentEvent : ISigned
{
    public abstract Signature By { get; init; }
}

/// <summary>The instalments of the year, in place of those before. Not public.</summary>
public sealed record RentScheduled(AgreementId Agreement, int Year, IReadOnlyList<RentDue> Dues, Signature By) : RentEvent;

/// <summary>Not public.</summary>
public sealed record RentReceived(RentReceipt Receipt, Signature By) : RentEvent;

/// <summary>The account as of a day, for others to check. Not public.</summary>
public sealed record RentPrepared(RentSection Section, ContentHash Hash, Signature By) : RentEvent;

/// <summary>Not public.</summary>
public sealed record RentChecked(ContentHash Hash, Signature By) : RentEvent;

/// <summary>Public, with the last of three signatures.</summary>
/// <param name="Edition">1 for the first account of this year's rent</param>
/// <param name="ContractEdition">the agreement's newest edition then; 0 where it was not noted yet</param>
public sealed record RentDisclosed(
    int Edition, RentSection Section, ContentHash Hash, PublicAct Prepared, PublicAct Checked, Signature By, int ContractEdition = 0)
    : RentEvent;
