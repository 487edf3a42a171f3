using Transparency.Contracts.Disclosure.Reports;

namespace Transparency.Contracts.Tests.Disclosure;

/// <summary>The whole table of a report: for each state the acts that are possible in it; all others are refused by name.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Dictionary<string, string[]> Possible = new()
    {
        ["None"] = ["Prepare"],
        ["Prepared"] = ["Prepare", "Return", "Sign"],
        ["Returned"] = ["Prepare"],
        ["Disclosed"] = ["Prepare", "Post"],
        ["Posted"] = ["Prepare", "TakeDown"],
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Possible.Keys)
            foreach (var act in Quarter.EveryAct.Keys)
                pairs.Add(state, act);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Is_accepted_or_refused_by_name(string state, string act)
    {
        var decision = Quarter.Everywhere[state].When(Quarter.EveryAct[act]);
        if (Possible[state].Contains(act)) decision.Then();
        else decision.Refused((state, act) switch { ("None", _) => "report.unknown", ("Disclosed", "TakeDown") => "report.not-posted", ("Posted", "Post") => "report.posted-already", _ => "report.not-now" });
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<Report>(), Possible.Keys.Where(state => state != "Posted").Order());
        Assert.Equal(Names<ReportCommand>(), Quarter.EveryAct.Keys.Order());
        Assert.All(Possible.Keys, state => Assert.Equal(state == "Posted" ? "Disclosed" : state, Quarter.Everywhere[state].State.GetType().Name));
    }

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
