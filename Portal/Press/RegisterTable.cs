using Marten;
using Npgsql;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Press;

/// <summary>One kind of row: the versions last read; the rows themselves stand in the register.</summary>
internal sealed class RegisterTable(Projection projection)
{
    private const int RowsPerBatch = 256;

    private Dictionary<string, long> known = new(StringComparer.Ordinal);
    private Action keep = () => { };

    /// <summary>What was read last has arrived in the register.</summary>
    public void Keep() => keep();

    /// <summary>The next comparison finds this row differing again.</summary>
    public void Forget(string id) => known.Remove(id);

    /// <summary>Compares every row's version.</summary>
    /// <returns>rows that are new or differ; null for those that are gone</returns>
    public async Task<List<(string Id, object? Row)>> CompareAsync(
        NpgsqlConnection connection, ISerializer serializer, CancellationToken ct)
    {
        var versions = await VersionsAsync(connection, ct);
        var changed = known.Keys.Where(id => !versions.ContainsKey(id)).Select(id => (id, (object?)null)).ToList();
        var differing = versions.Where(v => !known.TryGetValue(v.Key, out var version) || version != v.Value).Select(v => v.Key).ToArray();
        changed.AddRange((await RowsAsync(connection, serializer, differing, ct)).Select(row => (row.Id, (object?)row.Row)));
        keep = () => known = versions;
        return changed;
    }

    /// <summary>Reads those of these rows that are of this kind.</summary>
    /// <returns>rows that are new or differ; null for those that are gone</returns>
    public async Task<List<(string Id, object? Row)>> LookAtAsync(
        NpgsqlConnection connection, ISerializer serializer, IEnumerable<string> hinted, CancellationToken ct)
    {
        keep = () => { };
        var own = hinted.Where(id => StreamKey.KindOf(id) == projection.Kind).ToArray();
        var rows = await RowsAsync(connection, serializer, own, ct);
        var read = rows.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        List<string> gone = [.. own.Where(id => known.ContainsKey(id) && !read.Contains(id))];
        keep = () =>
        {
            foreach (var (id, version, _) in rows) known[id] = version;
            gone.ForEach(id => known.Remove(id));
        };
        return
        [
            .. rows.Where(row => !known.TryGetValue(row.Id, out var version) || version != row.Version)
                .Select(row => (row.Id, (object?)row.Row)),
            .. gone.Select(id => (id, (object?)null)),
        ];
    }

    private async Task<Dictionary<string, long>> VersionsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var versions = new Dictionary<string, long>(known.Count, StringComparer.Ordinal);
        await using var command = new NpgsqlCommand($"select id, mt_version::bigint from {projection.Table}", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) versions.Add(reader.GetString(0), reader.GetInt64(1));
        return versions;
    }

    private async Task<List<(string Id, long Version, object Row)>> RowsAsync(
        NpgsqlConnection connection, ISerializer serializer, string[] ids, CancellationToken ct)
    {
        var rows = new List<(string, long, object)>(ids.Length);
        if (ids.Length == 0) return rows;
        await using var command = new NpgsqlCommand(
            $"select id, mt_version::bigint, data from {projection.Table} where id = any($1)", connection)
            { Parameters = { new() { Value = ids } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var batch = new List<(string Id, long Version, byte[] Data)>(RowsPerBatch);
        while (await reader.ReadAsync(ct))
        {
            batch.Add((reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2)));
            if (batch.Count == RowsPerBatch) Parse(batch);
        }
        Parse(batch);
        return rows;

        // A whole register is as much work to parse as to read: on all processors.
        void Parse(List<(string Id, long Version, byte[] Data)> read)
        {
            rows.AddRange(read.AsParallel().AsOrdered().Select(row => (row.Id, row.Version, RowOf(serializer, row.Data))));
            read.Clear();
        }
    }

    private object RowOf(ISerializer serializer, byte[] data)
    {
        try
        {
            return serializer.FromJson(projection.Row, new MemoryStream(data)) switch
            {
                IPublicRow row => Sound(row.Shared()),
                var other => other,
            };
        }
        catch (Exception fault)
        {
            return new UnreadableRow(fault);
        }
    }

    /// <summary>What register and shelves ask of every row must have an answer before it stands among the others.</summary>
    private static IPublicRow Sound(IPublicRow row)
    {
        _ = (row.Acts, row.LastAct);
        ArgumentNullException.ThrowIfNull(row.PublicKey);
        // A slice without a name would keep all the others from their shelves.
        foreach (var slice in Slices.Of(row)) ArgumentNullException.ThrowIfNull(slice);
        return row;
    }
}

/// <summary>Stands for a row that cannot be read, or cannot be put on its shelves.</summary>
internal sealed record UnreadableRow(Exception Fault);
