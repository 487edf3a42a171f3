using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Transparency.Portal.Demo;
using Transparency.Portal.Files;
using Transparency.Portal.Files.Formats;

namespace Transparency.Portal.Tests.Files;

/// <summary>The files that the demo's clerks bring, and small ones made here byte by byte.</summary>
internal static class RealFiles
{
    /// <summary>What a telephone and a drawing program left in the demo's pictures: place, time, device, person, words.</summary>
    public static readonly string[] Secrets =
        ["Yanhai Phone Works", "YP-3705", "8841907", "Jia Wenhai", "13800004321", "2026:09:18 08:14:02", "2026:09:18\0", "xmp-creator-jia-wenhai", "comment: taken", "trailer-after-the-end", "drawn by Sun Li", "13900005678"];

    /// <summary>Degrees, minutes and seconds as they stand in the photograph.</summary>
    public static readonly byte[][] Places = [[0, 0, 0, 37, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 1], [0, 0, 0, 119, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 1]];

    public static byte[] Photo { get; } = OfDemo("notice-board.jpg");

    public static byte[] Sketch { get; } = OfDemo("route.png");

    public static byte[] Minutes { get; } = OfDemo("minutes.pdf");

    public static byte[] OfDemo(string name) => File.ReadAllBytes(Path.Combine(Scenario.Folder, "files", name));

    public static bool TellsOfItsMaker(ReadOnlySpan<byte> bytes)
    {
        foreach (var secret in Secrets) if (bytes.IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0) return true;
        foreach (var place in Places) if (bytes.IndexOf(place) >= 0) return true;
        return false;
    }

    /// <summary>A segment of a JPEG.</summary>
    public static byte[] Segment(byte marker, params ReadOnlySpan<byte> content)
    {
        var head = new byte[] { 0xFF, marker, 0, 0 };
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(content.Length + 2));
        return [.. head, .. content];
    }

    /// <summary>With something put in right behind its first two bytes.</summary>
    public static byte[] With(byte[] jpeg, params byte[] segment) => [.. jpeg[..2], .. segment, .. jpeg[2..]];

    public static byte[] Chunk(string name, params ReadOnlySpan<byte> content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        var crc = uint.MaxValue;
        foreach (var one in body)
        {
            crc ^= one;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }
        return [.. Big(content.Length), .. body, .. Big((int)~crc)];
    }

    /// <summary>Grey, eight bits, of these many points.</summary>
    public static byte[] Png(int width, int height, byte interlace = 0, params byte[][] before)
    {
        var rows = new byte[height * (width + 1)];
        return [.. PngFile.Signature, .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, interlace]), .. before.SelectMany(b => b), .. Chunk("IDAT", Packed(rows)), .. Chunk("IEND")];
    }

    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var writer = new ZLibStream(packed, CompressionLevel.Optimal)) writer.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    /// <summary>A PDF of these objects; nobody looks at its offsets.</summary>
    public static byte[] Pdf(params string[] objects) =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n{string.Concat(objects.Select((o, i) => $"{i + 1} 0 obj\n{o}\nendobj\n"))}trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

    /// <summary>An object with a stream in it.</summary>
    public static string Stream(string dictionary, byte[] bytes) => $"<< {dictionary} /Length {bytes.Length} >>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream";

    public static byte[] Clean(string name, byte[] bytes) => CleanFile.From(name, bytes) switch
    {
        Contracts.Result<CleanFile>.Of(var clean) => clean.Bytes,
        Contracts.Result<CleanFile>.Refused no => throw new InvalidOperationException(no.Why.ToString()),
        _ => throw new InvalidOperationException(),
    };

    public static string? Fault(string name, byte[] bytes) => CleanFile.From(name, bytes) is Contracts.Result<CleanFile>.Refused no ? no.Why.Code : null;
}
