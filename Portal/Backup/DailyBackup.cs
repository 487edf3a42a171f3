using Hangfire;
using Transparency.Contracts;
using Transparency.Portal.Backup.Sealing;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Backup;

/// <summary>
/// The backup of the day. It is looked for every hour and found to be due once a day from three in the morning in Shanghai, so a portal
/// that was away, or an attempt that failed, catches up. What fails is noted beside the backups and tried again by the next hour.
/// </summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class DailyBackup(BackupSource source, BackupSettings settings, ILogger<DailyBackup> log)
{
    private static readonly TimeSpan NightEnds = TimeSpan.FromHours(3);

    private readonly BackupFolder folder = new(settings.Folder);
    private readonly BackupFolder? copies = settings.CopyFolder is { } path ? new(path) : null;

    /// <summary>On the machine's clock: a demo's steps make no backups old.</summary>
    public Task RunIfDueAsync(CancellationToken ct) => RunIfDueAsync(TimeProvider.System.GetUtcNow(), ct);

    /// <returns>null when none is due or it has been made; otherwise why not</returns>
    public async Task<Refusal?> RunIfDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        // Before three it is still yesterday's.
        var day = Shanghai.DayOf(now - NightEnds);
        if (File.Exists(folder.PathOf(day)) && (copies is null || File.Exists(copies.PathOf(day)))) return null;
        Refusal? why;
        try
        {
            why = await RunAsync(day, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError("backing up broke off: {Fault}", fault.GetType().Name);
            why = Faults.Named(fault) ?? Refusal.Mend(null, "backup.broke-off", FaultLog.Append(source.DataFolder, fault) ?? "");
        }
        Note(why, now);
        return why;
    }

    private async Task<Refusal?> RunAsync(DateOnly day, CancellationToken ct)
    {
        Directory.CreateDirectory(settings.Folder);
        var read = BackupKey.ReadOrMake(settings.KeyFile, source.DataFolder, settings.Folder);
        if (read is not Result<byte[]>.Of { Value: var key }) return ((Result<byte[]>.Refused)read).Why;
        // There already when only its copy failed.
        if (!File.Exists(folder.PathOf(day)) && await MakeAsync(day, key, ct) is { } no) return no;
        return copies is null ? null : Copy(day, copies, key);
    }

    private async Task<Refusal?> MakeAsync(DateOnly day, byte[] key, CancellationToken ct)
    {
        var made = await MakeBackup.RunAsync(source, key, folder.PathOf(day), log, ct);
        if (made is Result<BackupManifest>.Refused no) return no.Why;
        var manifest = ((Result<BackupManifest>.Of)made).Value;
        log.LogInformation("backup of {Day}: {Events} events, {Files} files", day, manifest.Events, manifest.Files.Count);
        foreach (var name in manifest.Lacking) log.LogWarning("the backup lacks {File}", name);
        folder.CleanUp();
        return null;
    }

    /// <summary>Refuses as <see cref="SealedChunks.Verify"/> does when the copy is not what was copied.</summary>
    private Refusal? Copy(DateOnly day, BackupFolder to, byte[] key)
    {
        Directory.CreateDirectory(to.Folder);
        var part = $"{to.PathOf(day)}.part";
        File.Copy(folder.PathOf(day), part, overwrite: true);
        using (var written = File.OpenRead(part))
        {
            if (SealedChunks.Verify(written, part, key) is { } no) return no;
        }
        File.Move(part, to.PathOf(day), overwrite: true);
        to.CleanUp();
        return null;
    }

    private void Note(Refusal? why, DateTimeOffset at)
    {
        if (why is not null) log.LogError("no backup: {Code}", why.Code);
        try
        {
            if (why is null) folder.ForgetFailure();
            else folder.NoteFailure(why, at);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // The folder's state says so by itself.
        }
    }
}
