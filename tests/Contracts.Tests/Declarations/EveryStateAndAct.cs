using Transparency.Contracts.Declarations;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>The whole table of <c>every-state-and-act.csv</c>: each act in each state leads to the event named there, or is refused by the name that stands there and changes nothing.</summary>
public sealed class EveryStateAndAct
{
    private static readonly Lazy<IReadOnlyList<string[]>> Table = new(() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Declarations", "every-state-and-act.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))]);

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in Table.Value) rows.Add(row[0], row[1], row[2]);
        return rows;
    }

    public static IEnumerable<(string State, string Act)> Pairs => Table.Value.Select(row => (row[0], row[1]));

    [Theory, MemberData(nameof(Rows))]
    public void Leads_to_its_event_or_is_refused_by_name(string state, string act, string expected)
    {
        switch (Road.Everywhere[state].When(Road.EveryAct[act]))
        {
            case Decision<DeclarationEvent>.Accepted yes: Assert.Equal(expected, Assert.Single(yes.Events).GetType().Name); break;
            case Decision<DeclarationEvent>.Refused no: Assert.Equal(expected, no.Why.Code); break;
        }
    }

    [Fact]
    public void Names_every_pair_of_state_and_act_once()
    {
        var pairs = from state in Names<Declaration>() from act in Names<DeclarationCommand>() select (state, act);
        Assert.Equal(pairs.Order(), Pairs.Order());
        Assert.All(Names<Declaration>(), state => Assert.Equal(state, Road.Everywhere[state].State.GetType().Name));
    }

    private static IEnumerable<string> Names<T>() => typeof(T).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Select(t => t.Name).Order();
}
