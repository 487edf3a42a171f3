using System.Collections.Immutable;
using System.Data;
using System.Runtime.CompilerServices;
using Marten;
using Npgsql;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Publication;

/// <summary>
/// Reads the public register as one snapshot. What changed is found by comparing (id, version) of every row with what was read last:
/// time stamps and sequence marks miss late commits, so no mark is trusted. Only differing rows are read; equal rows stay the same objects.
/// </summary>
public sealed class ReadRegister(IDocumentStore store, string connectionString)
{
    private readonly List<Table> tables = [.. Projections.All.Where(p => p.IsPublic).Select(p => new Table(p))];
    private PublicRegister? last;

    /// <returns>null as long as the store knows no town; the same object as before when no row differs</returns>
    public async Task<PublicRegister?> ReadAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using (var readOnly = new NpgsqlCommand("set transaction read only", connection, snapshot)) await readOnly.ExecuteNonQueryAsync(ct);
        var serializer = store.Options.Serializer();
        var changed = new List<(string Id, object? Row)>();
        foreach (var table in tables) changed.AddRange(await table.RefreshAsync(connection, serializer, ct));
        if (changed.Count == 0 || With(changed) is not { } now) return last;
        // Only now: a read that broke off, or found no town yet, must find the same differences again.
        tables.ForEach(table => table.Keep());
        return last = now;
    }

    private PublicRegister? With(IEnumerable<(string Id, object? Row)> changed)
    {
        var town = last?.Town;
        var rows = (last?.Rows ?? ImmutableDictionary.Create<string, IPublicRow>(StringComparer.Ordinal)).ToBuilder();
        foreach (var (id, row) in changed)
        {
            if (row is TownOnRegister named) town = named;
            else if (row is IPublicRow known) rows[id] = known;
            else rows.Remove(id);
        }
        return town is null ? null : new(town, rows.ToImmutable());
    }

    /// <summary>The versions last read of one kind of row; the rows themselves stand in the register.</summary>
    private sealed class Table(Projection projection)
    {
        private Dictionary<string, long> known = new(StringComparer.Ordinal);
        private Dictionary<string, long> read = new(StringComparer.Ordinal);

        public void Keep() => known = read;

        /// <returns>rows that are new or differ; null for those that are gone</returns>
        public async Task<List<(string Id, object? Row)>> RefreshAsync(NpgsqlConnection connection, ISerializer serializer, CancellationToken ct)
        {
            var versions = await VersionsAsync(connection, ct);
            var changed = known.Keys.Where(id => !versions.ContainsKey(id)).Select(id => (id, (object?)null)).ToList();
            var differing = versions.Where(v => !known.TryGetValue(v.Key, out var version) || version != v.Value).Select(v => v.Key).ToArray();
            if (differing.Length > 0)
                await foreach (var row in RowsAsync(connection, serializer, differing, ct)) changed.Add(row);
            read = versions;
            return changed;
        }

        private async Task<Dictionary<string, long>> VersionsAsync(NpgsqlConnection connection, CancellationToken ct)
        {
            var versions = new Dictionary<string, long>(known.Count, StringComparer.Ordinal);
            await using var command = new NpgsqlCommand($"select id, mt_version::bigint from {projection.Table}", connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) versions.Add(reader.GetString(0), reader.GetInt64(1));
            return versions;
        }

        private async IAsyncEnumerable<(string, object?)> RowsAsync(NpgsqlConnection connection, ISerializer serializer, string[] ids, [EnumeratorCancellation] CancellationToken ct)
        {
            await using var command = new NpgsqlCommand($"select id, data from {projection.Table} where id = any($1)", connection) { Parameters = { new() { Value = ids } } };
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                yield return (reader.GetString(0), serializer.FromJson(projection.Row, new MemoryStream(reader.GetFieldValue<byte[]>(1))));
        }
    }
}
