using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transparency.Contracts;

namespace Transparency.Publishing.Tree;

/// <summary>What a file of the tree holds.</summary>
/// <param name="Length">in bytes</param>
/// <param name="Sha256">64 lower-case hexadecimal digits</param>
public sealed record PublishedFile(long Length, string Sha256)
{
    public static PublishedFile Of(ReadOnlySpan<byte> bytes) => new(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
}

/// <summary>
/// The list of one part of the tree, kept as <c>manifests/{part}.json</c>: path, length and SHA-256 of each file,
/// sorted by path. The same files give the same bytes. Manifests and checkpoint are in no manifest.
/// </summary>
public sealed class Manifest
{
    private static readonly JsonSerializerOptions Exact =
        new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public Manifest(string part, IEnumerable<KeyValuePair<string, PublishedFile>> files)
    {
        Part = part;
        Files = new SortedDictionary<string, PublishedFile>(files.ToDictionary(), StringComparer.Ordinal);
    }

    public string Part { get; }

    /// <summary>By path, in ordinal order.</summary>
    public IReadOnlyDictionary<string, PublishedFile> Files { get; }

    /// <summary>The part that lists this path: a function of the path alone. No part grows beyond a few hundred files.</summary>
    public static string PartOf(string path) => ManifestPart.Of(path);

    /// <summary>The file's bytes: UTF-8, one line per listed file.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder().Append($"{{\"part\":{Quoted(Part)},\"files\":[");
        var separator = "\n";
        foreach (var (path, file) in Files)
        {
            text.Append($"{separator}{{\"path\":{Quoted(path)},\"length\":{file.Length},\"sha256\":\"{file.Sha256}\"}}");
            separator = ",\n";
        }

        return Encoding.UTF8.GetBytes(text.Append("\n]}\n").ToString());
    }

    /// <summary>
    /// Refuses with <c>tree.manifest-broken</c> what is not a manifest of this part: other fields, unsorted, an impossible length or hash.
    /// </summary>
    public static bool TryRead(
        string part, ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out Manifest? manifest, [NotNullWhen(false)] out Refusal? why)
    {
        manifest = null;
        if (Parsed(bytes) is { } list && list.Part == part && IsInOrder(list.Files))
        {
            var files = list.Files.Select(line => KeyValuePair.Create(line.Path, new PublishedFile(line.Length, line.Sha256)));
            manifest = new Manifest(part, files);
        }

        why = manifest is null ? Refusal.Mend(null, "tree.manifest-broken", PublicPath.OfManifest(part)) : null;
        return manifest is not null;
    }

    private static FileList? Parsed(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<FileList>(bytes, Exact);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsInOrder(Line[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line is null || line.Length < 0 || !IsSha256(line.Sha256))
            {
                return false;
            }

            if (i > 0 && string.CompareOrdinal(lines[i - 1].Path, line.Path) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    internal static bool IsSha256(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private sealed record FileList(string Part, Line[] Files);

    private sealed record Line(string Path, long Length, string Sha256);
}
