using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Hosting;
using Transparency.Portal.Verbs.CommandLine;

namespace Transparency.Portal.Verbs;

/// <summary><c>backup FILE</c>: everything in one sealed file, from one snapshot, restored to a scratch place and checked.</summary>
public static class TakeBackup
{
    public static async Task<int> RunAsync(Invocation call)
    {
        var (settings, file) = (call.Settings, Path.GetFullPath(call.Words[0]));
        var read = BackupKey.ReadOrMake(settings.Backup.KeyFile, settings.DataFolder);
        if (read is not Result<byte[]>.Of { Value: var key }) return call.Refuse(((Result<byte[]>.Refused)read).Why);
        var clock = new PortalClock(TimeProvider.System, settings.Today);
        await using var store = await OpenStore.OpenAsync(settings, clock, call.Logs);
        var made = await MakeBackup.RunAsync(
            store.BackupSource, key, file, call.Logs.CreateLogger(typeof(MakeBackup)), CancellationToken.None);
        if (made is not Result<BackupManifest>.Of { Value: var manifest }) return call.Refuse(((Result<BackupManifest>.Refused)made).Why);
        call.Say("backup.done", file, Restore.Moment(manifest), manifest.Events, manifest.Edition, manifest.Files.Count);
        Restore.SayLacking(call, manifest);
        call.Say("backup.key", settings.Backup.KeyFile);
        return Invocation.Done;
    }
}
