using Transparency.Contracts.Coal;
using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Tenders;

/// <summary>What a call says beside the plan.</summary>
/// <param name="Deadline">until when offers are taken, UTC; they are opened from then on</param>
/// <param name="Place">where offers are handed in and opened</param>
/// <param name="Channels">where the call was made known</param>
/// <param name="Rules">who may bid and how offers are compared</param>
/// <param name="Shortest">the least time that had to be given, with its rule; null where there is none</param>
public sealed record TenderNotice(DateTimeOffset Deadline, Text Place, Text Channels, Text Rules, Deadline? Shortest);

/// <summary>One offer as the public sees it, from the opening on.</summary>
/// <param name="Price">yuan; by the tonne in a lot of coal</param>
public sealed record OpenedBid(
    BidId Id, int Lot, PartyKind Kind, PublicName Bidder, string? CreditCode,
    Yuan Price, CoalQuality? Quality, DateTimeOffset Received, Text Note);

/// <summary>Why an offer was not ranked.</summary>
public enum RejectCode
{
    OverCeiling,
    BelowQuality,
    NotResponsive,
    Unqualified,
    PapersMissing,
    BelowCost,
    Collusion,
    Withdrawn,
}

/// <summary>What became of one offer: a rank or a reason code, never both.</summary>
/// <param name="Rank">1 = first; null when rejected</param>
public sealed record BidVerdict(BidId Bid, int? Rank, RejectCode? Rejected, Text Reason);

/// <param name="Rank">1 to 3</param>
public sealed record Candidate(int Lot, int Rank, BidId Bid);

/// <summary>Why not the first in rank but a later one wins (Regulations on the Bidding Law, art. 55).</summary>
public enum PassedOver
{
    GaveUp,
    CannotPerform,
    NoBond,
    Unlawful,
}

/// <param name="Total">what the lot costs at the winning offer</param>
/// <param name="Because">null for the first in rank</param>
public sealed record LotAward(int Lot, BidId Winner, Yuan Total, PassedOver? Because);
