namespace Transparency.Contracts;

/// <summary>
/// The law of one kind of case: <paramref name="Table"/> says by (state, command) what happens, under the rules in force;
/// <paramref name="Evolve"/> is the table of (state, event), which has no rules in it.
/// </summary>
/// <param name="At">the moment of a command, UTC: the rows in force on its local day decide; null where no row has a time in force</param>
public sealed record Decider<TState, TCommand, TEvent>(
    TState Initial,
    Func<RuleBook, TState, TCommand, Decision<TEvent>> Table,
    Func<TState, TEvent, TState> Evolve,
    Func<TCommand, DateTimeOffset>? At = null)
{
    /// <summary>The parties of a case that an act touches; null where a kind of case has none.</summary>
    public Func<TState, TCommand, Concern?>? Concerns { get; init; }

    /// <summary>What the table says; nothing unsound happens, whatever it says.</summary>
    public Decision<TEvent> Decide(RuleBook rules, TState state, TCommand command) => Table(InForce(rules, command), state, command) switch
    {
        Decision<TEvent>.Accepted when Concerns?.Invoke(state, command)?.Fault is { } interested => interested,
        Decision<TEvent>.Accepted yes
            when yes.Events.Select(e => Soundness.FaultIn(e!)).FirstOrDefault(no => no is not null) is { } unsound => unsound,
        var decision => decision,
    };

    /// <summary>The state to which a command would lead, or why it leads nowhere.</summary>
    public Result<TState> Next(RuleBook rules, TState state, TCommand command) => Decide(rules, state, command) switch
    {
        Decision<TEvent>.Refused no => no.Why,
        Decision<TEvent>.Accepted yes => yes.Events.Aggregate(state, Evolve),
        _ => state,
    };

    private RuleBook InForce(RuleBook rules, TCommand command) => At is null ? rules : rules.On(Shanghai.DayOf(At(command)));

    public TState Fold(IEnumerable<TEvent> history) => history.Aggregate(Initial, Evolve);
}
