using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Transparency.Contracts;
using Transparency.Portal.Problems;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Store.Keeping;

/// <summary>
/// Replays the register from the events in one transaction: readers never see half of it, writers wait for seconds.
/// An act that loaded a wrong row before the lock may write its error on after it: run it before requests are accepted,
/// or until it changes 0 rows.
/// </summary>
public static class RebuildRegister
{
    /// <returns>how many rows were removed, added or changed</returns>
    public static async Task<int> RunAsync(IDocumentStore store, StoreKinds kinds, CancellationToken ct = default)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"lock table {MartenSetup.Ledger}.mt_events in share mode", ct);
        var registers = kinds.Rows.ToDictionary(p => p, _ => new Dictionary<string, FreshRow>());
        await foreach (var e in Replay.EventsAsync(connection, kinds, ct))
        {
            if (e.Data is null) throw new CannotRun(Refusal.Mend(null, "check.event-unknown", e.Name, e.Stream));
            foreach (var (projection, rows) in registers) Replay.Fold(projection, rows, e);
        }
        var changed = 0;
        foreach (var (projection, rows) in registers)
        {
            await CopyAsync(connection, rows, ct);
            changed += await ReplaceAsync(connection, projection, ct);
        }
        await transaction.CommitAsync(ct);
        return changed;
    }

    /// <summary>Replays when a fold has another version than the one that filled its table.</summary>
    public static async Task IfOutdatedAsync(IDocumentStore store, StoreKinds kinds, CancellationToken ct = default)
    {
        await using var session = store.LightweightSession();
        var known = (await session.Query<ProjectionVersion>().ToListAsync(ct)).ToDictionary(v => v.Id, v => v.Version);
        if (kinds.Rows.All(p => known.GetValueOrDefault(p.Name) == p.Version)) return;
        await RunAsync(store, kinds, ct);
        // Dying before this line repeats the replay at the next start, which changes nothing.
        session.Store(kinds.Rows.Select(p => new ProjectionVersion(p.Name, p.Version)));
        await session.SaveChangesAsync(ct);
    }

    private static async Task CopyAsync(NpgsqlConnection connection, Dictionary<string, FreshRow> rows, CancellationToken ct)
    {
        await ExecuteAsync(
            connection,
            "drop table if exists pg_temp.fresh; "
            + "create temporary table fresh (id varchar, data jsonb, version bigint) on commit drop",
            ct);
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy pg_temp.fresh (id, data, version) from stdin (format binary)", ct);
        foreach (var (id, fresh) in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(id, NpgsqlDbType.Varchar, ct);
            var data = JsonSerializer.SerializeToUtf8Bytes(fresh.Row, fresh.Row.GetType(), StoreJson.Options);
            await copy.WriteAsync(data, NpgsqlDbType.Jsonb, ct);
            await copy.WriteAsync(fresh.Version, NpgsqlDbType.Bigint, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task<int> ReplaceAsync(NpgsqlConnection connection, Projection projection, CancellationToken ct)
    {
        var removed = await ExecuteAsync(
            connection, $"delete from {projection.Table} t where not exists (select from pg_temp.fresh f where f.id = t.id)", ct);
        var written = await ExecuteAsync(connection, $"""
        insert into {projection.Table} as t (id, data, mt_version, mt_dotnet_type, mt_last_modified)
        select id, data, version, '{projection.Row.FullName}', transaction_timestamp() from pg_temp.fresh
        on conflict (id) do update set data = excluded.data, mt_version = excluded.mt_version, mt_last_modified = excluded.mt_last_modified
        where (t.data, t.mt_version) is distinct from (excluded.data, excluded.mt_version)
        """, ct);
        return removed + written;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(ct);
    }
}
