using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Backup.Dumping;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Backup;

/// <summary>
/// Brings a backup back into an empty store: the whole file is checked before the first byte is written, the files come first, the database
/// last and in one transaction. Whatever breaks off in between is mended by restoring once more.
/// </summary>
public static class RestoreBackup
{
    /// <summary>
    /// Refuses <c>backup.store-not-empty</c> and <c>backup.folder-not-empty</c> (a file that this backup does not hold), and what
    /// <see cref="BackupReader"/> and <see cref="DumpPrograms"/> refuse; then nothing is in the store.
    /// </summary>
    /// <param name="way">to the database, by a role that may create schemas in it</param>
    /// <param name="progress">of the check, in KiB</param>
    public static async Task<Result<BackupManifest>> RunAsync(
        string way, string dataFolder, byte[] key, string file, IProgress<(int Done, int Total)>? progress, CancellationToken ct)
    {
        var opened = await BackupReader.OpenAsync(file, key, progress, ct);
        if (opened is Result<BackupReader>.Refused closed) return closed.Why;
        await using var backup = ((Result<BackupReader>.Of)opened).Value;
        var found = await DumpPrograms.ForAsync(way, ct);
        if (found is Result<DumpPrograms>.Refused missing) return missing.Why;
        if (ForeignFile(dataFolder, backup.Manifest) is { } foreign) return Refusal.Mend(null, "backup.folder-not-empty", foreign);
        if (await EmptyAsync(way, ct) is { } full) return full;

        var no = await backup.ReadAsync(
            (named, copy) => PlaceAsync(dataFolder, named.Name, copy), ((Result<DumpPrograms>.Of)found).Value, ct);
        return no is null ? backup.Manifest : no;
    }

    /// <summary>A file in one of the folders to be filled that is not the backup's: what stands there is never mixed with it.</summary>
    private static string? ForeignFile(string dataFolder, BackupManifest manifest)
    {
        var known = manifest.Files.Select(file => Path.Combine(dataFolder, file.Name)).ToHashSet(StringComparer.Ordinal);
        return KeptFolder.All.Select(folder => Path.Combine(dataFolder, folder.Name)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).FirstOrDefault(file => !known.Contains(file));
    }

    /// <summary>
    /// No event and no document; the empty schemas that <c>migrate</c> makes are taken away, since the backup brings its own. Refuses
    /// <c>backup.store-not-empty</c>.
    /// </summary>
    private static async Task<Refusal?> EmptyAsync(string way, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(StoreSnapshot.Own(way).ConnectionString);
        await connection.OpenAsync(ct);
        var schemas = string.Join(", ", DumpPrograms.Schemas.Select(schema => $"'{schema}'"));
        // What every store has from its first start.
        var always = $"'mt_doc_{nameof(ProjectionVersion)}', 'mt_doc_{nameof(StoreIdentity)}'".ToLowerInvariant();
        var tables = await StoreSnapshot.NamesAsync(
            connection,
            $"""
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname in ({schemas}) and (tablename = 'mt_events' or starts_with(tablename, 'mt_doc_'))
            and tablename not in ({always})
            """,
            ct);
        foreach (var table in tables)
        {
            await using var any = new NpgsqlCommand($"select exists (select from {table})", connection);
            if (await any.ExecuteScalarAsync(ct) is true) return Refusal.Mend(null, "backup.store-not-empty", connection.Database);
        }
        await using var drop = new NpgsqlCommand($"drop schema if exists {string.Join(", ", DumpPrograms.Schemas)} cascade", connection);
        await drop.ExecuteNonQueryAsync(ct);
        return null;
    }

    // If we die between write and rename, a temporary file is left that the next restore overwrites.
    private static async Task<bool> PlaceAsync(string dataFolder, string name, Func<Stream, Task<bool>> copy)
    {
        var path = Path.GetFullPath(Path.Combine(dataFolder, name));
        if (!path.StartsWith(Path.GetFullPath(dataFolder) + '/', StringComparison.Ordinal)) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = Path.Combine(dataFolder, "restoring.tmp");
        await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            if (!await copy(file)) return false;
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
        return true;
    }
}
