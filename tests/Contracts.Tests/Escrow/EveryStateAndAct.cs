using Transparency.Contracts.Escrow.Statements;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>The whole table of a statement: for each state the acts that are possible in it; all others are refused by name.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Dictionary<string, string[]> Possible = new()
    {
        ["None"] = ["Prepare"],
        ["Prepared"] = ["Prepare", "Return", "Check"],
        ["Returned"] = ["Prepare"],
        ["Checked"] = ["Prepare", "Return", "Sign"],
        ["Disclosed"] = ["Prepare", "Ask", "Answer"],
    };

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var state in Possible.Keys)
            foreach (var act in Summer.EveryAct.Keys)
                pairs.Add(state, act);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Is_accepted_or_refused_by_name(string state, string act)
    {
        var decision = Summer.Everywhere[state].When(Summer.EveryAct[act]);
        if (Possible[state].Contains(act)) decision.Then();
        else Assert.Contains(Assert.IsType<Decision<StatementEvent>.Refused>(decision).Why.Code, new[] { "statement.not-now", "statement.unknown" });
    }

    [Fact]
    public void Names_every_state_and_every_act()
    {
        Assert.Equal(Names<Statement>(), Possible.Keys.Order());
        Assert.Equal(Names<StatementCommand>(), Summer.EveryAct.Keys.Order());
        Assert.All(Possible.Keys, state => Assert.Equal(state, Summer.Everywhere[state].State.GetType().Name));
    }

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
