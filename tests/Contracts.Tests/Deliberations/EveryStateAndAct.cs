using Transparency.Contracts.Deliberations;
using Transparency.Samples;
using static Transparency.Contracts.Deliberations.DeliberationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Deliberations;

/// <summary>The whole table: for each state the acts that are possible in it; all others are refused by name.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Dictionary<string, Scenario<Deliberation, DeliberationCommand, DeliberationEvent>> Everywhere = new()
    {
        ["None"] = Road.None, ["Proposed"] = Road.Proposed, ["Discussed"] = Road.Discussed, ["Discussed by committee"] = Road.ByCommittee, ["PartyReviewed"] = Road.PartyReviewed, ["Resolved"] = Road.Resolved,
        ["ResolutionPosted"] = Road.ResolutionPosted, ["ResultPosted"] = Road.ResultPosted, ["Rejected"] = Road.Rejected, ["Returned"] = Road.Returned, ["Withdrawn"] = Road.Withdrawn,
    };

    private static readonly Dictionary<string, string[]> Possible = new()
    {
        ["None"] = ["Propose"],
        ["Proposed"] = ["Discuss", "Return", "Withdraw"],
        ["Discussed"] = ["ReviewByParty", "Return", "Withdraw"],
        ["Discussed by committee"] = ["PostResolution", "Return", "Withdraw"],
        ["PartyReviewed"] = ["Resolve", "Return", "Withdraw"],
        ["Resolved"] = ["PostResolution", "Withdraw"],
        ["ResolutionPosted"] = ["PostResult", "Carry"],
        ["ResultPosted"] = ["Carry"],
        ["Rejected"] = [],
        ["Returned"] = [],
        ["Withdrawn"] = [],
    };

    /// <summary>One sound command of each act, on a day after all others.</summary>
    private static readonly Dictionary<string, DeliberationCommand> EveryAct = new DeliberationCommand[]
    {
        Road.Proposing(Road.Content), new Discuss(Road.Held(12, 7, 6, 5), Clerk, Road.On(20)), new ReviewByParty(Road.Held(13, 24, 19, 18), Clerk, Road.On(20)), Road.Resolving(Road.Held(14, 35, 32, 30)),
        new PostResolution(Road.Day(15), SampleDecisions.Board, Poster, Road.On(20)), new Return(new("再议"), Clerk, Road.On(20)), new Withdraw(new("不办了"), Clerk, Road.On(20)),
        new Carry(new("road"), Clerk, Road.On(20)), new Release(new("road"), Clerk, Road.On(20)), Road.Carried(Road.Approved),
    }.ToDictionary(c => c.GetType().Name);

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Possible.Keys)
            foreach (var act in EveryAct.Keys)
                pairs.Add(state, act);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Is_accepted_or_refused_by_name(string state, string act)
    {
        var decision = Everywhere[state].When(EveryAct[act]);
        if (state != "None" && act == "Release") Assert.Empty(Assert.IsType<Decision<DeliberationEvent>.Accepted>(decision).Events);
        else if (Possible[state].Contains(act)) decision.Then();
        else decision.Refused((state, act) switch
        {
            ("None", _) => "deliberation.unknown",
            ("Discussed by committee", "ReviewByParty" or "Resolve") => "deliberation.decided-by-committee",
            _ => "deliberation.not-now",
        });
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<Deliberation>(), Possible.Keys.Select(s => s.Split(' ')[0]).Distinct().Order());
        Assert.Equal(Names<DeliberationCommand>(), EveryAct.Keys.Order());
        Assert.All(Possible.Keys, state => Assert.Equal(state.Split(' ')[0], Everywhere[state].State.GetType().Name));
    }

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
