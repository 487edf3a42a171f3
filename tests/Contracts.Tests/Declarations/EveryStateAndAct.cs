using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>The whole table: for each state the acts that are possible in it; all others are refused by name and change nothing.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Dictionary<string, string[]> Possible = new()
    {
        ["None"] = ["Draft"],
        ["Drafted"] = ["Redraft", "Declare", "Withdraw"],
        ["InReview"] = ["Return", "RefuseReview", "PassReview", "Withdraw"],
        ["Returned"] = ["Redraft", "Declare", "Withdraw"],
        ["ReviewRefused"] = [],
        ["ReviewPassed"] = ["Return", "OpenWindow", "Withdraw"],
        ["InPublicity"] = ["FixWording", "Restart", "SettleObjection", "CloseWindow", "Refuse", "Withdraw"],
        ["WindowClosed"] = ["Restart", "SettleObjection", "Approve", "Refuse", "Withdraw"],
        ["Approved"] = ["Revoke"],
        ["Refused"] = ["SettleObjection"],
        ["Withdrawn"] = ["SettleObjection"],
        ["Revoked"] = [],
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Possible.Keys)
            foreach (var act in Road.EveryAct.Keys)
                pairs.Add(state, act);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Is_accepted_or_refused_by_name(string state, string act)
    {
        var decision = Road.Everywhere[state].When(Road.EveryAct[act]);
        if (Possible[state].Contains(act)) decision.Then();
        else Assert.Contains(Assert.IsType<Decision<DeclarationEvent>.Refused>(decision).Why.Code, new[] { "declaration.not-now", "declaration.unknown", "declaration.window-open" });
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<Declaration>(), Possible.Keys.Order());
        Assert.Equal(Names<DeclarationCommand>(), Road.EveryAct.Keys.Order());
        Assert.All(Possible.Keys, state => Assert.Equal(state, Road.Everywhere[state].State.GetType().Name));
    }

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
