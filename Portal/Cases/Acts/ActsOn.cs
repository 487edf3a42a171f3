using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>The acts whose subject names one stream: how it names it, and the law of what happens there.</summary>
/// <param name="Read">null for a subject that cannot be read</param>
/// <param name="Unread">says so</param>
public sealed record ActsOn<TKey, TState, TCommand, TEvent>(
    Func<string, TKey?> Read, Func<string, Refusal> Unread, Func<TKey, string> StreamOf, Decider<TState, TCommand, TEvent> Law)
    where TKey : struct
{
    /// <summary>What its pinned acts must carry; null when nothing waits for a signature.</summary>
    public Func<TKey, TState, ContentHash?> Hash { get; init; } = (_, _) => null;

    /// <summary>Takes a lock that is held until the act is saved or dropped; nothing was read before it.</summary>
    public Func<Entry, TKey, Task> LockAsync { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>With whom the case is, where its own stream does not hold that; asked only of officers with interests.</summary>
    public Func<Entry, TKey, Task<IReadOnlyList<Party>>> PartiesAsync { get; init; } = (_, _) => Task.FromResult<IReadOnlyList<Party>>([]);

    public Act Act(string name, Func<Doing, TKey, TCommand> command, params IReadOnlyList<FormField> form) =>
        Act(name, (doing, key) => Task.FromResult(command(doing, key)), form);

    public Act Act(string name, Func<Doing, TKey, Task<TCommand>> command, params IReadOnlyList<FormField> form) =>
        Whole(name, async (doing, key, file) => doing.Decide(file, await command(doing, key)), form);

    /// <summary>An act that carries the hash of what the officer saw.</summary>
    public Act Pinned(string name, Func<Doing, TKey, TCommand> command, params IReadOnlyList<FormField> form) =>
        Pinned(name, (doing, key, file) => Task.FromResult(doing.DecidePinned(file, command(doing, key))), form);

    /// <inheritdoc cref="Pinned(string, Func{Doing, TKey, TCommand}, IReadOnlyList{FormField})"/>
    public Act Pinned(
        string name, Func<Doing, TKey, Loaded<TState, TCommand, TEvent>, Task<Refusal?>> act, params IReadOnlyList<FormField> form) =>
        Whole(name, act, form) with
        {
            Pins = async (session, _, subject, ct) =>
                Read(subject) is { } key ? Hash(key, (await Entry.LoadAsync(session, StreamOf(key), Law, ct)).State) : null,
        };

    /// <summary>An act that is more than one command.</summary>
    /// <param name="act">ends with <see cref="Doing.Decide"/> or <see cref="Doing.DecidePinned"/> itself</param>
    public Act Whole(
        string name, Func<Doing, TKey, Loaded<TState, TCommand, TEvent>, Task<Refusal?>> act, params IReadOnlyList<FormField> form) =>
        new(name, async doing =>
        {
            if (Read(doing.Subject) is not { } key) return Unread(doing.Subject);
            await LockAsync(doing.Entry, key);
            if (!doing.By.Interests.IsNone && new Concern(doing.By, await PartiesAsync(doing.Entry, key)).Fault is { } interested)
                return interested;
            return await act(doing, key, await doing.Entry.LoadAsync(StreamOf(key), Law));
        }, form)
        {
            Leaves = (subject, _) => Read(subject) is { } key ? StreamOf(key) : null,
        };
}
