using System.Data;
using System.Text.Json;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Backup.Dumping;

/// <summary>
/// One moment of a store, held open so that counts, names of files and the dump all see the same, while writing goes on. It also keeps
/// two backups of one store from running at once; both end with its connection, however that comes.
/// </summary>
public sealed class StoreSnapshot : IAsyncDisposable
{
    private const string Take = "select pg_try_advisory_lock(hashtextextended('portal.backup', 0))";

    private readonly NpgsqlConnection connection;
    private NpgsqlTransaction? transaction;

    private StoreSnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction, string id, DateTimeOffset at) =>
        (this.connection, this.transaction, Id, At) = (connection, transaction, id, at);

    /// <summary>By which other sessions see the same, until <see cref="LetGoAsync"/>.</summary>
    public string Id { get; }

    /// <summary>On the database's clock, UTC, in whole seconds.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Refuses (<c>backup.elsewhere</c>) while another backup of this store runs.</summary>
    public static async Task<Result<StoreSnapshot>> TakeAsync(string way, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(Own(way).ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            // It stands idle while the dump runs, however long that takes.
            await RunAsync(connection, "set idle_in_transaction_session_timeout = 0; set statement_timeout = 0", ct);
            await using (var take = new NpgsqlCommand(Take, connection))
            {
                if (await take.ExecuteScalarAsync(ct) is not true)
                {
                    await connection.DisposeAsync();
                    return Refusal.Wait("backup.elsewhere");
                }
            }
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            await RunAsync(connection, "set transaction read only", ct);
            await using var export = new NpgsqlCommand(
                "select pg_export_snapshot(), date_trunc('second', clock_timestamp())", connection, transaction);
            await using var row = await export.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            return new StoreSnapshot(connection, transaction, row.GetString(0), new(row.GetDateTime(1), TimeSpan.Zero));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>An unpooled connection of the backup's own.</summary>
    public static NpgsqlConnectionStringBuilder Own(string way) => new(way) { Pooling = false, ApplicationName = "backup" };

    /// <summary>How many events there are, and the highest sequence number among them.</summary>
    public Task<(long Events, long Highest)> CountEventsAsync(CancellationToken ct) => CountEventsAsync(connection, ct);

    public static async Task<(long Events, long Highest)> CountEventsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        const string sql =
            $"select count(*), coalesce(max(seq_id), 0) from {MartenSetup.Ledger}.mt_events where stream_id <> 'mt_tombstone'";
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>Public acts, as the press counts them for the edition of a checkpoint.</summary>
    public async Task<long> CountActsAsync(StoreKinds kinds, CancellationToken ct)
    {
        var acts = 0L;
        foreach (var table in kinds.Rows.Where(row => row.IsPublic && row.Row.IsAssignableTo(typeof(IPublicRow))))
        {
            await using var command = new NpgsqlCommand($"select data from {table.Table}", connection) { CommandTimeout = 0 };
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                acts += ((IPublicRow)JsonSerializer.Deserialize(rows.GetFieldValue<byte[]>(0), table.Row, StoreJson.Options)!).Acts;
        }
        return acts;
    }

    /// <summary>The first column of a query, sorted by bytes.</summary>
    public Task<IReadOnlyList<string>> NamesAsync(string sql, CancellationToken ct) => NamesAsync(connection, sql, ct);

    public static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        var names = new List<string>();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct)) names.Add(rows.GetString(0));
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>Ends the snapshot; the store stays taken for other backups.</summary>
    public async Task LetGoAsync(CancellationToken ct)
    {
        if (transaction is not { } held) return;
        transaction = null;
        await held.RollbackAsync(ct);
        await held.DisposeAsync();
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
