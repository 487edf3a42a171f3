using System.Formats.Tar;
using Transparency.Contracts;
using Transparency.Portal.Backup.Dumping;
using Transparency.Portal.Backup.Sealing;

namespace Transparency.Portal.Backup;

/// <summary>
/// One tar of the manifest, the files and the dump in pieces, sealed while it is written: nothing of it ever lies open on a disk. Snapshot
/// first, files after: files are only ever added, so those that the snapshot names are still there.
/// </summary>
internal sealed class PackBackup(BackupSource source, StoreSnapshot snapshot, DumpPrograms programs)
{
    /// <summary>Folder of the dump's pieces; put together in the order of their names they are a dump in custom form.</summary>
    public const string DumpFolder = "database/";

    private const int PieceLength = 4 << 20;

    /// <summary>Refuses as <see cref="DumpPrograms.DumpAsync"/> does; what was written then is no backup.</summary>
    public async Task<Result<BackupManifest>> RunAsync(Stream to, byte[] key, CancellationToken ct)
    {
        var manifest = await ManifestAsync(ct);
        await using var sealing = new SealingStream(to, key);
        await using (var tar = new TarWriter(sealing, TarEntryFormat.Pax, leaveOpen: true))
        {
            await AddAsync(tar, BackupManifest.EntryName, manifest, new MemoryStream(manifest.ToBytes()), ct);
            foreach (var file in manifest.Files)
            {
                await using var from = Open(PathOf(file.Name));
                await AddAsync(tar, file.Name, manifest, from, ct);
            }
            if (await programs.DumpAsync(snapshot.Id, dump => AddDumpAsync(tar, manifest, dump, ct), ct) is { } no) return no;
        }
        sealing.Complete();
        return manifest;
    }

    private async Task<BackupManifest> ManifestAsync(CancellationToken ct)
    {
        var (files, lacking) = (new List<BackedUpFile>(), new List<string>());
        foreach (var folder in KeptFolder.All)
        {
            if (source.PathOf(folder) is not { } path) continue;
            foreach (var name in await NamesAsync(folder, path, ct))
            {
                var full = $"{folder.Name}/{name}";
                var found = await LookAsync(Path.Combine(path, name), ct);
                if (found is var (bytes, hash) && (folder.Recorded is null || hash == name.Split('.')[0]))
                    files.Add(new(full, bytes, hash));
                else lacking.Add(full);
            }
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        lacking.Sort(StringComparer.Ordinal);
        var (events, highest) = await snapshot.CountEventsAsync(ct);
        return new(
            BackupManifest.FormatNow, BackupManifest.ProgramNow, snapshot.At, events, highest,
            await snapshot.CountActsAsync(source.Kinds, ct), files, lacking);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(KeptFolder folder, string path, CancellationToken ct) =>
        folder.Recorded is { } recorded ? await snapshot.NamesAsync(recorded, ct)
        : Directory.Exists(path)
            ? [.. Directory.GetFiles(path, folder.Pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Null for a file that is not there.</summary>
    private static async Task<(long Bytes, string Sha256)?> LookAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path)) return null;
        await using var file = Open(path);
        return await HashedCopy.RunAsync(file, Stream.Null, ct);
    }

    private async Task AddDumpAsync(TarWriter tar, BackupManifest manifest, Stream dump, CancellationToken ct)
    {
        var piece = new byte[PieceLength];
        for (var number = 1; ; number++)
        {
            var length = await dump.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, ct);
            if (length == 0) return;
            await AddAsync(tar, $"{DumpFolder}{number:D8}", manifest, new MemoryStream(piece, 0, length), ct);
        }
    }

    private static async Task AddAsync(TarWriter tar, string name, BackupManifest manifest, Stream content, CancellationToken ct) =>
        await tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = content, ModificationTime = manifest.At, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            },
            ct);

    private string PathOf(string name)
    {
        var folder = KeptFolder.All.First(kept => name.StartsWith($"{kept.Name}/", StringComparison.Ordinal));
        return Path.Combine(source.PathOf(folder)!, name[(folder.Name.Length + 1)..]);
    }

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}
