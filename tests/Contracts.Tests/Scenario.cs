using Transparency.Samples;

namespace Transparency.Contracts.Tests;

/// <summary><c>Given(history).When(command).Then(events)</c> or <c>.Refused(code)</c>, over any decider.</summary>
internal sealed record Scenario<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> Law, IReadOnlyList<TEvent> History)
{
    public TState State => Law.Fold(History);

    public Decision<TEvent> When(TCommand command) => Law.Decide(SampleRules.Book, State, command);

    public Scenario<TState, TCommand, TEvent> And(TCommand command) => When(command) switch
    {
        Decision<TEvent>.Accepted yes => this with { History = [.. History, .. yes.Events] },
        Decision<TEvent>.Refused no => throw new InvalidOperationException($"{command} was refused: {no.Why}"),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>What happened under other rules, or in an earlier version.</summary>
    public Scenario<TState, TCommand, TEvent> Was(TEvent happened) => this with { History = [.. History, happened] };
}

internal static class Expect
{
    public static T Then<T>(this Decision<T> decision) => Assert.Single(Assert.IsType<Decision<T>.Accepted>(decision).Events);

    public static void Refused<T>(this Decision<T> decision, string code) => Assert.Equal(code, Assert.IsType<Decision<T>.Refused>(decision).Why.Code);

    public static void Refused<T>(this Result<T> result, string code) => Assert.Equal(code, Assert.IsType<Result<T>.Refused>(result).Why.Code);
}
