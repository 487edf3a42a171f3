using System.Globalization;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Embedded;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary>
/// <c>restore FILE</c>: a backup back into an empty store. It says what the backup holds; what the standing tree has beyond that is for
/// the press to find.
/// </summary>
public static class Restore
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var (settings, file) = (call.Settings, Path.GetFullPath(call.Words[0]));
        var read = BackupKey.Read(settings.Backup.KeyFile, settings.DataFolder);
        if (read is not Result<byte[]>.Of { Value: var key }) return call.Refuse(((Result<byte[]>.Refused)read).Why);
        var way = settings.Store ?? await EmbeddedCluster.EnsureRunningAsync(settings.DataFolder, CancellationToken.None);
        var done = await RestoreBackup.RunAsync(
            way, settings.DataFolder, key, file, call.Progress("restore.checking"), CancellationToken.None);
        if (done is not Result<BackupManifest>.Of { Value: var manifest }) return call.Refuse(((Result<BackupManifest>.Refused)done).Why);
        call.Say("restore.done", Moment(manifest), manifest.Events, manifest.Edition, manifest.Files.Count);
        SayLacking(call, manifest);
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
