using System.Buffers;
using System.Buffers.Binary;

namespace Transparency.Portal.Files.Formats;

/// <summary>
/// A JPEG (ITU-T T.81) walked segment by segment. What decoding needs is copied as it stands, so no point of the picture changes; place,
/// time, camera, thumbnail, comments, and all that follows the end are left out. Only the way up survives, in an EXIF segment of our own.
/// </summary>
public static class JpegFile
{
    private const string Broken = "file.broken";
    private const byte Rst0 = 0xD0, Eoi = 0xD9, Sos = 0xDA, App0 = 0xE0, App1 = 0xE1, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    /// <returns>the bytes without what tells of the maker, or the code of why the picture is not taken</returns>
    public static (byte[]? Clean, string? Fault) Strip(ReadOnlySpan<byte> bytes)
    {
        var parts = new Parts();
        var at = 2;
        while (true)
        {
            if (MarkerAt(bytes, ref at) is not { } marker) return (null, Broken);
            if (marker == Eoi) return parts is { Frames: 1, Scans: > 0 } ? (parts.Written(), null) : (null, Broken);
            if (at + 2 > bytes.Length) return (null, Broken);
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (length < 2 || at + length > bytes.Length) return (null, Broken);
            var content = bytes.Slice(at + 2, length - 2);
            at += length;
            if (parts.Take(marker, content) is { } fault) return (null, fault);
            if (marker != Sos) continue;
            var end = EndOfScan(bytes, at);
            if (end == at) return (null, Broken);
            parts.Copy(bytes[at..end]);
            at = end;
        }
    }

    /// <summary>The marker's second byte; fill bytes before it are passed over.</summary>
    private static byte? MarkerAt(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (at >= bytes.Length || bytes[at] != 0xFF) return null;
        while (at < bytes.Length && bytes[at] == 0xFF) at++;
        return at < bytes.Length ? bytes[at++] : null;
    }

    /// <summary>
    /// Where a marker stands that is neither a stuffed byte nor a restart; the end of the bytes when there is none, which the next look
    /// for a marker refuses.
    /// </summary>
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] != 0xFF || bytes[at + 1] is 0x00 or (>= Rst0 and < Rst0 + 8)) continue;
            return at;
        }
        return bytes.Length;
    }

    /// <summary>What is kept, in order; the head is written anew.</summary>
    private sealed class Parts
    {
        private readonly ArrayBufferWriter<byte> kept = new(1 << 16);
        private byte[]? jfif;
        private int? wayUp;
        private bool hasAdobe;

        public int Frames { get; private set; }

        public int Scans { get; private set; }

        /// <returns>the code of a fault, or null</returns>
        public string? Take(byte marker, ReadOnlySpan<byte> content)
        {
            switch (marker)
            {
                case App0:
                    // Without its thumbnail, which may show what was cut off the picture.
                    if (jfif is null && content.Length >= 14 && content.StartsWith("JFIF\0"u8)) jfif = [.. content[..12], 0, 0];
                    return null;
                case App1:
                    wayUp ??= Exif.WayUp(content);
                    return null;
                case App14 when !hasAdobe && content.Length >= 12 && content.StartsWith("Adobe"u8):
                    // It says how the colours are to be read.
                    hasAdobe = true;
                    return Keep(marker, content[..12]);
                case (> App0 and <= App15) or Comment:
                    return null;
                case >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC):
                    return Frames++ > 0 ? Broken : FaultInFrame(content) ?? Keep(marker, content);
                case Sos:
                    Scans++;
                    return Frames == 1 && content.Length >= 1 && content.Length == 4 + 2 * content[0] ? Keep(marker, content) : Broken;
                case 0xC4 when JpegTables.AreHuffman(content):
                case 0xDB when JpegTables.AreQuantization(content):
                case 0xCC when content.Length is > 0 and <= 64 && content.Length % 2 == 0:
                case 0xDD when content.Length == 2:
                    return Keep(marker, content);
                // Number of lines told late, hierarchies and reserved segments: nothing in use makes them, and they could hold anything.
                default:
                    return Broken;
            }
        }

        public void Copy(ReadOnlySpan<byte> scan) => kept.Write(scan);

        public byte[] Written()
        {
            var all = new ArrayBufferWriter<byte>(kept.WrittenCount + 64);
            all.Write((ReadOnlySpan<byte>)[0xFF, 0xD8]);
            if (jfif is not null) Segment(all, App0, jfif);
            if (wayUp is > 1) Segment(all, App1, Exif.Only(wayUp.Value));
            all.Write(kept.WrittenSpan);
            all.Write((ReadOnlySpan<byte>)[0xFF, Eoi]);
            return all.WrittenSpan.ToArray();
        }

        private string? Keep(byte marker, ReadOnlySpan<byte> content)
        {
            Segment(kept, marker, content);
            return null;
        }

        private static void Segment(ArrayBufferWriter<byte> to, byte marker, ReadOnlySpan<byte> content)
        {
            Span<byte> head = [0xFF, marker, 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
            to.Write(head);
            to.Write(content);
        }

        private static string? FaultInFrame(ReadOnlySpan<byte> frame)
        {
            if (frame.Length < 6 || frame.Length != 6 + 3 * frame[5] || frame[5] == 0) return Broken;
            var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
            return height == 0 || width == 0 ? Broken : (long)height * width > PictureLimits.MostPoints ? "file.too-many-points" : null;
        }
    }
}
