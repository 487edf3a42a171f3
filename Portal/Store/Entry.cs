using System.Collections.Concurrent;
using JasperFx.Events;
using Marten;
using Marten.Services.BatchQuerying;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Disk;
using Transparency.Publishing.Typesetting;

namespace Transparency.Portal.Store;

/// <summary>A case as its stream tells it.</summary>
/// <param name="Version">0 when nothing happened yet</param>
public sealed record Loaded<TState, TCommand, TEvent>(string Key, long Version, TState State, Decider<TState, TCommand, TEvent> Law);

/// <summary>One attempt of one act: all that it appends and stores is saved together, or nothing is.</summary>
/// <param name="standsInPublic">see <see cref="Ledger.StandsInPublic"/></param>
/// <param name="identity">see <see cref="Ledger.Identity"/></param>
public sealed class Entry(
    IDocumentSession session, RuleBook rules, Func<string, bool> standsInPublic, IdentityKey identity, CancellationToken ct)
{
    private readonly List<StreamMoved> moved = [];

    /// <summary>
    /// What was loaded or decided in this entry: a second act on the same stream goes on from the first. The answers to one batch are
    /// taken in side by side.
    /// </summary>
    private readonly ConcurrentDictionary<string, object> files = new(StringComparer.Ordinal);

    public RuleBook Rules => rules;

    /// <summary>For private documents and for reading the register; events go through <see cref="Decide"/>.</summary>
    public IDocumentSession Documents => session;

    public IReadOnlyList<StreamMoved> Moved => moved;

    public CancellationToken Cancelled => ct;

    /// <inheritdoc cref="Ledger.Identity"/>
    public IdentityKey Identity => identity;

    /// <inheritdoc cref="Ledger.StandsInPublic"/>
    public bool StandsInPublic(string folder) => standsInPublic(folder);

    public async Task<Loaded<TState, TCommand, TEvent>> LoadAsync<TState, TCommand, TEvent>(
        string key, Decider<TState, TCommand, TEvent> law)
    {
        if (files.GetValueOrDefault(key) is Loaded<TState, TCommand, TEvent> known) return known;
        var file = await LoadAsync(session, key, law, ct);
        files[key] = file;
        return file;
    }

    /// <summary>The same with other questions in one; it is answered when the batch is.</summary>
    public async Task<Loaded<TState, TCommand, TEvent>> LoadAsync<TState, TCommand, TEvent>(
        IBatchedQuery batch, string key, Decider<TState, TCommand, TEvent> law)
    {
        if (files.GetValueOrDefault(key) is Loaded<TState, TCommand, TEvent> known) return known;
        var file = await ReadAsync(batch, key, law);
        files[key] = file;
        return file;
    }

    public static async Task<Loaded<TState, TCommand, TEvent>> LoadAsync<TState, TCommand, TEvent>(
        IQuerySession session, string key, Decider<TState, TCommand, TEvent> law, CancellationToken ct)
    {
        return Told(key, law, await session.Events.FetchStreamAsync(key, token: ct));
    }

    /// <summary>The case alone, with other questions in one; nothing of it is kept for a second act.</summary>
    public static async Task<Loaded<TState, TCommand, TEvent>> ReadAsync<TState, TCommand, TEvent>(
        IBatchedQuery batch, string key, Decider<TState, TCommand, TEvent> law) => Told(key, law, await batch.Events.FetchStream(key));

    private static Loaded<TState, TCommand, TEvent> Told<TState, TCommand, TEvent>(
        string key, Decider<TState, TCommand, TEvent> law, IReadOnlyList<IEvent> history) =>
        new(key, history.Count == 0 ? 0 : history[^1].Version, law.Fold(history.Select(e => (TEvent)e.Data)), law);

    /// <summary>Null when the act was lawful and its events are appended to this entry.</summary>
    public Refusal? Decide<TState, TCommand, TEvent>(Loaded<TState, TCommand, TEvent> file, TCommand command) =>
        Take(file, file.Law.Decide(rules, file.State, command));

    /// <summary>The same for what has been decided over this very file.</summary>
    public Refusal? Take<TState, TCommand, TEvent>(Loaded<TState, TCommand, TEvent> file, Decision<TEvent> decision)
    {
        switch (decision)
        {
            case Decision<TEvent>.Refused no: return no.Why;
            case Decision<TEvent>.Accepted yes when NotSettable(yes.Events) is { } unsettable: return unsettable;
            case Decision<TEvent>.Accepted yes:
                Append(file.Key, file.Version, [.. yes.Events.Cast<object>()]);
                files[file.Key] = file with
                {
                    Version = file.Version + yes.Events.Count, State = yes.Events.Aggregate(file.State, file.Law.Evolve),
                };
                break;
        }
        return null;
    }

    /// <summary>A word that no font of the notices has would keep their PDF back for ever: whoever writes it is told.</summary>
    private static Refusal? NotSettable<TEvent>(IReadOnlyList<TEvent> events) =>
        events.SelectMany(e => Soundness.TextsIn(e!)).Select(part => SheetFonts.FaultIn(part.Text)?.At(part.Field))
            .FirstOrDefault(no => no is not null);

    /// <summary>For facts without a law of their own.</summary>
    /// <param name="before">the version that was seen; another writer's event in between fails the whole entry</param>
    public void Append(string key, long before, params object[] events)
    {
        if (events.Length == 0) return;
        var after = before + events.Length;
        if (before == 0) session.Events.StartStream(key, events);
        else session.Events.Append(key, after, events);
        moved.Add(new(key, after));
    }

    public async Task<long> VersionAsync(string key) => (await session.Events.FetchStreamStateAsync(key, ct))?.Version ?? 0;

    /// <summary>Holds an advisory lock until this entry is saved or dropped; take it before loading.</summary>
    public async Task LockAsync(string key, bool shared)
    {
        await session.BeginTransactionAsync(ct);
        var function = shared ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
        await using var take = new NpgsqlCommand($"select {function}(hashtextextended($1, 0))", session.Connection)
        {
            Parameters = { new() { Value = key } },
        };
        await take.ExecuteNonQueryAsync(ct);
    }
}
