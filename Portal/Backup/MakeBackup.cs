using Transparency.Contracts;
using Transparency.Portal.Backup.Dumping;

namespace Transparency.Portal.Backup;

/// <summary>Makes one backup while writing goes on, restores it to a scratch place, checks it, and only then gives it its name.</summary>
public static class MakeBackup
{
    /// <summary>
    /// Refuses <c>backup.exists</c>, <c>backup.elsewhere</c> (another one of this store is under way), what its parts refuse, and
    /// <c>backup.found-wanting</c> when the check finds anything: then the file is left beside its place under a name of its own.
    /// </summary>
    /// <param name="file">its folder must be there; the backup itself must not</param>
    public static async Task<Result<BackupManifest>> RunAsync(
        BackupSource source, byte[] key, string file, ILogger log, CancellationToken ct)
    {
        if (File.Exists(file)) return Refusal.Twice("backup.exists", file);
        var found = await DumpPrograms.ForAsync(source.Way, ct);
        if (found is Result<DumpPrograms>.Refused missing) return missing.Why;
        var taken = await StoreSnapshot.TakeAsync(source.Way, ct);
        if (taken is Result<StoreSnapshot>.Refused busy) return busy.Why;
        await using var snapshot = ((Result<StoreSnapshot>.Of)taken).Value;

        // If we die here: a part without an end, which the next backup of this name overwrites and nobody takes for one.
        var part = $"{file}.part";
        try
        {
            var packed = await PackAsync(new(source, snapshot, ((Result<DumpPrograms>.Of)found).Value), part, key, ct);
            if (packed is not Result<BackupManifest>.Of(var manifest)) return packed;
            await snapshot.LetGoAsync(ct);
            var findings = await Drill.RunAsync(source, key, part, ct);
            foreach (var finding in findings) log.LogError("the backup does not hold: {Finding}", finding);
            if (findings.Count > 0) return SetAside(part, $"{file}.wanting", findings);
            File.SetLastWriteTimeUtc(part, manifest.At.UtcDateTime);
            File.Move(part, file, overwrite: false);
            return manifest;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<Result<BackupManifest>> PackAsync(PackBackup pack, string part, byte[] key, CancellationToken ct)
    {
        await using var to = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        var packed = await pack.RunAsync(to, key, ct);
        to.Flush(flushToDisk: true);
        return packed;
    }

    /// <summary>Better than nothing when the store itself has come to harm, but no backup.</summary>
    private static Refusal SetAside(string part, string wanting, IReadOnlyList<Refusal> findings)
    {
        File.Move(part, wanting, overwrite: true);
        return Refusal.Mend(null, "backup.found-wanting", findings.Count, findings[0].Code, wanting);
    }
}
