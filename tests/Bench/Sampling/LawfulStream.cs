using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Bench.Sampling;

/// <summary>Events of one stream, ready to be appended as its first ones.</summary>
public sealed record SampledStream(string Key, IReadOnlyList<object> Events);

/// <summary>One case that lives in memory under its own law; what the law refuses is a fault of the sample.</summary>
/// <param name="standing">what the store holds of it already</param>
internal sealed class LawfulStream<TState, TCommand, TEvent>(Loaded<TState, TCommand, TEvent> standing, RuleBook rules) where TEvent : notnull
{
    private readonly List<object> events = [];

    public LawfulStream(string key, Decider<TState, TCommand, TEvent> law, RuleBook rules) : this(new(key, 0, law.Initial, law), rules) { }

    public TState State { get; private set; } = standing.State;

    public SampledStream Stream => new(standing.Key, events);

    /// <summary>Appends what was done here behind what stood before.</summary>
    public void AppendTo(Entry entry) => entry.Append(standing.Key, standing.Version, [.. events]);

    /// <exception cref="InvalidOperationException">the law refuses</exception>
    public void Do(TCommand command)
    {
        var law = standing.Law;
        if (law.Decide(rules, State, command) is not Decision<TEvent>.Accepted yes)
        {
            var why = (law.Decide(rules, State, command) as Decision<TEvent>.Refused)?.Why;
            throw new InvalidOperationException($"{standing.Key}: {command?.GetType().Name}: {why}");
        }
        foreach (var e in yes.Events)
        {
            State = law.Evolve(State, e);
            events.Add(e);
        }
    }
}
