using CsCheck;
using Transparency.Contracts;
using Transparency.Portal.Files;
using Transparency.Samples;
using static Transparency.Portal.Tests.Files.RealFiles;

namespace Transparency.Portal.Tests.Files;

/// <summary>By its bytes a file is taken or refused by name; no bytes make it throw, and none that pass tell of their maker.</summary>
public sealed class CleanFileTests
{
    private static readonly byte[][] Real = [Photo, Sketch, Minutes];

    // Anywhere, but mostly at the head, where all structure is.
    private static readonly Gen<(int File, (int At, byte To)[] Changes, int Cut, int From, int Copied)> Mutations = Gen.Select(
        Gen.Int[0, 2], Gen.Select(Gen.Frequency((3, Gen.Int[0, 1500]), (1, Gen.Int[0, 40_000])), Gen.Byte).Array[0, 4], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 40_000])), Gen.Int[0, 40_000], Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 300])));

    [Fact]
    public void Random_bytes_never_throw() => Gen.Select(Gen.Int[0, 3], Gen.Byte.Array[0, 200]).Sample((kind, bytes) =>
    {
        byte[] head = kind switch { 0 => [0xFF, 0xD8, 0xFF], 1 => [.. Portal.Files.Formats.PngFile.Signature], 2 => [.. "%PDF-1.4\n"u8], _ => [] };
        _ = CleanFile.From("a", [.. head, .. bytes]);
    });

    [Fact]
    public void Mutated_files_never_throw_never_keep_what_tells_and_are_stripped_once_for_all() => Mutations.Sample(m =>
    {
        var bytes = Mutated(Real[m.File], m);
        if (CleanFile.From("a", bytes) is not Result<CleanFile>.Of(var clean)) return;
        if (clean.Type != FileType.Pdf) Assert.False(TellsOfItsMaker(clean.Bytes));
        var again = Assert.IsType<Result<CleanFile>.Of>(CleanFile.From("a", clean.Bytes)).Value;
        Assert.Equal(clean.Hash, again.Hash);
    }, iter: Amount.OfRandom(2000));

    [Theory]
    [InlineData("a.docx", "PK\u0003\u0004word")]
    [InlineData("a.html", "<!doctype html><script>alert(1)</script>")]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("a.gif", "GIF89a")]
    [InlineData("a.pdf", "not a PDF")]
    [InlineData("a.pdf", "\n%PDF-1.7 later")]
    [InlineData("a.jpg", "\u0000\u0000\u0000\u0018ftypheic")]
    public void Another_type_is_refused_whatever_its_name(string name, string content) => Assert.Equal("file.type", Fault(name, System.Text.Encoding.Latin1.GetBytes(content)));

    [Theory]
    [InlineData("minutes.jpg")]
    [InlineData("minutes.PNG")]
    [InlineData("minutes.pdf.exe")]
    public void A_name_that_contradicts_the_content_is_refused(string name) => Assert.Equal("file.extension", Fault(name, Minutes));

    [Theory]
    [InlineData("minutes.PDF")]
    [InlineData("会议记录")]
    [InlineData("3.12 会议.pdf")]
    public void A_name_that_says_the_same_or_nothing_is_not(string name) => Assert.Null(Fault(name, Minutes));

    [Fact]
    public void What_is_empty_or_too_large_is_refused()
    {
        Assert.Equal("file.empty", Fault("a.pdf", []));
        Assert.Equal("file.too-large", Fault("a.pdf", [.. Minutes, .. new byte[10_000_001 - Minutes.Length]]));
        Assert.Null(Fault("a.pdf", [.. Minutes[..^6], .. Enumerable.Repeat((byte)'\n', 10_000_000 - Minutes.Length), .. Minutes[^6..]]));
    }

    private static byte[] Mutated(byte[] real, (int File, (int At, byte To)[] Changes, int Cut, int From, int Copied) m)
    {
        var bytes = real.ToArray();
        foreach (var (at, to) in m.Changes) bytes[at % bytes.Length] = to;
        if (m.Cut > 0) bytes = bytes[..^(m.Cut % bytes.Length)];
        if (m.Copied == 0 || bytes.Length == 0) return bytes;
        var from = m.From % bytes.Length;
        return [.. bytes[..from], .. bytes.AsSpan(from, Math.Min(m.Copied, bytes.Length - from)), .. bytes[from..]];
    }
}
