using Transparency.Contracts.Proposals;

namespace Transparency.Contracts.Tests.Proposals;

/// <summary>The whole table of a proposal: what each act leads to in each state where it is possible; everywhere else it is refused by name.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Dictionary<string, (string Act, Type Event)[]> Possible = new()
    {
        ["None"] = [("Submit", typeof(ProposalSubmitted))],
        ["Submitted"] = [("Admit", typeof(ProposalAdmitted)), ("Merge", typeof(ProposalMerged)), ("Decline", typeof(ProposalDeclined))],
        ["Merged"] = [],
        ["NotOurs"] = [],
        ["Admitted"] = [("Admit", typeof(ProposalAdmitted)), ("Return", typeof(ProposalReturned)), ("Sign", typeof(ProposalDisclosed))],
        ["Returned"] = [("Admit", typeof(ProposalAdmitted))],
        ["Disclosed"] = [("Join", typeof(ProposalJoined)), ("Study", typeof(ProposalStudied))],
        ["Studied"] = [("Join", typeof(ProposalJoined)), ("Study", typeof(ProposalStudied)), ("Answer", typeof(ProposalAnswered))],
        ["Answered"] = [("Join", typeof(ProposalJoined)), ("Carry", typeof(ProposalCarried))],
        ["Carried"] = [("Join", typeof(ProposalJoined)), ("Carry", typeof(ProposalCarried)), ("PostResult", typeof(ProposalResultPosted))],
        ["ResultPosted"] = [("Join", typeof(ProposalJoined))],
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Possible.Keys)
            foreach (var act in Bittern.EveryAct.Keys)
                pairs.Add(state, act);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Leads_to_its_event_or_is_refused_by_name(string state, string act)
    {
        var decision = Bittern.Everywhere[state].When(Bittern.EveryAct[act]);
        if (Possible[state].FirstOrDefault(p => p.Act == act) is { Event: { } happened }) Assert.IsType(happened, decision.Then());
        else if (state == "None") decision.Refused(Nature.NotNow, "proposal.unknown");
        else if (act == "Submit") decision.Refused(Nature.Twice, "proposal.submitted-already");
        else decision.Refused(Nature.NotNow, "proposal.not-now");
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<Proposal>(), Possible.Keys.Order());
        Assert.Equal(Names<ProposalCommand>(), Bittern.EveryAct.Keys.Order());
        Assert.All(Possible.Keys, state => Assert.Equal(state, Bittern.Everywhere[state].State.GetType().Name));
        Assert.Equal(Names<ProposalEvent>(), Bittern.Everywhere.Values.SelectMany(s => s.History).Append(Bittern.Disclosed.When(Bittern.Joining).Then()).Select(e => e.GetType().Name).Distinct().Order());
    }

    [Fact]
    public void A_refusal_names_act_and_state() =>
        Assert.Equal(Refusal.NotNow("proposal.not-now", new Word("proposal-act.Sign"), new Word("proposal-state.Returned")),
            Assert.IsType<Decision<ProposalEvent>.Refused>(Bittern.Everywhere["Returned"].When(Bittern.Signing)).Why);

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
