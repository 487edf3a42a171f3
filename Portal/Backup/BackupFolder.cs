using System.Globalization;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Backup;

/// <summary>How backing up stands, read from the folder's own files, so that it is true after a restart and in every process.</summary>
/// <param name="LastGood">moment of the newest backup that was restored and checked, or null</param>
/// <param name="Failure">why the last attempt made none, or null; its moment stands beside it</param>
public sealed record BackupState(DateTimeOffset? LastGood, Refusal? Failure, DateTimeOffset? FailedAt);

/// <summary>The folder of the daily backups: a file a day, named by the day in Shanghai, and a note if the last attempt failed.</summary>
public sealed class BackupFolder(string folder)
{
    private const string Beginning = "sunshine-";
    private const string Ending = ".backup";
    private const string DayForm = "yyyy-MM-dd";

    private string NoteFile => Path.Combine(folder, "last-failure.json");

    public string Folder => folder;

    public string PathOf(DateOnly day) => Path.Combine(folder, NameOf(day));

    public static string NameOf(DateOnly day) => $"{Beginning}{day.ToString(DayForm, CultureInfo.InvariantCulture)}{Ending}";

    /// <summary>Days of which there is a backup, in no order; empty without a folder.</summary>
    public IReadOnlyList<DateOnly> Days() =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, $"{Beginning}*{Ending}").Select(DayOf).OfType<DateOnly>()] : [];

    /// <summary>Deletes what <see cref="Retention"/> does not keep, and parts whose makers died. Other files are left alone.</summary>
    public void CleanUp()
    {
        var days = Days();
        foreach (var day in days.Except(Retention.Kept(days))) File.Delete(PathOf(day));
        foreach (var part in Directory.GetFiles(folder, $"{Beginning}*{Ending}.part")) File.Delete(part);
    }

    /// <summary>A folder that cannot be read is a failure too: nobody can say that there is a backup.</summary>
    public BackupState Read()
    {
        try
        {
            var days = Days();
            DateTimeOffset? last = days.Count == 0 ? null : new(File.GetLastWriteTimeUtc(PathOf(days.Max())), TimeSpan.Zero);
            return File.Exists(NoteFile) && JsonSerializer.Deserialize<Note>(File.ReadAllText(NoteFile)) is { } note
                ? new(last, Refusal.Mend(null, note.Code, [.. note.Arguments]), note.At)
                : new(last, null, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            return new(null, Faults.Named(fault) ?? Refusal.Mend(null, "folder.denied", folder), null);
        }
    }

    public void NoteFailure(Refusal why, DateTimeOffset at)
    {
        Directory.CreateDirectory(folder);
        var arguments = why.Arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "");
        File.WriteAllText(NoteFile, JsonSerializer.Serialize(new Note(why.Code, [.. arguments], at)));
    }

    public void ForgetFailure() => File.Delete(NoteFile);

    private static DateOnly? DayOf(string file)
    {
        var name = Path.GetFileName(file);
        return DateOnly.TryParseExact(
            name[Beginning.Length..^Ending.Length], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private sealed record Note(string Code, string[] Arguments, DateTimeOffset At);
}
