using System.Text;
using Transparency.Portal.Files.Formats;
using static Transparency.Portal.Tests.Files.RealFiles;

namespace Transparency.Portal.Tests.Files;

public sealed class PngTests
{
    [Fact]
    public void A_drawing_loses_its_texts_and_times_and_nothing_of_the_picture()
    {
        Assert.True(TellsOfItsMaker(Sketch));
        var clean = Clean("route.png", Sketch);
        Assert.False(TellsOfItsMaker(clean));
        Assert.Equal(-1, clean.AsSpan().IndexOf("tIME"u8));
        Assert.Equal(Content(Sketch, "IDAT"), Content(clean, "IDAT"));
    }

    [Fact]
    public void What_draws_it_is_kept_and_all_else_is_not()
    {
        byte[][] kept = [Chunk("gAMA", Big(45455)), Chunk("pHYs", [.. Big(2835), .. Big(2835), 1]), Chunk("sRGB", 0)];
        byte[][] dropped = [Chunk("tEXt", "Author\0secret"u8), Chunk("zTXt", "a\0\0x"u8), Chunk("iTXt", "a\0\0\0\0\0x"u8), Chunk("eXIf", "MM\0*"u8), Chunk("tIME", new byte[7]), Chunk("prVt", "secret"u8), Chunk("iCCP", "a\0\0x"u8), Chunk("acTL", new byte[8])];
        Assert.Equal(Png(3, 2, 0, kept), Clean("a.png", [.. Png(3, 2, 0, [.. dropped, .. kept, .. dropped]), .. "behind the end"u8]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Points_fill_rows_in_one_pass_or_seven(byte interlace)
    {
        // The seven passes of five by five points: 1, 1, 1, 2, 1, 3 and 2 rows with a filter byte each.
        var rows = interlace == 0 ? 5 * 6 : 25 + (1 + 1 + 1 + 2 + 1 + 3 + 2);
        byte[] png = [.. PngFile.Signature, .. Chunk("IHDR", [.. Big(5), .. Big(5), 8, 0, 0, 0, interlace]), .. Chunk("IDAT", Packed(new byte[rows])), .. Chunk("IEND")];
        Assert.Equal(png, Clean("a.png", png));
        byte[] less = [.. PngFile.Signature, .. Chunk("IHDR", [.. Big(5), .. Big(5), 8, 0, 0, 0, interlace]), .. Chunk("IDAT", Packed(new byte[rows - 1])), .. Chunk("IEND")];
        Assert.Equal("file.broken", Fault("a.png", less));
    }

    [Fact]
    public void Every_cut_of_it_and_every_false_checksum_is_broken()
    {
        var png = Png(3, 2);
        for (var length = 8; length < png.Length; length++) Assert.Equal("file.broken", Fault("a.png", png[..length]));
        for (var at = 8; at < png.Length; at++)
        {
            var harmed = png.ToArray();
            harmed[at] ^= 1;
            Assert.Equal("file.broken", Fault("a.png", harmed));
        }
    }

    [Fact]
    public void Nothing_hides_behind_the_packed_picture_or_in_a_chunk_that_nobody_knows()
    {
        byte[] behind = [.. PngFile.Signature, .. Chunk("IHDR", [.. Big(3), .. Big(2), 8, 0, 0, 0, 0]), .. Chunk("IDAT", [.. Packed(new byte[8]), .. "secret"u8]), .. Chunk("IEND")];
        Assert.Equal("file.broken", Fault("a.png", behind));
        Assert.Equal("file.broken", Fault("a.png", Png(3, 2, 0, Chunk("XXXX", "secret"u8))));
        Assert.Equal("file.broken", Fault("a.png", Png(3, 2, 0, Chunk("gAMA", [.. Big(45455), .. "secret"u8]))));
    }

    [Fact]
    public void A_picture_packed_by_a_dictionary_that_nobody_has_is_broken() =>
        Assert.Equal("file.broken", Fault("a.png", [.. PngFile.Signature, .. Chunk("IHDR", [.. Big(1), .. Big(1), 8, 0, 0, 0, 0]), .. Chunk("IDAT", [0x78, 0x20, .. new byte[8]]), .. Chunk("IEND")]));

    [Fact]
    public void A_trap_of_too_many_points_is_refused()
    {
        byte[] trap = [.. PngFile.Signature, .. Chunk("IHDR", [.. Big(100_000), .. Big(100_000), 8, 6, 0, 0, 0]), .. Chunk("IDAT", Packed([0])), .. Chunk("IEND")];
        Assert.Equal("file.too-many-points", Fault("a.png", trap));
    }

    private static byte[] Content(byte[] png, string name)
    {
        var all = new List<byte>();
        for (var at = 8; at < png.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == name) all.AddRange(png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
        return [.. all];
    }
}
