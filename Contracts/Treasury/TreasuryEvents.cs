using Transparency.Contracts.Declarations;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Treasury;

/// <summary>What happened to the town's payments of one month, on the stream <c>treasury/{yyyy-mm}</c>, in order of life.</summary>
public abstract record TreasuryEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>Not public.</summary>
public sealed record TreasuryPaymentEntered(Month Month, TreasuryPayment Payment, Signature By) : TreasuryEvent;

/// <summary>Not public.</summary>
public sealed record TreasuryPaymentRefused(string Number, Text Reason, Signature By) : TreasuryEvent
{
    public override Text? Said => Reason;
}

/// <summary>By another person than who entered. Not public.</summary>
public sealed record TreasuryChecked(ContentHash Hash, Signature By) : TreasuryEvent;

/// <summary>By a third person: public from here on.</summary>
/// <param name="Edition">1 for the first; a later one adds what was paid since</param>
/// <param name="Entered">by whom the last of the payments was entered, and when</param>
public sealed record TreasuryDisclosed(
    int Edition, TreasurySection Section, ContentHash Hash, PublicAct Entered, PublicAct Checked, Signature By) : TreasuryEvent;

/// <summary>A payment of this month was taken back by another one, of this month or a later, which is public with this act.</summary>
public sealed record TreasuryPaymentTakenBack(string Number, VoucherKey Reversal, Signature By) : TreasuryEvent;
