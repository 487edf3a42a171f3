using Transparency.Contracts;

namespace Transparency.Portal.Bench;

/// <summary>Events of one stream, ready to be appended as its first ones.</summary>
public sealed record SampledStream(string Key, IReadOnlyList<object> Events);

/// <summary>One case that lives in memory under its own law; what the law refuses is a fault of the sample.</summary>
internal sealed class LawfulStream<TState, TCommand, TEvent>(string key, Decider<TState, TCommand, TEvent> law, RuleBook rules) where TEvent : notnull
{
    private readonly List<object> events = [];

    public TState State { get; private set; } = law.Initial;

    public SampledStream Stream => new(key, events);

    /// <exception cref="InvalidOperationException">the law refuses</exception>
    public void Do(TCommand command)
    {
        if (law.Decide(rules, State, command) is not Decision<TEvent>.Accepted yes)
        {
            throw new InvalidOperationException($"{key}: {command?.GetType().Name}: {(law.Decide(rules, State, command) as Decision<TEvent>.Refused)?.Why}");
        }
        foreach (var e in yes.Events)
        {
            State = law.Evolve(State, e);
            events.Add(e);
        }
    }
}
