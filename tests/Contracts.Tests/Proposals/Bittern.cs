using Transparency.Contracts.Declarations;
using Transparency.Contracts.Proposals;
using Transparency.Samples;
using static Transparency.Contracts.Proposals.ProposalCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Proposals;

/// <summary>A salt worker of Gudichang proposes to win something from the bittern that runs back into the sea; its life up to each state.</summary>
internal static class Bittern
{
    public static readonly ProposalId Id = new("bittern");
    public static readonly ProposalId Other = new("other");
    public static readonly WorkId Work = new("gudichang-bittern");

    public static readonly ProposalLetter Letter = new(SampleRules.Gudichang, "卤水晒完盐就放掉太可惜，老辈人会熬。", "欧阳建国", "13900010099", true);
    public static readonly ProposalWords Wording = new(new("回收晒盐剩下的苦卤", "Recover the bittern left by salt making"), new("苦卤可以熬出氯化镁，先小规模试试。"));

    public static readonly Declaration Opened = new Declaration.WindowClosed(
        Case.Begin(new("trial"), Declarations.Road.Content, OtherClerk.Person) with { Number = new("央政公示", 2026, 12), Edition = 1 }, Declarations.Road.Now, []);

    private static readonly DateTimeOffset Start = On(9, 1);

    // Received on 1 September, admitted on the 3rd, to be answered by 3 October.
    public static readonly Submit Sending = new(Id, Letter, Start);
    public static readonly Admit Admitting = new(Wording, "欧阳建国", 7, Reviewer, On(9, 3));
    public static readonly Merge Merging = new(Other, Public(Other).State, Reviewer, On(9, 3));
    public static readonly Decline Declining = new(new("村与村的地界由县里定，请找县自然资源局。"), Reviewer, On(9, 3));
    public static readonly Return Returning = new(new("标题太长"), SecondReviewer, On(9, 4));
    public static readonly Sign Signing = new(Hash(Admitted), SecondReviewer, On(9, 4));
    public static readonly Join Joining = new(Other, Reviewer, On(9, 5));
    public static readonly Study Studying = new(new("镇经管站"), new(2026, 9, 25), Reviewer, On(9, 7));
    public static readonly Answer Answering = new(ProposalOutcome.Adopted, new("先放六只池子试三个月。"), SecondReviewer, On(9, 24));
    public static readonly Carry Carrying = new(Opened, Work, true, TownClerk, On(10, 20));
    public static readonly PostResult Posting = new(new("产出氯化镁 9.6 吨，卖了 6,240.00 元。"), TownClerk, On(12, 20));

    public static Scenario<Proposal, ProposalCommand, ProposalEvent> None => new(ProposalDecider.Law, []);

    public static Scenario<Proposal, ProposalCommand, ProposalEvent> Submitted => None.And(Sending);

    public static Scenario<Proposal, ProposalCommand, ProposalEvent> Admitted => Submitted.And(Admitting);

    public static Scenario<Proposal, ProposalCommand, ProposalEvent> Disclosed => Admitted.And(Signing);

    public static Scenario<Proposal, ProposalCommand, ProposalEvent> Studied => Disclosed.And(Studying);

    public static Scenario<Proposal, ProposalCommand, ProposalEvent> Answered => Studied.And(Answering);

    public static Scenario<Proposal, ProposalCommand, ProposalEvent> Carried => Answered.And(Carrying);

    public static IReadOnlyDictionary<string, Scenario<Proposal, ProposalCommand, ProposalEvent>> Everywhere { get; } = new Dictionary<string, Scenario<Proposal, ProposalCommand, ProposalEvent>>
    {
        ["None"] = None,
        ["Submitted"] = Submitted,
        ["Merged"] = Submitted.And(Merging),
        ["NotOurs"] = Submitted.And(Declining),
        ["Admitted"] = Admitted,
        ["Returned"] = Admitted.And(Returning),
        ["Disclosed"] = Disclosed,
        ["Studied"] = Studied,
        ["Answered"] = Answered,
        ["Carried"] = Carried,
        ["ResultPosted"] = Carried.And(Posting),
    };

    public static IReadOnlyDictionary<string, ProposalCommand> EveryAct { get; } =
        new ProposalCommand[] { Sending, Admitting, Merging, Declining, Returning, Signing, Joining, Studying, Answering, Carrying with { Work = null }, Posting }
            .ToDictionary(c => c.GetType().Name);

    public static ContentHash Hash(Scenario<Proposal, ProposalCommand, ProposalEvent> s) => ((Proposal.Numbered)s.State).Admission.Section.Hash;

    public static ProposalSection SectionOf(Scenario<Proposal, ProposalCommand, ProposalEvent> s) => ((Proposal.Numbered)s.State).Admission.Section;

    public static DateTimeOffset On(int month, int day) => Shanghai.At(new(2026, month, day), new(10, 0));

    /// <summary>Another proposal, already public.</summary>
    public static Scenario<Proposal, ProposalCommand, ProposalEvent> Public(ProposalId id)
    {
        var admitted = None.And(new Submit(id, Letter, On(8, 1))).And(new Admit(Wording, null, 6, Reviewer, On(8, 3)));
        return admitted.And(new Sign(Hash(admitted), SecondReviewer, On(8, 4)));
    }

    public static void Refused(this Decision<ProposalEvent> decision, Nature nature, string code, string? field = null)
    {
        var why = Assert.IsType<Decision<ProposalEvent>.Refused>(decision).Why;
        Assert.Equal((code, nature, field), (why.Code, why.Nature, why.Field));
    }
}
