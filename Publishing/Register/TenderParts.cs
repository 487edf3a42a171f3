using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Tenders;

namespace Transparency.Publishing.Register;

/// <summary>Where a public tender stands; the words for it are in the texts.</summary>
public enum TenderStatus
{
    Planned,
    Calling,
    Opened,
    Evaluated,
    Candidates,
    Awarded,
    Performing,
    Closed,
    Failed,
    Cancelled,
}

/// <summary>What made an edition of a tender.</summary>
public enum TenderEditionKind
{
    Plan,
    Call,
    Amendment,
    Opening,
    Candidates,
    Award,
    Change,
    Failure,
    Cancellation,

    /// <summary>A winner dropped out before signing.</summary>
    Reaward,
}

/// <summary>The awards as they stood before one of them changed.</summary>
/// <param name="Until">ordinal of the edition that no longer shows them</param>
public sealed record EarlierAwards(int Until, IReadOnlyList<LotAward> Awards);

/// <summary>One frozen edition of a tender; what it shows is what was known by then.</summary>
/// <param name="Note">what changed, or the reason; null where there is none</param>
/// <param name="Notice">the call as it stood then; null before it</param>
public sealed record TenderEdition(int Ordinal, TenderEditionKind Kind, DateTimeOffset At, Text Unit, Text? Note, TenderNotice? Notice);

/// <summary>One line of the public timeline.</summary>
/// <param name="Kind">code of its words: <c>tender.timeline.{Kind}</c></param>
/// <param name="Lot">where it concerns one lot</param>
public sealed record TenderLine(string Kind, DateOnly On, Text Unit, int? Lot, Yuan? Amount, Text? Note);

/// <summary>澄清.</summary>
public sealed record TenderAnswer(DateOnly On, Text Question, Text Answer);

/// <summary>开标记录.</summary>
/// <param name="FailedLots">lots for which fewer than three bid</param>
public sealed record TenderOpening(
    DateTimeOffset At, Text Place, int Attended, IReadOnlyList<OpenedBid> Bids, IReadOnlyList<int> FailedLots);

/// <summary>The contract of one lot, with all that became of it.</summary>
/// <param name="Signed">the sum of the award</param>
/// <param name="Advance">预付款 that it grants; null where there is none</param>
/// <param name="Parts">what was accepted before the whole</param>
public sealed record PublicContract(
    int Lot, AgreementId? Agreement, Yuan Signed, Yuan? Advance, DateOnly On, IReadOnlyList<ContractChange> Changes,
    IReadOnlyList<PublicPart> Parts, DateOnly? AcceptedOn, Text? Result, IReadOnlyList<PublicPayment> Payments)
{
    /// <summary>With all changes so far.</summary>
    public Yuan Total => Changes.Count == 0 ? Signed : Changes[^1].Total;

    /// <summary>Without what was taken back.</summary>
    public Yuan Paid => Payments.Where(p => p.Reversal is null).Sum(p => p.Amount);
}

/// <param name="Edition">that told of it</param>
/// <param name="Declaration">public number of the declaration that it rests on; null below the limit</param>
public sealed record ContractChange(int Edition, DateOnly On, Yuan Before, Yuan Total, Text Reason, string? Declaration);

/// <summary>部分验收.</summary>
public sealed record PublicPart(DateOnly On, Yuan Amount, Text Result);

/// <param name="Village">whose escrow paid; null for the town</param>
/// <param name="Month">of the voucher's book</param>
/// <param name="Reversal">the voucher of the same payer that took it back; null while it stands</param>
public sealed record PublicPayment(
    DateOnly On, Yuan Amount, string Voucher, VillageCode? Village, Month Month, VoucherKey? Reversal = null)
{
    /// <summary>In whose book the voucher stands.</summary>
    public PayerMonth Of => new(Village, Month);
}
