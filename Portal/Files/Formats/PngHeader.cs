using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Transparency.Portal.Files.Formats;

/// <summary>What the first chunk of a PNG promises.</summary>
/// <param name="Unpacked">length of the picture's bytes before packing</param>
internal sealed record PngHeader(long Points, long Unpacked)
{
    /// <returns>null when no such picture can be</returns>
    public static PngHeader? Read(ReadOnlySpan<byte> content)
    {
        if (content.Length != 13) return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]));
        var (depth, colour, interlace) = (content[8], content[9], content[12]);
        var channels = (colour, depth) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) => 1,
            (2, 8 or 16) => 3,
            (4, 8 or 16) => 2,
            (6, 8 or 16) => 4,
            _ => 0,
        };
        if (channels == 0 || width == 0 || height == 0 || width > int.MaxValue || height > int.MaxValue
            || content[10] != 0 || content[11] != 0 || interlace > 1) return null;
        // Too large is said before any product could run over.
        if (width > PictureLimits.MostPoints || height > PictureLimits.MostPoints || (long)width * height > PictureLimits.MostPoints)
            return new(long.MaxValue, long.MaxValue);
        return new((long)width * height,
            interlace == 0 ? Rows(width, height, channels * depth) : Interlaced(width, height, channels * depth));
    }

    /// <summary>
    /// Unpacks the picture and looks at nothing but its length and checksum; what hides behind its end makes it not whole.
    /// </summary>
    public bool IsWhole(MemoryStream packed)
    {
        if (packed.Length < 8) return false;
        var promised = BinaryPrimitives.ReadUInt32BigEndian(packed.GetBuffer().AsSpan((int)packed.Length - 4));
        packed.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            using var picture = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            var (length, a, b) = (0L, 1u, 0u);
            for (int got; length <= Unpacked && (got = picture.Read(buffer)) > 0; length += got) Add(buffer.AsSpan(0, got), ref a, ref b);
            return length == Unpacked && promised == ((b << 16) | a);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Adler-32, RFC 1950; the sums are brought down before they can run over.</summary>
    private static void Add(ReadOnlySpan<byte> bytes, ref uint a, ref uint b)
    {
        const uint Modulus = 65521;
        const int Most = 5552;
        while (!bytes.IsEmpty)
        {
            var some = bytes[..Math.Min(Most, bytes.Length)];
            foreach (var one in some)
            {
                a += one;
                b += a;
            }
            (a, b) = (a % Modulus, b % Modulus);
            bytes = bytes[some.Length..];
        }
    }

    private static long Rows(long width, long height, int bits) => width == 0 || height == 0 ? 0 : height * (1 + (width * bits + 7) / 8);

    private static long Interlaced(long width, long height, int bits)
    {
        ReadOnlySpan<(int X, int Y, int Right, int Down)> passes =
            [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        var sum = 0L;
        foreach (var (x, y, right, down) in passes) sum += Rows((width - x + right - 1) / right, (height - y + down - 1) / down, bits);
        return sum;
    }
}
