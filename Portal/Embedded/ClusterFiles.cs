using System.Globalization;
using System.Text;

namespace Transparency.Portal.Embedded;

/// <summary>What is read and written inside a cluster's place. Everything here happens under the cluster's lock.</summary>
internal static class ClusterFiles
{
    private const int LargestLog = 1_000_000;

    /// <summary>A finished cluster and its access rules. <c>data</c> appears by rename: it is complete or not there.</summary>
    public static async Task EnsureAsync(ClusterPlace place, CancellationToken ct)
    {
        RemoveUnfinished(place);
        if (!Directory.Exists(place.Data))
        {
            await InitialiseAsync(place, ct);
        }
        // Written at every start: rules by account, and no way in over a network even if somebody opened a port.
        WriteReadable(place.AccessRules, "local all all peer map=portal\n");
        WriteReadable(place.AccessMap, $"portal root portal\nportal \"{PostgresPrograms.Account}\" portal\n");
        if (LogLength(place) > LargestLog)
        {
            File.Delete(place.Log);
        }
    }

    /// <summary>
    /// A pid file whose number now belongs to another program, or to a dead server that nobody has buried (a container
    /// without an init), would block every start. PostgreSQL finds surviving children by their shared memory without it.
    /// </summary>
    public static void DropForeignPid(ClusterPlace place)
    {
        if (!File.Exists(place.PidFile)
            || !int.TryParse(File.ReadLines(place.PidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid)
            || pid <= 0
            || CommandAndState(pid) is not { } found)
        {
            return;
        }
        if (!found.Contains("(postgres)", StringComparison.Ordinal) || found.Contains("(postgres) Z", StringComparison.Ordinal))
        {
            File.Delete(place.PidFile);
        }
    }

    public static long LogLength(ClusterPlace place) => File.Exists(place.Log) ? new FileInfo(place.Log).Length : 0;

    /// <summary>The last thing that the server died of since then, else its last line, else nothing.</summary>
    public static string? LastLogLine(ClusterPlace place, long since)
    {
        if (LogLength(place) <= since)
        {
            return null;
        }
        using var log = new FileStream(place.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(since, SeekOrigin.Begin);
        using var reader = new StreamReader(log, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(line =>
                line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal))
            ?? lines.LastOrDefault();
    }

    /// <summary>What portals left that died half way: never used, holds nothing.</summary>
    private static void RemoveUnfinished(ClusterPlace place)
    {
        foreach (var folder in Directory.GetDirectories(place.Folder, ClusterPlace.Unfinished + "*"))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // An initdb that outlived its portal still writes into it: the next start removes the rest.
            }
        }
    }

    private static async Task InitialiseAsync(ClusterPlace place, CancellationToken ct)
    {
        // A name of its own: an initdb that outlived its portal must not write into, or on failure empty, this attempt.
        var folder = Path.Combine(place.Folder, $"{ClusterPlace.Unfinished}-{Guid.NewGuid():N}");
        if (Environment.IsPrivilegedProcess)
        {
            await PostgresPrograms.MakeFolderOfAccountAsync(folder, ct);
        }
        var made = await PostgresPrograms.InitialiseAsync(place, folder, ct);
        if (made.Code != 0)
        {
            throw new IOException(made.LastLine);
        }
        // Dying here leaves data.new-…, which the next start removes.
        Directory.Move(folder, place.Data);
    }

    private static void WriteReadable(string path, string text)
    {
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private static string? CommandAndState(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat");
        }
        catch (IOException) // ended, perhaps while being read
        {
            return null;
        }
    }
}
