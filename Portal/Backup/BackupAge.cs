using System.Globalization;

namespace Transparency.Portal.Backup;

/// <summary>How old the last backup is, for programs that watch the portal.</summary>
public static class BackupAge
{
    /// <summary>One line: <c>backup 2026-09-18T19:10:04Z, 5 hours old</c>, or <c>backup none</c>; a failure by its code.</summary>
    public static string InWords(BackupState state, DateTimeOffset now)
    {
        var last = state.LastGood is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"backup {at:yyyy-MM-dd'T'HH:mm:ss'Z'}, {(now - at).TotalHours:0} hours old")
            : "backup none";
        return state.Failure is { } why ? $"{last}, failed {why.Code}" : last;
    }
}
