using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Proposals;

namespace Transparency.Publishing.Register;

/// <summary>
/// What the public may know of a proposal, from the second signature on: the town's own wording, how many more came of the same content,
/// and what was done. What was never signed, and whatever was merged or declined, never arrives here.
/// </summary>
/// <param name="Joined">how many others of the same content count here</param>
/// <param name="Studies">to whom it was handed, oldest first; the last one holds</param>
/// <param name="Carriers">what carries it out, oldest first; the last one holds</param>
public sealed record ProposalOnRegister(
    string Id, SignedProposal Signed, int Joined, IReadOnlyList<PublicStudy> Studies, PublicAnswer? Answer,
    IReadOnlyList<PublicCarrier> Carriers, PostedResult? Result, int Acts, DateTimeOffset LastAct) : IPublicRow
{
    public string PublicKey => Number.ToString();

    public ProposalSection Section => Signed.Section;

    public ProposalNumber Number => Section.Number;

    public CaseEntry? Entry => new(CaseKind.Proposal, PublicKey, Section.Village, Number.Year);

    /// <summary>
    /// What carries it out says on its own page where it comes from; while it waits for its answer, the day may overtake it.
    /// </summary>
    public IEnumerable<string> OwnSlices() =>
    [
        Slices.Proposal(Number),
        .. Answer is null ? [Slices.Turning] : Array.Empty<string>(),
        .. Carrier?.Declaration is { } declaration ? [Slices.Numbered(declaration)] : Array.Empty<string>(),
        .. Slices.WorkOf(Carrier?.Work),
    ];

    public PublicStudy? Study => Studies.Count > 0 ? Studies[^1] : null;

    public ProposalCarrier? Carrier => Carriers.Count > 0 ? Carriers[^1].Of : null;

    public ProposalStatus Status => this switch
    {
        { Result: not null } => ProposalStatus.ResultPosted,
        { Carrier: not null } => ProposalStatus.Carried,
        { Answer: not null } => ProposalStatus.Answered,
        { Study: not null } => ProposalStatus.Studied,
        _ => ProposalStatus.Disclosed,
    };

    /// <summary>Calendar days between the last day for its answer and a day on which it still waits; 0 when none has passed.</summary>
    public int DaysOver(DateOnly asOf) => Answer is null ? Math.Max(0, asOf.DayNumber - Section.AnswerDue.DayNumber) : 0;

    public static ProposalOnRegister? Evolve(ProposalOnRegister? now, string id, object e) => (now, e) switch
    {
        (null, ProposalDisclosed x) => new(id, SignedProposal.Of(x), 0, [], null, [], null, 1, x.By.At),
        (null, _) => null,
        (_, ProposalJoined x) => Acted(now with { Joined = now.Joined + 1 }, x.By),
        (_, ProposalStudied x) => Acted(now with { Studies = [.. now.Studies, new(x.Unit, x.Due, Act(x.By))] }, x.By),
        (_, ProposalAnswered x) => Acted(now with { Answer = new(x.Outcome, x.Reasons, x.DaysLate, Act(x.By)) }, x.By),
        (_, ProposalCarried x) => Acted(now with { Carriers = [.. now.Carriers, new(x.Carrier, Act(x.By))] }, x.By),
        (_, ProposalResultPosted x) => Acted(now with { Result = new(x.Result, Act(x.By)) }, x.By),
        _ => now,
    };

    private static ProposalOnRegister Acted(ProposalOnRegister now, Signature by) => now with { Acts = now.Acts + 1, LastAct = by.At };

    private static PublicAct Act(Signature by) => new(Shanghai.DayOf(by.At), by.Unit);
}

/// <summary>How far it has come, in the order of its life; the words are those of the law's states.</summary>
public enum ProposalStatus
{
    Disclosed,
    Studied,
    Answered,
    Carried,
    ResultPosted,
}

/// <summary>What the second person signed: the one edition of it.</summary>
/// <param name="At">of the signature, UTC</param>
/// <param name="Unit">the body that signed</param>
/// <param name="Admitted">when its words were last written, and by which body</param>
/// <param name="AnswerDue">with the rule by which it was counted</param>
public sealed record SignedProposal(
    DateTimeOffset At, Text Unit, PublicAct Admitted, ProposalSection Section, ContentHash Hash, Deadline AnswerDue)
{
    public static SignedProposal Of(ProposalDisclosed x) => new(x.By.At, x.By.Unit, x.Admitted, x.Section, x.Hash, x.AnswerDue);
}

/// <param name="Unit">who looks into it</param>
/// <param name="Due">last day that the unit was given</param>
public sealed record PublicStudy(Text Unit, DateOnly Due, PublicAct By);

/// <param name="DaysLate">calendar days after the last day for it; 0 in time</param>
public sealed record PublicAnswer(ProposalOutcome Outcome, Text Reasons, int DaysLate, PublicAct By);

public sealed record PublicCarrier(ProposalCarrier Of, PublicAct By);

/// <param name="What">what came of it</param>
public sealed record PostedResult(Text What, PublicAct By);
