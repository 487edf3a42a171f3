using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Embedded;
using Transparency.Portal.Verbs.CommandLine;
using Transparency.Publishing.Tree;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>restore FILE</c>: a backup back into an empty store. It says what the backup holds, and by how much the standing tree is ahead of it;
/// then the press waits for <c>publish --accept-loss</c>.
/// </summary>
public static class Restore
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var (settings, file) = (call.Settings, Path.GetFullPath(call.Words[0]));
        var read = BackupKey.Read(settings.Backup.KeyFile, settings.DataFolder);
        if (read is not Result<byte[]>.Of { Value: var key }) return call.Refuse(((Result<byte[]>.Refused)read).Why);
        // Beside a tree that stands: only a restore makes a cluster there.
        await using var cluster = settings.Store is null
            ? await EmbeddedCluster.UseAsync(settings.DataFolder, tree: null, CancellationToken.None)
            : null;
        var way = settings.Store ?? cluster!.ConnectionString;
        var done = await RestoreBackup.RunAsync(
            way, settings.DataFolder, key, file, call.Progress("restore.checking"), CancellationToken.None);
        if (done is not Result<BackupManifest>.Of { Value: var manifest }) return call.Refuse(((Result<BackupManifest>.Refused)done).Why);
        call.Say("restore.done", Moment(manifest), manifest.Events, manifest.Edition, manifest.Files.Count);
        SayLacking(call, manifest);
        if (new PublishedTree(settings.SiteFolder).Remembered() is { } stood && stood.Events > manifest.Events)
            call.Say("restore.behind", stood.Edition - manifest.Edition, stood.Events - manifest.Events);
        if (manifest.Files.Any(f => f.Name.StartsWith($"{KeptFolder.Town.Name}/", StringComparison.Ordinal)))
            call.Say("restore.town", Path.Combine(settings.DataFolder, KeptFolder.Town.Name));
        return Invocation.Done;
    }

    /// <summary>In Shanghai's time, by the second.</summary>
    public static string Moment(BackupManifest manifest) =>
        Shanghai.Local(manifest.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static void SayLacking(Invocation call, BackupManifest manifest)
    {
        foreach (var name in manifest.Lacking) call.Say("backup.lacks", name);
    }
}
