using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;

namespace Transparency.Portal.Store.Keeping;

/// <summary>A row of the register as a fresh fold makes it.</summary>
/// <param name="Version">of its stream</param>
public sealed record FreshRow(object Row, long Version);

/// <summary>Reads every event with plain SQL and folds it with the same pure folds as the inline projections.</summary>
public static class Replay
{
    public static async IAsyncEnumerable<StoredEvent> EventsAsync(
        NpgsqlConnection connection, StoreKinds kinds, [EnumeratorCancellation] CancellationToken ct)
    {
        // Marten fills the sequence numbers of failed appends with tombstones, under a stream of their own.
        const string sql =
            $"select stream_id, version, type, data from {MartenSetup.Ledger}.mt_events where stream_id <> 'mt_tombstone' order by seq_id";
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var name = reader.GetString(2);
            var data = kinds.Types.TryGetValue(name, out var type)
                ? JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(3), type, StoreJson.Options)
                : null;
            yield return new(reader.GetString(0), reader.GetInt64(1), name, data);
        }
    }

    public static void Fold(Projection projection, Dictionary<string, FreshRow> rows, StoredEvent e)
    {
        var now = rows.GetValueOrDefault(e.Stream);
        var next = e.Data is null || !projection.Events.Contains(e.Data.GetType())
            ? now?.Row
            : projection.Evolve(now?.Row, e.Stream, e.Data);
        if (next is null) rows.Remove(e.Stream);
        else rows[e.Stream] = new(next, e.Version);
    }
}
