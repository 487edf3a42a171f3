using Transparency.Contracts.Deadlines;

namespace Transparency.Contracts.Tenders;

/// <summary>Where a tender stands; one state holds only what is true there.</summary>
public abstract record Tender
{
    public sealed record None : Tender;

    /// <summary>Registered: what all later states share.</summary>
    public abstract record Known(TenderFile File) : Tender;

    public sealed record Planned(TenderFile File) : Known(File);

    public sealed record Disclosed(TenderFile File) : Known(File);

    public sealed record Announced(TenderFile File, TenderNotice Notice, DateTimeOffset Since, int Clarifications) : Known(File);

    public sealed record Opened(TenderFile File, IReadOnlyList<OpenedBid> Bids) : Known(File);

    public sealed record Evaluated(TenderFile File, Evaluation Evaluation) : Known(File);

    public sealed record CandidatesPublished(TenderFile File, Evaluation Evaluation, Deadline Window) : Known(File);

    public sealed record Awarded(TenderFile File, IReadOnlyList<AwardedLot> Lots) : Known(File);

    public sealed record Closed(TenderFile File) : Known(File);

    public sealed record Failed(TenderFile File) : Known(File);

    public sealed record Cancelled(TenderFile File) : Known(File);
}

/// <summary>The file of one tender, carried from state to state.</summary>
/// <param name="Planners">every person who planned it</param>
/// <param name="Edition">editions so far; 0 = never public</param>
public sealed record TenderFile(TenderId Id, TenderContent Content, IReadOnlyList<PersonId> Planners, int Edition)
{
    public TenderFile PlannedBy(PersonId person) => Planners.Contains(person) ? this : this with { Planners = [.. Planners, person] };

    public Lot? Lot(int number) => Content.Lots.FirstOrDefault(l => l.Number == number);
}

/// <summary>The offers and what the evaluation made of them.</summary>
/// <param name="By">who evaluated, and may not award</param>
public sealed record Evaluation(IReadOnlyList<OpenedBid> Bids, IReadOnlyList<BidVerdict> Verdicts, PersonId By)
{
    /// <summary>The ranked offers of every lot, best first.</summary>
    public IEnumerable<(int Lot, int Rank, OpenedBid Bid)> Ranked =>
        from bid in Bids
        from verdict in Verdicts
        where verdict.Bid == bid.Id && verdict.Rank is not null
        orderby bid.Lot, verdict.Rank
        select (bid.Lot, verdict.Rank!.Value, bid);
}

/// <summary>One lot from its award to the last payment.</summary>
/// <param name="Total">of the winning offer</param>
/// <param name="Contract">null until it is signed</param>
public sealed record AwardedLot(int Lot, BidId Winner, Yuan Total, LotContract? Contract)
{
    /// <summary>Accepted and paid to the last fen.</summary>
    public bool IsDone => Contract is { AcceptedOn: not null } c && c.Paid == c.Total;
}

/// <param name="Total">with all changes so far</param>
/// <param name="By">who signed, and may not accept</param>
/// <param name="Vouchers">of the payments so far: <c>town/31</c>, <c>09/2026-08/31</c></param>
public sealed record LotContract(
    AgreementId? Agreement, Yuan Total, DateOnly On, PersonId By, DateOnly? AcceptedOn, Yuan Paid, IReadOnlyList<string> Vouchers);
