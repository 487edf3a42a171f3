using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Hosting;

namespace Transparency.Portal.Tests.Backup;

/// <summary>A folder of a test's own with a key in it, and what tests ask of stores.</summary>
internal sealed class BackupPlace : IDisposable
{
    public static readonly byte[] Key = SHA256.HashData("the key of the tests"u8);

    public string Folder { get; } = Directory.CreateTempSubdirectory("sunshine-backup-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public static BackupSource Source(string way, string dataFolder) => new(way, dataFolder, null, PortalStreams.All);

    public async Task<BackupManifest> MakeAsync(BackupSource source, string name = "b") =>
        Assert.IsType<Result<BackupManifest>.Of>(await TryAsync(source, name)).Value;

    public Task<Result<BackupManifest>> TryAsync(BackupSource source, string name = "b") =>
        MakeBackup.RunAsync(source, Key, this[name], NullLogger.Instance, CancellationToken.None);

    public Task<Result<BackupManifest>> RestoreAsync(string way, string dataFolder, string name = "b") =>
        RestoreBackup.RunAsync(way, dataFolder, Key, this[name], progress: null, CancellationToken.None);

    /// <summary>Every event with its number, as one line each.</summary>
    public static Task<IReadOnlyList<string>> EventsAsync(string way) => LinesAsync(
        way, "select concat_ws(' ', seq_id, id, stream_id, version, type, data, timestamp, headers, user_name) from ledger.mt_events order by seq_id");

    /// <summary>Empty where there is no schema.</summary>
    public static Task<IReadOnlyList<string>> SchemasAsync(string way) =>
        LinesAsync(way, "select nspname::text from pg_namespace where nspname in ('ledger', 'portal') order by 1");

    public static async Task<IReadOnlyList<string>> LinesAsync(string way, string sql)
    {
        var lines = new List<string>();
        await using var connection = new NpgsqlConnection(way);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return lines;
    }

    public static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
