using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Backup.Dumping;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;

namespace Transparency.Portal.Backup;

/// <summary>
/// Restores a backup into a scratch database and checks it there as <c>check</c> would: only then does it count as one. Files are read to
/// their end and compared, but not written.
/// </summary>
internal static class Drill
{
    /// <returns>
    /// what does not hold: whatever <see cref="BackupReader"/>, <see cref="ScratchDatabase"/> and <see cref="CheckStore"/> name,
    /// <c>backup.snapshot-differs</c> and <c>backup.file-lacking</c>; empty as a rule
    /// </returns>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(BackupSource source, byte[] key, string file, CancellationToken ct)
    {
        var opened = await BackupReader.OpenAsync(file, key, progress: null, ct);
        if (opened is Result<BackupReader>.Refused closed) return [closed.Why];
        await using var backup = ((Result<BackupReader>.Of)opened).Value;
        var made = await ScratchDatabase.NewAsync(source.Way, ct);
        if (made is Result<ScratchDatabase>.Refused no) return [no.Why];
        await using var scratch = ((Result<ScratchDatabase>.Of)made).Value;
        return await DumpPrograms.ForAsync(scratch.Way, ct) switch
        {
            Result<DumpPrograms>.Of(var programs) =>
                await backup.ReadAsync((_, copy) => copy(Stream.Null), programs, ct) is { } wanting
                    ? [wanting]
                    : await CompareAsync(backup.Manifest, scratch.Way, source.Kinds, ct),
            var missing => [((Result<DumpPrograms>.Refused)missing).Why],
        };
    }

    private static async Task<IReadOnlyList<Refusal>> CompareAsync(
        BackupManifest manifest, string way, StoreKinds kinds, CancellationToken ct)
    {
        await using var store = MartenSetup.Open(way, kinds);
        List<Refusal> findings = [.. await CheckStore.RunAsync(store, kinds, ct)];
        await using var connection = new NpgsqlConnection(way);
        await connection.OpenAsync(ct);
        var (events, highest) = await StoreSnapshot.CountEventsAsync(connection, ct);
        if ((events, highest) != (manifest.Events, manifest.HighestEvent))
            findings.Add(Refusal.Mend(null, "backup.snapshot-differs", manifest.Events, events));
        var known = manifest.Files.Select(file => file.Name).Concat(manifest.Lacking).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in KeptFolder.All.Where(folder => folder.Recorded is not null))
        {
            var recorded = await StoreSnapshot.NamesAsync(connection, folder.Recorded!, ct);
            findings.AddRange(recorded.Select(name => $"{folder.Name}/{name}").Where(name => !known.Contains(name))
                .Select(name => Refusal.Mend(null, "backup.file-lacking", name)));
        }
        return findings;
    }
}
