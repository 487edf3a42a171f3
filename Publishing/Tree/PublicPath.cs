using System.Text;

namespace Transparency.Publishing.Tree;

/// <summary>The names that stand in a published tree: which are allowed, which are frozen, which are ours for the moment only.</summary>
internal static class PublicPath
{
    public const string Checkpoint = "checkpoint";
    public const string Manifests = "manifests";

    /// <summary>Where a first build grows until it is whole; hidden, so nobody is served from it and nothing of it is listed.</summary>
    public const string FirstBuild = ".sunshine-first";

    /// <summary>What the tree remembers of its store: see <see cref="Standing"/>.</summary>
    public const string Standing = ".standing";

    private const string TemporaryPrefix = ".sunshine-";
    private const string TemporarySuffix = ".tmp";

    // A file name holds 255 bytes on every file system of Linux, and the temporary name is longer by its affixes.
    private const int LongestName = 255 - 14;

    public static string OfManifest(string part) => $"{Manifests}/{part}.json";

    public static bool IsInManifests(string path) => path.StartsWith(Manifests + "/", StringComparison.Ordinal);

    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var cut ? path[..cut] : "";

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string TemporaryOf(string path) =>
        path.Insert(path.LastIndexOf('/') + 1, TemporaryPrefix) + TemporarySuffix;

    public static bool IsTemporary(string path) =>
        NameOf(path).StartsWith(TemporaryPrefix, StringComparison.Ordinal) && path.EndsWith(TemporarySuffix, StringComparison.Ordinal);

    /// <summary>The name a person knows the file by: that of the target, if the path is that of its temporary file.</summary>
    public static string TargetOf(string path) =>
        IsTemporary(path) ? path.Remove(path.LastIndexOf('/') + 1, TemporaryPrefix.Length)[..^TemporarySuffix.Length] : path;

    /// <summary>Hidden files are their owner's (a version control folder, a desktop's notes): never listed, never removed.</summary>
    public static bool IsHidden(string path) => path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal);

    /// <summary>True for what a superseded edition promised to keep: <c>…/e/{n}/notice.json</c> and <c>…/e/{n}/*.pdf</c>.</summary>
    public static bool IsFrozen(string path) =>
        path.Split('/') is [.., "e", var edition, var name]
        && edition.Length > 0 && edition.All(char.IsAsciiDigit)
        && (name == "notice.json" || name.EndsWith(".pdf", StringComparison.Ordinal));

    /// <summary>Throws for a path that no page function may give: a fault of the program, not of the register.</summary>
    public static void Check(string path)
    {
        var reserved = path is Checkpoint or Manifests || IsInManifests(path);
        if (reserved || path.Any(c => c == '\\' || char.IsControl(c)) || path.Split('/').Any(name => !IsName(name)))
        {
            throw new ArgumentException($"Not a public path: '{path}'", nameof(path));
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name[0] != '.' && Encoding.UTF8.GetByteCount(name) <= LongestName;
}
