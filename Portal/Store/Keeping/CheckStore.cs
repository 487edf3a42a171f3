using System.Text.Json;
using Marten;
using Npgsql;
using Transparency.Contracts;

namespace Transparency.Portal.Store.Keeping;

/// <summary>Reads everything once, in one snapshot, and names what does not hold together.</summary>
public static class CheckStore
{
    public static async Task<IReadOnlyList<Refusal>> RunAsync(IDocumentStore store, StoreKinds kinds, CancellationToken ct = default)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var findings = new List<Refusal>();
        var streams = new Dictionary<string, StreamCheck>();
        var checks = kinds.Checks.Select(begin => begin()).ToList();
        var registers = kinds.Rows.ToDictionary(p => p, _ => new Dictionary<string, FreshRow>());
        await foreach (var e in Replay.EventsAsync(connection, kinds, ct))
        {
            if (!streams.TryGetValue(e.Stream, out var stream)) streams[e.Stream] = stream = new(kinds);
            findings.AddRange(stream.Next(e));
            foreach (var check in checks) findings.AddRange(check.Next(e));
            foreach (var (projection, rows) in registers) Replay.Fold(projection, rows, e);
        }
        foreach (var check in checks) findings.AddRange(check.Findings());
        foreach (var (projection, rows) in registers) findings.AddRange(await CompareAsync(connection, projection, rows, ct));
        return findings;
    }

    private static async Task<List<Refusal>> CompareAsync(
        NpgsqlConnection connection, Projection projection, Dictionary<string, FreshRow> fresh, CancellationToken ct)
    {
        var (findings, seen) = (new List<Refusal>(), new HashSet<string>());
        await using var command = new NpgsqlCommand($"select id, mt_version, data from {projection.Table} order by id", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var id = reader.GetString(0);
            seen.Add(id);
            if (!fresh.TryGetValue(id, out var row) || row.Version != reader.GetInt64(1) || !Same(row.Row, reader.GetFieldValue<byte[]>(2)))
            {
                findings.Add(Refusal.Mend(null, "check.row-differs", projection.Name, id));
            }
        }
        findings.AddRange(fresh.Keys.Where(id => !seen.Contains(id)).Order(StringComparer.Ordinal)
            .Select(id => Refusal.Mend(null, "check.row-missing", projection.Name, id)));
        return findings;
    }

    /// <summary>Both written by the same serializer, since jsonb keeps no order of keys.</summary>
    private static bool Same(object fresh, byte[] stored)
    {
        var read = JsonSerializer.Deserialize(stored, fresh.GetType(), StoreJson.Options);
        return JsonSerializer.SerializeToUtf8Bytes(fresh, fresh.GetType(), StoreJson.Options).AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(read, fresh.GetType(), StoreJson.Options));
    }

    /// <summary>One stream: versions without gaps, every event known and in its place, every hash that of its section.</summary>
    private sealed class StreamCheck(StoreKinds kinds)
    {
        private long version;
        private object? state;

        public IEnumerable<Refusal> Next(StoredEvent e)
        {
            if (e.Version != ++version) yield return Refusal.Mend(null, "check.version-gap", e.Stream, (int)e.Version);
            if (e.Data is null || kinds.Of(e.Data) is not { } kind)
            {
                yield return Refusal.Mend(null, "check.event-unknown", e.Name, e.Stream);
                yield break;
            }
            if (!Moves(kind, e.Data)) yield return Refusal.Mend(null, "check.event-out-of-place", e.Name, e.Stream, (int)e.Version);
            if (kind.Hash(e.Data) is var (said, real) && said != real)
                yield return Refusal.Mend(null, "check.hash-differs", e.Stream, (int)e.Version);
        }

        /// <summary>False when the law's table has no row for this event in this state.</summary>
        private bool Moves(StreamKind kind, object e)
        {
            if (kind.Evolve is null) return true;
            (state, var moves) = kind.Evolve(state, e);
            return moves;
        }
    }
}
