namespace Transparency.Contracts;

/// <summary>
/// The law of one kind of case: <paramref name="Decide"/> is its table of (state, command), under the rules in force;
/// <paramref name="Evolve"/> its table of (state, event), which has no rules in it.
/// </summary>
public sealed record Decider<TState, TCommand, TEvent>(
    TState Initial,
    Func<RuleBook, TState, TCommand, Decision<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve)
{
    public TState Fold(IEnumerable<TEvent> history) => history.Aggregate(Initial, Evolve);
}
