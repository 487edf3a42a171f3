using Transparency.Contracts.Coal;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Escrow.Payments;

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

    /// <summary>From the award on: what is under contract.</summary>
    public abstract record Contracted(TenderFile File, IReadOnlyList<AwardedLot> Lots) : Known(File);

    public sealed record Awarded(TenderFile File, IReadOnlyList<AwardedLot> Lots) : Contracted(File, Lots)
    {
        /// <summary>By which the award was made, so that the next in order is known when a winner drops out.</summary>
        public Evaluation? Evaluation { get; init; }
    }

    /// <summary>办结; a payment may still be taken back, and made again.</summary>
    public sealed record Closed(TenderFile File, IReadOnlyList<AwardedLot> Lots) : Contracted(File, Lots);

    public sealed record Failed(TenderFile File) : Known(File);

    public sealed record Cancelled(TenderFile File) : Known(File);
}

/// <summary>The file of one tender, carried from state to state.</summary>
/// <param name="Planners">every person who planned it</param>
/// <param name="Edition">editions so far; 0 = never public</param>
public sealed record TenderFile(TenderId Id, TenderContent Content, IReadOnlyList<PersonId> Planners, int Edition)
{
    public TenderFile PlannedBy(PersonId person) => Planners.Contains(person) ? this : this with { Planners = [.. Planners, person] };

    /// <summary>The lot that a paper means: the one that it names, or the only one; null where it could be any.</summary>
    public int? LotNumber(int? named) => named ?? (Content.Lots is [var only] ? only.Number : null);

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
/// <param name="On">day of the award: no contract is older</param>
/// <param name="Contract">null until it is signed</param>
public sealed record AwardedLot(int Lot, BidId Winner, Yuan Total, DateOnly On, LotContract? Contract)
{
    /// <summary>Accepted and paid to the last fen.</summary>
    public bool IsDone => Contract is { AcceptedOn: not null, Proposed: null } c && c.Payments.Paid == c.Total;
}

/// <param name="Signed">the sum of the award</param>
/// <param name="Total">with all changes so far</param>
/// <param name="Advance">预付款 that the contract grants before anything is accepted; zero where there is none</param>
/// <param name="By">who signed, and may not accept</param>
/// <param name="Parts">what was accepted before the whole</param>
/// <param name="Payments">from the entry of their vouchers on</param>
/// <param name="Proposed">a change that waits for another person's signature</param>
public sealed record LotContract(
    AgreementId? Agreement, Yuan Signed, Yuan Total, Yuan Advance, DateOnly On, PersonId By,
    IReadOnlyList<AcceptedPart> Parts, DateOnly? AcceptedOn, ContractPayments Payments, ProposedChange? Proposed)
{
    /// <summary>
    /// The most that may have been paid by the end of a day: the advance and what was accepted by then, and everything once all is.
    /// </summary>
    public Yuan PayableOn(DateOnly day, CoalLot? coal, Deliveries delivered)
    {
        if (AcceptedOn <= day) return Total;
        var parts = Parts.Where(p => p.On <= day).Sum(p => p.Amount);
        var arrived = coal is null ? Yuan.Zero : ShareOf(delivered.AcceptedUntil(day) / coal.Tonnes);
        var earned = Advance + parts + arrived;
        return earned < Total ? earned : Total;
    }

    private Yuan ShareOf(decimal share) => new((long)decimal.Floor(Total.Fen * decimal.Min(share, 1)));
}

/// <summary>A part of the work, accepted by itself.</summary>
/// <param name="Amount">what it is worth under the contract, yuan</param>
public sealed record AcceptedPart(DateOnly On, Yuan Amount);

/// <param name="Total">the new sum of the contract</param>
/// <param name="By">who proposed it, and may not sign it</param>
/// <param name="Declared">the approved declaration that carries it; null below the limit</param>
public sealed record ProposedChange(Yuan Total, Text Reason, PersonId By, DeclaredChange? Declared);

/// <summary>The approved declaration that a change of a contract rests on.</summary>
/// <param name="Number">its public number</param>
/// <param name="Amount">the sum that was declared, yuan</param>
/// <param name="On">day of its approval</param>
public sealed record DeclaredChange(string Number, Yuan Amount, DateOnly On);

/// <summary>A declaration that a change names, as it stands in public.</summary>
/// <param name="ApprovedOn">null while it is not approved, or no longer</param>
/// <param name="Agreements">that it carries</param>
public sealed record NamedDeclaration(
    string Number, Yuan Amount, DateOnly? ApprovedOn, VillageCode? Village, WorkId? Work, IReadOnlyList<AgreementId> Agreements);
