using System.Security.Cryptography;
using Transparency.Contracts;

namespace Transparency.Portal.Backup;

/// <summary>
/// The one key of all backups, as 64 hexadecimal digits in a file that its owner alone reads, so that it can be printed and locked away.
/// </summary>
public static class BackupKey
{
    private const int Length = 32;

    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Owner = OwnerReadsAndWrites | UnixFileMode.UserExecute;

    /// <summary>Reads the key, or makes it at the first backup. Refuses as <see cref="Read"/> does, but for a missing file.</summary>
    /// <param name="kept">folders that are backed up or hold backups: a key in one of them would lie beside what it opens</param>
    public static Result<byte[]> ReadOrMake(string file, params IReadOnlyList<string> kept)
    {
        if (InsideOf(file, kept) is { } inside) return inside;
        if (!File.Exists(file)) Make(file);
        return Read(file, kept);
    }

    /// <summary>
    /// Refuses <c>backup.key-inside</c> (of a folder of <paramref name="kept"/>), <c>backup.key-missing</c>, <c>backup.key-open</c> (others
    /// than its owner may read it) and <c>backup.key-malformed</c>.
    /// </summary>
    public static Result<byte[]> Read(string file, params IReadOnlyList<string> kept)
    {
        if (InsideOf(file, kept) is { } inside) return inside;
        if (!File.Exists(file)) return Refusal.Mend(null, "backup.key-missing", file);
        if ((File.GetUnixFileMode(file) & ~Owner) != 0) return Refusal.Mend(null, "backup.key-open", file);
        var text = File.ReadAllText(file).Trim();
        return text.Length == 2 * Length && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : Refusal.Mend(null, "backup.key-malformed", file);
    }

    /// <summary>Whole or not there: a half-written key would seal backups that nobody opens.</summary>
    private static void Make(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder)) Directory.CreateDirectory(folder, Owner);
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        var made = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerReadsAndWrites };
        using (var key = new FileStream(temporary, made))
        {
            key.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length)) + "\n"));
            key.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(temporary, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(temporary); // another portal was faster: its key is the one
        }
    }

    private static Refusal? InsideOf(string file, IReadOnlyList<string> kept) =>
        kept.FirstOrDefault(folder => Real(file).StartsWith(Real(folder) + '/', StringComparison.Ordinal)) is { } found
            ? Refusal.Mend(null, "backup.key-inside", file, found)
            : null;

    /// <summary>Where it is or would be, if it is a link itself.</summary>
    private static string Real(string path)
    {
        var target = Path.Exists(path) ? new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) : null;
        return Path.TrimEndingDirectorySeparator(target?.FullName ?? Path.GetFullPath(path));
    }
}
