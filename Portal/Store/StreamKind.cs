using Marten;
using Transparency.Contracts;

namespace Transparency.Portal.Store;

/// <summary>
/// One kind of stream as the store keeps it: its events under their stored names, its law, and the private rows folded from it. Each room
/// has its own.
/// </summary>
/// <param name="Name">what the keys of its streams begin with</param>
/// <param name="Names">frozen from 1.0 on: a class may be renamed, its stored name never</param>
public sealed record StreamKind(string Name, IReadOnlyDictionary<Type, string> Names)
{
    /// <summary>The state after an event, and whether the law has a row for it in the state before; null for facts without a law.</summary>
    public Func<object?, object, (object State, bool Moves)>? Evolve { get; init; }

    public IReadOnlyList<Projection> Rows { get; init; } = [];

    /// <summary>What an event says of its section's hash, and what that hash is; null for an event without one.</summary>
    public Func<object, (ContentHash Said, ContentHash Real)?> Hash { get; init; } = _ => null;

    /// <summary>Its keys stand in no log: that something lies there, and how much, is nobody's business before its day.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Tables and indexes of its own.</summary>
    public Action<StoreOptions> Documents { get; init; } = _ => { };

    public static StreamKind Of<TState, TCommand, TEvent>(
        string name, Decider<TState, TCommand, TEvent> law, IReadOnlyDictionary<Type, string> names)
        where TState : class => new(name, names) { Evolve = (state, e) => Next(law, (TState?)state ?? law.Initial, (TEvent)e) };

    /// <summary>A row for each stream, private to the office unless it is said to be the press's.</summary>
    /// <param name="version">raised with every change of the fold or its record</param>
    public StreamKind With<T>(int version, Func<T?, string, object, T?> evolve, bool isPublic = false) where T : class =>
        this with { Rows = [.. Rows, Projection.Of(version, Name, [.. Names.Keys], evolve, isPublic)] };

    /// <summary>An event that carries the hash of its section.</summary>
    public StreamKind Hashed<T>(Func<T, (ContentHash, ContentHash)> hash)
    {
        var others = Hash;
        return this with { Hash = e => e is T x ? hash(x) : others(e) };
    }

    private static (object, bool) Next<TState, TCommand, TEvent>(
        Decider<TState, TCommand, TEvent> law, TState before, TEvent e)
        where TState : class
    {
        var after = law.Evolve(before, e);
        return (after, !ReferenceEquals(before, after) && !after.Equals(law.Initial));
    }
}
