using System.Buffers.Binary;

namespace Transparency.Portal.Files.Formats;

/// <summary>The one thing in a photograph's EXIF that its picture needs: which way is up.</summary>
internal static class Exif
{
    private const ushort Orientation = 0x0112;
    private const ushort Short = 3;

    /// <returns>1 to 8 as EXIF counts; null when the segment does not say, or cannot be read</returns>
    public static int? WayUp(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 6 + 8) return null;
        var tiff = segment[6..];
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (!isLittle && !tiff.StartsWith("MM\0*"u8)) return null;
        var at = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (at > tiff.Length - 2) return null;
        var directory = tiff[(int)at..];
        var entries = Two(directory, isLittle);
        for (var i = 0; i < entries && 2 + 12 * (i + 1) <= directory.Length; i++)
        {
            var entry = directory.Slice(2 + 12 * i, 12);
            if (Two(entry, isLittle) == Orientation && Two(entry[2..], isLittle) == Short)
                return Two(entry[8..], isLittle) is >= 1 and <= 8 and var up ? up : null;
        }
        return null;
    }

    /// <summary>A segment's content that says this and nothing else.</summary>
    public static byte[] Only(int wayUp) =>
        [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)wayUp, 0, 0, 0, 0, 0, 0];

    private static int Two(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
