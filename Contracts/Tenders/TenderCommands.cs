using Transparency.Contracts.Coal;
using Transparency.Contracts.Escrow.Payments;

namespace Transparency.Contracts.Tenders;

/// <summary>What an officer may ask of a tender. <c>At</c> is the moment of the request, UTC.</summary>
public abstract record TenderCommand(Officer By, DateTimeOffset At)
{
    public sealed record Plan(TenderId Id, TenderContent Content, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    public sealed record Replan(TenderContent Content, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <summary>Part of a declaration's approval, never an act of its own.</summary>
    public sealed record Disclose(
        DeclarationId Declaration, string Number, ContentHash Hash, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <summary>The routine route: another person signs the plan.</summary>
    /// <param name="Seen">the hash of what was seen, or null</param>
    public sealed record SignPlan(ContentHash? Seen, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    public sealed record Announce(
        DateTimeOffset Deadline, Text Place, Text Channels, Text Rules, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    public sealed record Clarify(Text Question, Text Answer, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <param name="Deadline">null keeps the deadline that stands</param>
    public sealed record Amend(Text What, DateTimeOffset? Deadline, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <param name="Bids">all that were entered</param>
    public sealed record Open(
        IReadOnlyList<BidEntered> Bids, Text Place, int Attended, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    public sealed record Evaluate(IReadOnlyList<BidVerdict> Verdicts, Text Note, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    public sealed record PublishCandidates(Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <param name="Instead">lots in which another than the first in rank wins, and why</param>
    public sealed record Award(
        IReadOnlyList<(int Lot, BidId Winner, PassedOver Because)> Instead,
        Text Reason, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <summary>The winner of a lot drops out before the contract is signed: the next in order wins, or the lot fails.</summary>
    /// <param name="ToNext">false: the lot fails, and may be called again</param>
    public sealed record Reaward(
        int Lot, PassedOver Because, bool ToNext, Text Reason, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <param name="Advance">what the contract grants before anything is accepted; zero for none</param>
    public sealed record SignContract(
        int Lot, AgreementId? Agreement, Yuan Total, Yuan Advance, DateOnly On, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <summary>Not public before another person signs it.</summary>
    /// <param name="Declaration">that it names, or null</param>
    public sealed record ChangeContract(
        int Lot, Yuan Total, Text Reason, NamedDeclaration? Declaration, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <summary>By who proposed it, or instead of a signature.</summary>
    public sealed record DropChange(int Lot, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    public sealed record SignChange(int Lot, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <param name="Part">what a part is worth that is accepted by itself; null for the whole</param>
    public sealed record Accept(int Lot, DateOnly On, Text Result, Yuan? Part, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <summary>What happens to a payer's voucher that names the tender.</summary>
    /// <param name="Lot">may be null where there is one lot only</param>
    /// <param name="Agreement">the contract that the voucher names beside the tender, or null</param>
    /// <param name="Delivered">of this lot, where it is coal</param>
    public sealed record ByVoucher(PaymentStep Step, int? Lot, AgreementId? Agreement, Deliveries Delivered)
        : TenderCommand(Step.By, Step.At);

    public sealed record Close(Officer By, DateTimeOffset At) : TenderCommand(By, At);

    /// <param name="Bids">all that were entered</param>
    public sealed record Fail(
        Text Reason, IReadOnlyList<BidEntered> Bids, TenderId? Next, Officer By, DateTimeOffset At) : TenderCommand(By, At);

    public sealed record Cancel(Text Reason, Officer By, DateTimeOffset At) : TenderCommand(By, At);
}
