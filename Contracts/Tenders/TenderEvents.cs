using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Tenders;

/// <summary>What happened to one tender, on the stream <c>tender/{id}</c>, in order of life.</summary>
public abstract record TenderEvent : ISigned
{
    public abstract Signature By { get; init; }

    public virtual Text? Said => null;
}

/// <summary>立项. Entered in the office; not public.</summary>
public sealed record TenderPlanned(TenderId Id, TenderContent Content, Signature By) : TenderEvent;

/// <summary>Not public.</summary>
public sealed record TenderReplanned(TenderContent Content, Signature By) : TenderEvent;

/// <summary>From here on the tender is public for ever.</summary>
/// <param name="Declaration">whose approval carried it; null on the routine route</param>
/// <param name="Number">the declaration's public number, with it</param>
public sealed record TenderPlanDisclosed(
    int Edition, DeclarationId? Declaration, string? Number, TenderSection Section, ContentHash Hash, Signature By) : TenderEvent;

/// <summary>招标公告.</summary>
public sealed record TenderAnnounced(int Edition, TenderNotice Notice, Signature By) : TenderEvent;

/// <summary>澄清: question and answer are public to all alike.</summary>
public sealed record TenderClarified(Text Question, Text Answer, Signature By) : TenderEvent
{
    public override Text? Said => Question;
}

/// <summary>变更公告.</summary>
/// <param name="What">what changed, in words</param>
/// <param name="Notice">the call as it stands now</param>
public sealed record TenderAmended(int Edition, Text What, TenderNotice Notice, Signature By) : TenderEvent
{
    public override Text? Said => What;
}

/// <summary>开标: every offer that came in time is read out.</summary>
/// <param name="FailedLots">lots for which fewer than three bid; their offers stay closed and are given back</param>
/// <param name="Attended">persons present</param>
public sealed record TenderOpened(
    int Edition, IReadOnlyList<OpenedBid> Bids, IReadOnlyList<int> FailedLots, Text Place, int Attended, Signature By) : TenderEvent;

/// <summary>评标.</summary>
/// <param name="Verdicts">one for each opened offer, by lot and rank</param>
public sealed record TenderEvaluated(IReadOnlyList<BidVerdict> Verdicts, Text Note, Signature By) : TenderEvent
{
    public override Text? Said => Note;
}

/// <summary>中标候选人公示.</summary>
public sealed record TenderCandidatesPublished(
    int Edition, IReadOnlyList<Candidate> Candidates, Deadline Window, Signature By) : TenderEvent;

/// <summary>中标结果公告.</summary>
/// <param name="Reason">in words, where a first in rank was passed over</param>
public sealed record TenderAwarded(int Edition, IReadOnlyList<LotAward> Awards, Text Reason, Signature By) : TenderEvent
{
    public override Text? Said => Reason;
}

/// <summary>
/// 重新定标: the winner of a lot dropped out before signing (Regulations on the Bidding Law, art. 55).
/// </summary>
/// <param name="GivenUp">who had won</param>
/// <param name="Next">who wins now; null where the lot fails</param>
public sealed record TenderReawarded(
    int Edition, int Lot, BidId GivenUp, PassedOver Because, LotAward? Next, Text Reason, Signature By) : TenderEvent
{
    public override Text? Said => Reason;
}

/// <summary>签订合同.</summary>
/// <param name="Advance">预付款 that it grants; null where there is none</param>
public sealed record TenderContractSigned(
    int Lot, AgreementId? Agreement, Yuan Total, DateOnly On, Signature By, Yuan? Advance = null) : TenderEvent;

/// <summary>A change that waits for another person's signature. Not public.</summary>
/// <param name="Before">the sum of the contract as it stood</param>
/// <param name="Declared">the declaration that it rests on; null below the limit</param>
public sealed record TenderContractChangeProposed(
    int Lot, Yuan Before, Yuan Total, Text Reason, DeclaredChange? Declared, Signature By) : TenderEvent
{
    public override Text? Said => Reason;
}

/// <summary>The change is not pursued. Not public.</summary>
public sealed record TenderContractChangeDropped(int Lot, Signature By) : TenderEvent;

/// <summary>合同变更, signed by another person than who proposed it.</summary>
/// <param name="Before">the sum of the contract as it stood</param>
/// <param name="Declaration">public number of the declaration that it rests on; null below the limit</param>
public sealed record TenderContractChanged(
    int Edition, int Lot, Yuan Before, Yuan Total, Text Reason, string? Declaration, Signature By) : TenderEvent
{
    public override Text? Said => Reason;
}

/// <summary>部分验收: what was done so far, accepted by itself, so that it can be paid.</summary>
/// <param name="Amount">what it is worth under the contract, yuan</param>
public sealed record TenderPartAccepted(int Lot, DateOnly On, Yuan Amount, Text Result, Signature By) : TenderEvent
{
    public override Text? Said => Result;
}

/// <summary>验收.</summary>
public sealed record TenderAccepted(int Lot, DateOnly On, Text Result, Signature By) : TenderEvent
{
    public override Text? Said => Result;
}

/// <summary>A voucher that names this lot was entered; from here on its sum is bound. Not public before it is booked.</summary>
public sealed record TenderPaymentEntered(
    int Lot, Yuan Amount, DateOnly On, string Voucher, VillageCode? Village, Month Month, Signature By) : TenderEvent;

/// <summary>That voucher was refused by the agent, or names another tender now. Not public.</summary>
public sealed record TenderPaymentDropped(int Lot, string Voucher, VillageCode? Village, Month Month, Signature By) : TenderEvent;

/// <summary>付款, with the booking of its voucher by another person than who entered it.</summary>
/// <param name="Village">whose escrow paid; null when the town paid</param>
/// <param name="Month">of the voucher's book; null on what the town paid before its treasury had one</param>
public sealed record TenderPaid(
    int Lot, Yuan Amount, DateOnly On, string Voucher, VillageCode? Village, Month? Month, Signature By) : TenderEvent
{
    public PayerMonth Of => new(Village, Month ?? Contracts.Month.Of(On));
}

/// <summary>A voucher that takes a payment back was entered; it cannot be refused. Not public before it is booked.</summary>
public sealed record TenderReversalEntered(
    int Lot, string Voucher, VillageCode? Village, Month Month, VoucherKey Reversal, Signature By) : TenderEvent;

/// <summary>红字冲销: the payment is taken back by another voucher, which is booked. The line stays and is struck through.</summary>
/// <param name="On">day of the reversing voucher</param>
/// <param name="Month">of the payment; the reversing voucher's is in <paramref name="Reversal"/></param>
public sealed record TenderPaymentReversed(
    int Lot, Yuan Amount, DateOnly On, string Voucher, VillageCode? Village, Month Month, VoucherKey Reversal, Signature By) : TenderEvent;

/// <summary>办结: accepted and paid.</summary>
public sealed record TenderClosed(Signature By) : TenderEvent;

/// <summary>流标.</summary>
/// <param name="Bidders">how many handed in offers, where the call ended for want of them; their names are not told</param>
/// <param name="Next">the new call, or null</param>
public sealed record TenderFailed(int Edition, Text Reason, int? Bidders, TenderId? Next, Signature By) : TenderEvent
{
    public override Text? Said => Reason;
}

/// <summary>终止.</summary>
/// <param name="Edition">0 when it never was public</param>
public sealed record TenderCancelled(int Edition, Text Reason, Signature By) : TenderEvent
{
    public override Text? Said => Reason;
}
