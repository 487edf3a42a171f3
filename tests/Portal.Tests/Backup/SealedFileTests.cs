using System.Security.Cryptography;
using CsCheck;
using Transparency.Contracts;
using Transparency.Portal.Backup.Sealing;

namespace Transparency.Portal.Tests.Backup;

/// <summary>A sealed file is what was sealed, to the last byte, or it is refused.</summary>
public sealed class SealedFileTests
{
    private const int Chunk = 1 << 16;

    private static readonly byte[] Key = SHA256.HashData("one key"u8);
    private static readonly byte[] Plain = [.. Enumerable.Range(0, (2 * Chunk) + 1000).Select(i => (byte)(i * 31 / 7))];

    public static TheoryData<int> Lengths => [0, 1, Chunk - 1, Chunk, Chunk + 1, 2 * Chunk, (3 * Chunk) + 17];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void What_went_in_comes_out_however_long_it_is(int length)
    {
        var plain = RandomNumberGenerator.GetBytes(length);
        var file = Seal(plain);
        Assert.Null(Verify(file));
        using var from = new MemoryStream(file);
        using var back = new MemoryStream();
        using (var content = new UnsealingStream(((Result<SealedChunks>.Of)SealedChunks.Open(from, "f", Key)).Value)) content.CopyTo(back);
        Assert.Equal(plain, back.ToArray());
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_refused()
    {
        var file = Seal(Plain);
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Int[0, 7]).Sample((at, bit) => Verify(Changed(file, at, bit)) is not null, iter: 50);
    }

    /// <summary>Where head, lengths, end mark, tags and borders stand, every bit.</summary>
    [Fact]
    public void Each_bit_of_what_is_not_content_is_refused()
    {
        var file = Seal(Plain[..40]);
        Assert.Equal(64 + 4 + 40 + 16, file.Length);
        for (var at = 0; at < file.Length; at++)
            for (var bit = 0; bit < 8; bit++)
                Assert.Contains(Verify(Changed(file, at, bit))?.Code, new[] { at < 8 ? "backup.not-one" : "backup.altered", "backup.cut" });
    }

    [Fact]
    public void A_cut_anywhere_is_refused()
    {
        var file = Seal(Plain);
        Gen.Int[8, file.Length - 1].Sample(at => Verify(file[..at])?.Code == "backup.cut", iter: 50);
        Assert.Equal("backup.not-one", Verify([])?.Code);
    }

    [Fact]
    public void A_cut_between_two_chunks_is_refused_and_so_is_anything_after_the_end()
    {
        var file = Seal(Plain);
        const int sealedChunk = Chunk + 20;
        for (var chunks = 0; chunks < 3; chunks++) Assert.Equal("backup.cut", Verify(file[..(64 + (chunks * sealedChunk))])?.Code);
        Assert.Equal("backup.altered", Verify([.. file, 0])?.Code);
        // The end of one file does not end another, and no chunk stands for its neighbour.
        Assert.Equal("backup.altered", Verify([.. file[..64], .. file[(64 + sealedChunk)..(64 + (2 * sealedChunk))], .. file[(64 + sealedChunk)..]])?.Code);
        Assert.Equal("backup.altered", Verify([.. file[..(64 + sealedChunk)], .. Seal(Plain)[(64 + sealedChunk)..]])?.Code);
    }

    [Fact]
    public void A_file_without_its_end_mark_is_no_backup()
    {
        using var to = new MemoryStream();
        using (var sealing = new SealingStream(to, Key)) sealing.Write(Plain);
        Assert.Equal("backup.cut", Verify(to.ToArray())?.Code);
    }

    [Fact]
    public void A_wrong_key_is_told_apart_from_an_altered_file()
    {
        var file = Seal(Plain[..10]);
        using var from = new MemoryStream(file);
        Assert.Equal("backup.wrong-key", SealedChunks.Verify(from, "f", SHA256.HashData("another"u8))?.Code);
        Assert.Equal("backup.altered", Verify(Changed(file, 20, 0))?.Code);
        Assert.Equal("backup.not-one", Verify([.. "%PDF-1.7 and so on"u8])?.Code);
    }

    [Fact]
    public void The_same_content_is_never_sealed_the_same() => Assert.NotEqual(Seal(Plain[..10])[64..], Seal(Plain[..10])[64..]);

    private static byte[] Seal(byte[] plain)
    {
        using var to = new MemoryStream();
        using (var sealing = new SealingStream(to, Key))
        {
            sealing.Write(plain);
            sealing.Complete();
        }
        return to.ToArray();
    }

    private static Refusal? Verify(byte[] file)
    {
        using var from = new MemoryStream(file);
        return SealedChunks.Verify(from, "f", Key);
    }

    private static byte[] Changed(byte[] file, int at, int bit)
    {
        var changed = file.ToArray();
        changed[at] ^= (byte)(1 << bit);
        return changed;
    }
}
