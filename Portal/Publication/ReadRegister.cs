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
    private readonly Table<DeclarationOnRegister> declarations = new();
    private readonly Table<AgreementOnRegister> agreements = new();
    private readonly Table<ObjectionOnRegister> objections = new();
    private readonly Table<TownOnRegister> town = new();
    private PublicRegister? last;

    /// <returns>null as long as the store knows no town; the same object as before when no row differs</returns>
    public async Task<PublicRegister?> ReadAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using (var readOnly = new NpgsqlCommand("set transaction read only", connection, snapshot)) await readOnly.ExecuteNonQueryAsync(ct);
        var serializer = store.Options.Serializer();
        bool[] changed =
        [
            await declarations.RefreshAsync(connection, serializer, ct), await agreements.RefreshAsync(connection, serializer, ct),
            await objections.RefreshAsync(connection, serializer, ct), await town.RefreshAsync(connection, serializer, ct),
        ];
        if (town.Rows.FirstOrDefault() is not { } named) return null;
        if (last is null || changed.Contains(true)) last = PublicRegister.Of(named, declarations.Rows, agreements.Rows, objections.Rows);
        return last;
    }

    private sealed class Table<T> where T : class
    {
        private static readonly string Name = Projections.All.Single(p => p.Row == typeof(T)).Table;
        private readonly Dictionary<string, (long Version, T Row)> known = new(StringComparer.Ordinal);

        public IEnumerable<T> Rows => known.Values.Select(k => k.Row);

        public async Task<bool> RefreshAsync(NpgsqlConnection connection, ISerializer serializer, CancellationToken ct)
        {
            var versions = await VersionsAsync(connection, ct);
            var gone = known.Keys.Where(id => !versions.ContainsKey(id)).ToList();
            gone.ForEach(id => known.Remove(id));
            var differing = versions.Where(v => !known.TryGetValue(v.Key, out var k) || k.Version != v.Value).Select(v => v.Key).ToArray();
            if (differing.Length > 0)
                await foreach (var (id, version, row) in RowsAsync(connection, serializer, differing, ct)) known[id] = (version, row);
            return gone.Count + differing.Length > 0;
        }

        private static async Task<Dictionary<string, long>> VersionsAsync(NpgsqlConnection connection, CancellationToken ct)
        {
            var versions = new Dictionary<string, long>(StringComparer.Ordinal);
            await using var command = new NpgsqlCommand($"select id, mt_version::bigint from {Name}", connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) versions.Add(reader.GetString(0), reader.GetInt64(1));
            return versions;
        }

        private static async IAsyncEnumerable<(string, long, T)> RowsAsync(NpgsqlConnection connection, ISerializer serializer, string[] ids, [EnumeratorCancellation] CancellationToken ct)
        {
            await using var command = new NpgsqlCommand($"select id, mt_version::bigint, data from {Name} where id = any($1)", connection) { Parameters = { new() { Value = ids } } };
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                yield return (reader.GetString(0), reader.GetInt64(1), serializer.FromJson<T>(new MemoryStream(reader.GetFieldValue<byte[]>(2))));
        }
    }
}
