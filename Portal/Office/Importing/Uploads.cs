using System.Security.Cryptography;
using Transparency.Contracts;
using Transparency.Portal.Hosting;

namespace Transparency.Portal.Office.Importing;

/// <summary>
/// Files that wait for their officer's confirmation, in the data folder by officer and hash. What is confirmed is found again by its hash,
/// so nothing else than what was looked through can be brought in; a day later, or on another machine, it has to be uploaded again.
/// </summary>
public sealed class Uploads(PortalSettings settings)
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Largest = 10_000_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly string folder = Path.Combine(settings.DataFolder, "uploads");

    /// <param name="Name">the officer's own, which the findings mention</param>
    public sealed record Waiting(string Hash, string Name, string Path);

    public async Task<Waiting> KeepAsync(Officer by, IFormFile file, CancellationToken ct)
    {
        Forget();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        var waiting = new Waiting(hash, Plain(file.FileName), PathOf(by, hash, Plain(file.FileName)));
        Directory.CreateDirectory(Path.GetDirectoryName(waiting.Path)!);
        await File.WriteAllBytesAsync(waiting.Path, bytes.ToArray(), ct);
        return waiting;
    }

    /// <summary>Null when it is not there, or is not what was looked through.</summary>
    public async Task<Waiting?> FindAsync(Officer by, string hash, string name, CancellationToken ct)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower) || Plain(name) != name) return null;
        var path = PathOf(by, hash, name);
        return File.Exists(path) && Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, ct))) == hash
            ? new(hash, name, path)
            : null;
    }

    /// <summary>When it is brought in.</summary>
    public static void Drop(Waiting file) => Directory.Delete(Path.GetDirectoryName(file.Path)!, recursive: true);

    private string PathOf(Officer by, string hash, string name) => Path.Combine(folder, by.Id.Value, hash, name);

    /// <summary>Without folders and without what a file system takes for something else.</summary>
    private static string Plain(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && !Path.GetInvalidFileNameChars().Contains(c))).TrimStart('.');
        var end = Path.GetExtension(plain);
        return plain.Length > 80 ? plain[..(80 - Math.Min(end.Length, 10))] + end[..Math.Min(end.Length, 10)]
            : plain.Length == 0 ? "file"
            : plain;
    }

    private void Forget()
    {
        if (!Directory.Exists(folder)) return;
        var stale = Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Where(d =>
            Path.GetFileName(d).Length == 64 && Directory.GetLastWriteTimeUtc(d) < TimeProvider.System.GetUtcNow().UtcDateTime - Kept);
        foreach (var old in stale.ToList())
            Directory.Delete(old, recursive: true);
    }
}
