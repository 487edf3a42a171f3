using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Acts;

/// <summary>One attempt of one act: what was asked for, and the entry in which it is decided.</summary>
public sealed class Doing(Entry entry, ActRequest request)
{
    public Entry Entry => entry;

    /// <summary>As they were given; once all are read, <see cref="Decide"/> says what was wrong with them.</summary>
    public Fields Fields { get; } = new(request.Fields, Shanghai.DayOf(request.At), request.Act);

    public string Subject => request.Subject;

    public Officer By => request.By;

    /// <summary>UTC, by the portal's clock.</summary>
    public DateTimeOffset At => request.At;

    public Refusal? Stale(long version) => request.Stale(version);

    /// <summary>The usual end of an act: what was given can be read, nobody was faster, and the law agrees.</summary>
    public Refusal? Decide<TState, TCommand, TEvent>(Loaded<TState, TCommand, TEvent> file, TCommand command) =>
        Fields.Fault ?? Stale(file.Version) ?? entry.Decide(file, command);

    /// <summary>The same for an act that carries the hash of what was seen.</summary>
    public Refusal? DecidePinned<TState, TCommand, TEvent>(Loaded<TState, TCommand, TEvent> file, TCommand command) =>
        Fields.Fault ?? entry.Decide(file, command);
}
