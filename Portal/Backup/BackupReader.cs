using System.Formats.Tar;
using Transparency.Contracts;
using Transparency.Portal.Backup.Dumping;
using Transparency.Portal.Backup.Sealing;

namespace Transparency.Portal.Backup;

/// <summary>A backup whose every byte has been checked, ready to be read once from its beginning to its end.</summary>
public sealed class BackupReader : IAsyncDisposable
{
    private readonly FileStream file;
    private readonly UnsealingStream content;
    private readonly TarReader tar;

    private BackupReader(FileStream file, UnsealingStream content, TarReader tar, BackupManifest manifest) =>
        (this.file, this.content, this.tar, Manifest) = (file, content, tar, manifest);

    public BackupManifest Manifest { get; }

    /// <summary>
    /// Reads the whole file once before anything is taken from it. Refuses <c>backup.no-file</c>, and as
    /// <see cref="SealedChunks.Verify"/> and <see cref="BackupManifest.Read"/> do.
    /// </summary>
    /// <param name="progress">in KiB</param>
    public static async Task<Result<BackupReader>> OpenAsync(
        string path, byte[] key, IProgress<(int Done, int Total)>? progress, CancellationToken ct)
    {
        if (!File.Exists(path)) return Refusal.Mend(null, "backup.no-file", path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        var opened = await OpenAsync(file, path, key, progress, ct);
        if (opened is Result<BackupReader>.Refused) await file.DisposeAsync();
        return opened;
    }

    /// <summary>
    /// Hands on every file, then fills a database with the dump. What a file's bytes are is compared with the manifest: they differ only by
    /// a fault of the program that packed them (<c>backup.file-differs</c>).
    /// </summary>
    /// <param name="place">where the bytes of a file go</param>
    public async Task<Refusal?> ReadAsync(
        Func<BackedUpFile, Func<Stream, Task<bool>>, Task<bool>> place, DumpPrograms into, CancellationToken ct)
    {
        var expected = Manifest.Files.ToDictionary(one => one.Name, StringComparer.Ordinal);
        var entry = await tar.GetNextEntryAsync(cancellationToken: ct);
        for (; entry is not null && expected.Remove(entry.Name, out var named); entry = await tar.GetNextEntryAsync(cancellationToken: ct))
        {
            var from = entry.DataStream ?? Stream.Null;
            var isSame = await place(named, async to => await HashedCopy.RunAsync(from, to, ct) == (named.Bytes, named.Sha256));
            if (!isSame) return Refusal.Mend(null, "backup.file-differs", named.Name);
        }
        if (expected.Count > 0) return Refusal.Mend(null, "backup.file-differs", expected.Keys.Order(StringComparer.Ordinal).First());
        return await into.RestoreAsync(async dump =>
        {
            for (; entry is { DataStream: { } piece }; entry = await tar.GetNextEntryAsync(cancellationToken: ct))
                await piece.CopyToAsync(dump, ct);
        }, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await tar.DisposeAsync();
        await content.DisposeAsync();
        await file.DisposeAsync();
    }

    private static async Task<Result<BackupReader>> OpenAsync(
        FileStream file, string path, byte[] key, IProgress<(int Done, int Total)>? progress, CancellationToken ct)
    {
        if (SealedChunks.Verify(file, path, key, progress, ct) is { } no) return no;
        file.Position = 0;
        if (SealedChunks.Open(file, path, key) is not Result<SealedChunks>.Of { Value: var chunks })
            return Refusal.Mend(null, "backup.not-one", path);
        var content = new UnsealingStream(chunks);
        var tar = new TarReader(content, leaveOpen: true);
        if (await tar.GetNextEntryAsync(cancellationToken: ct) is not { Name: BackupManifest.EntryName, DataStream: { } first })
            return Refusal.Mend(null, "backup.not-one", path);
        return BackupManifest.Read(first, path) switch
        {
            Result<BackupManifest>.Of(var manifest) => new BackupReader(file, content, tar, manifest),
            var closed => ((Result<BackupManifest>.Refused)closed).Why,
        };
    }
}
