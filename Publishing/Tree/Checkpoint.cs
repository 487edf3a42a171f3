using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Transparency.Contracts;

namespace Transparency.Publishing.Tree;

/// <summary>What a state of the tree says of itself.</summary>
/// <param name="Edition">counts what has been published; not negative</param>
/// <param name="AsOf">the day that home, village and calendar pages count from</param>
/// <param name="Version">of software and templates: one line, not empty</param>
/// <exception cref="ArgumentException">a version of another kind: a fault of the program</exception>
public sealed record Imprint(long Edition, DateOnly AsOf, string Version)
{
    public string Version { get; } = Version.Length > 0 && !Version.Any(char.IsControl)
        ? Version
        : throw new ArgumentException("A version is one line", nameof(Version));
}

/// <summary>
/// The file <c>checkpoint</c>, written last: it vouches for every manifest, as each manifest vouches for its files.
/// </summary>
/// <param name="Root">64 lower-case hexadecimal digits, see <see cref="RootOf"/></param>
public sealed record Checkpoint(Imprint Imprint, string Root)
{
    private const string Format = "sunshine-tree/1";
    private const string Day = "yyyy-MM-dd";

    /// <summary>SHA-256 over the lines <c>{part} {sha256 of the manifest file}\n</c>, sorted by part.</summary>
    public static string RootOf(IEnumerable<KeyValuePair<string, string>> hashByPart)
    {
        var lines = hashByPart.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key} {line.Value}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    public byte[] ToBytes()
    {
        var day = Imprint.AsOf.ToString(Day, CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{Format}\nedition {Imprint.Edition}\nas-of {day}\nversion {Imprint.Version}\nroot {Root}\n"));
    }

    /// <summary>Refuses with <c>tree.checkpoint-broken</c> whatever <see cref="ToBytes"/> would not have written.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Checkpoint? checkpoint, [NotNullWhen(false)] out Refusal? why)
    {
        checkpoint = Parsed(Encoding.UTF8.GetString(bytes));
        if (checkpoint is not null && !checkpoint.ToBytes().AsSpan().SequenceEqual(bytes))
        {
            checkpoint = null;
        }

        why = checkpoint is null ? Refusal.Mend(null, "tree.checkpoint-broken") : null;
        return checkpoint is not null;
    }

    private static Checkpoint? Parsed(string text) => text.Split('\n') switch
    {
        [Format, var edition, var day, var version, var root, ""]
            when long.TryParse(After("edition ", edition), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && DateOnly.TryParseExact(After("as-of ", day), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)
            && After("version ", version) is { Length: > 0 } software
            && After("root ", root) is { } hash && Manifest.IsSha256(hash)
            => new Checkpoint(new Imprint(number, asOf, software), hash),
        _ => null,
    };

    private static string? After(string label, string line) =>
        line.StartsWith(label, StringComparison.Ordinal) ? line[label.Length..] : null;
}
