using System.Buffers.Binary;
using System.Text;

namespace Transparency.Portal.Files.Formats;

/// <summary>
/// A PNG (ISO/IEC 15948) walked chunk by chunk, each by its checksum. Kept are the picture and what it is drawn by; texts, times,
/// EXIF, animation, private chunks and all that follows the end are left out.
/// </summary>
public static class PngFile
{
    private const string Broken = "file.broken";

    /// <summary>Chunks that change how the picture is drawn, each with its greatest length; one of each.</summary>
    private static readonly Dictionary<string, int> Drawn = new(StringComparer.Ordinal)
    {
        ["PLTE"] = 768, ["tRNS"] = 256, ["gAMA"] = 4, ["sRGB"] = 1, ["cHRM"] = 32, ["pHYs"] = 9, ["sBIT"] = 4, ["bKGD"] = 6,
    };

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <inheritdoc cref="JpegFile.Strip"/>
    public static (byte[]? Clean, string? Fault) Strip(ReadOnlySpan<byte> bytes)
    {
        using var kept = new MemoryStream(bytes.Length);
        using var packed = new MemoryStream();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        PngHeader? header = null;
        kept.Write(Signature);
        for (var at = Signature.Length; ;)
        {
            if (!TryChunk(bytes, ref at, out var name, out var content, out var whole)) return (null, Broken);
            if ((header is null) != (name == "IHDR")) return (null, Broken);
            switch (name)
            {
                case "IHDR":
                    if ((header = PngHeader.Read(content)) is null) return (null, Broken);
                    if (header.Points > PictureLimits.MostPoints || header.Unpacked > 4 * PictureLimits.MostPoints)
                        return (null, "file.too-many-points");
                    break;
                case "IDAT":
                    // In one run, or what stands between would part the picture.
                    if (seen.Contains("after")) return (null, Broken);
                    packed.Write(content);
                    break;
                case "IEND":
                    kept.Write(whole);
                    return content.IsEmpty && header!.IsWhole(packed) ? (kept.ToArray(), null) : (null, Broken);
                case var known when Drawn.TryGetValue(known, out var most):
                    if (content.Length > most || !seen.Add(known)) return (null, Broken);
                    break;
                // A chunk without which the picture cannot be drawn, and that nobody knows.
                case [>= 'A' and <= 'Z', ..]:
                    return (null, Broken);
                default:
                    continue;
            }
            if (name != "IDAT" && packed.Length > 0) seen.Add("after");
            kept.Write(whole);
        }
    }

    private static readonly uint[] Remainders =
    [
        .. Enumerable.Range(0, 256).Select(n =>
            Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1)),
    ];

    /// <summary>CRC-32 as ISO/IEC 15948 annex D has it.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes) crc = Remainders[(crc ^ one) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static bool TryChunk(
        ReadOnlySpan<byte> bytes, ref int at, out string name, out ReadOnlySpan<byte> content, out ReadOnlySpan<byte> whole)
    {
        name = "";
        content = whole = default;
        if (bytes.Length - at < 12) return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
        if (length > bytes.Length - at - 12) return false;
        whole = bytes.Slice(at, (int)length + 12);
        content = whole.Slice(8, (int)length);
        name = Encoding.Latin1.GetString(whole.Slice(4, 4));
        at += whole.Length;
        return name.All(char.IsAsciiLetter) && Checksum(whole[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(whole[^4..]);
    }
}
