using Marten;
using Npgsql;

namespace Transparency.Portal.Store;

/// <summary>Made once with the store, and the same in every copy and backup of it.</summary>
public sealed record StoreIdentity(string Id, string Value)
{
    internal const string Only = "store";
}

/// <summary>Which store this is, and how far it has come: two stores of one identity are told apart by what happened in them.</summary>
/// <param name="Events">how many it holds, public or not; null when they were not counted</param>
/// <param name="Last">number of the newest; grows with every event, with gaps</param>
/// <param name="Unknown">a stored name that this program has no event for; null as a rule</param>
public sealed record StoreMark(string Identity, long? Events, long Last, string? Unknown)
{
    // Marten fills the sequence numbers of failed appends with tombstones, under a stream of their own: they are no events.
    private const string OfEvents = $"from {MartenSetup.Ledger}.mt_events where stream_id <> 'mt_tombstone'";

    /// <param name="connection">in the snapshot that the register is read from</param>
    public static async Task<StoreMark> ReadAsync(NpgsqlConnection connection, StoreKinds kinds, CancellationToken ct)
    {
        var identity = await ScalarAsync(connection, $"select data->>'value' from {MartenSetup.Portal}.mt_doc_storeidentity", ct);
        await using var command = new NpgsqlCommand(
            $"select type, count(*), max(seq_id) {OfEvents} group by type order by type", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (events, last, unknown) = (0L, 0L, (string?)null);
        while (await reader.ReadAsync(ct))
        {
            if (!kinds.Types.ContainsKey(reader.GetString(0))) unknown ??= reader.GetString(0);
            (events, last) = (events + reader.GetInt64(1), Math.Max(last, reader.GetInt64(2)));
        }
        return new((string)identity!, events, last, unknown);
    }

    /// <summary>The same without counting: as quick with a million events as with one.</summary>
    public async Task<StoreMark> ReadOnAsync(NpgsqlConnection connection, CancellationToken ct) => this with
    {
        Events = null, Last = await ScalarAsync(connection, $"select max(seq_id) {OfEvents}", ct) is long last ? last : 0,
    };

    /// <summary>Gives a new store its identity; one that has it keeps it.</summary>
    internal static async Task EnsureAsync(IDocumentStore store, CancellationToken ct)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        await using var insert = new NpgsqlCommand(
            $"""
            insert into {MartenSetup.Portal}.mt_doc_storeidentity (id, data, mt_dotnet_type)
            values ('{StoreIdentity.Only}', jsonb_build_object('id', '{StoreIdentity.Only}', 'value', gen_random_uuid()::text), $1)
            on conflict (id) do nothing
            """, connection)
        {
            Parameters = { new() { Value = typeof(StoreIdentity).FullName! } },
        };
        await insert.ExecuteNonQueryAsync(ct);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct);
    }
}
