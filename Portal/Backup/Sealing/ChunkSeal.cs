using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Transparency.Portal.Backup.Sealing;

/// <summary>
/// Seals one chunk after the other with AES-256-GCM. A chunk in the file: four bytes that say its length, the highest bit set in the last
/// chunk alone, then the sealed bytes and a tag of sixteen. Number, length and end mark are part of what the tag protects, so that no
/// chunk can be changed, moved, left out or repeated, and a file that was cut between two chunks has no end.
/// </summary>
internal sealed class ChunkSeal(SealHeader header) : IDisposable
{
    /// <summary>Bytes before the sealed ones.</summary>
    public const int PrefixLength = 4;

    /// <summary>Bytes behind them.</summary>
    public const int TagLength = 16;

    /// <summary>Most bytes in one chunk.</summary>
    public const int Largest = 1 << 16;

    private const uint EndMark = 0x8000_0000;
    private const int NonceLength = 12;

    private readonly AesGcm cipher = new(header.FileKey, TagLength);
    // header, then the prefix of the chunk; its number is the nonce
    private readonly byte[] bound = [.. header.Bytes, 0, 0, 0, 0];
    private readonly byte[] nonce = new byte[NonceLength];
    private ulong number;

    /// <summary>Writes the chunk into a buffer that has room for it and for 20 bytes more.</summary>
    /// <returns>how many bytes of the buffer are filled</returns>
    public int Seal(ReadOnlySpan<byte> plain, bool isLast, Span<byte> into)
    {
        BinaryPrimitives.WriteUInt32BigEndian(into, (uint)plain.Length | (isLast ? EndMark : 0));
        Bind(into[..PrefixLength]);
        cipher.Encrypt(
            nonce, plain, into.Slice(PrefixLength, plain.Length), into.Slice(PrefixLength + plain.Length, TagLength), bound);
        return PrefixLength + plain.Length + TagLength;
    }

    /// <returns>null for a length that no chunk has</returns>
    public static (int Length, bool IsLast)? ReadPrefix(ReadOnlySpan<byte> prefix)
    {
        var read = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        var length = read & ~EndMark;
        return length > Largest ? null : ((int)length, (read & EndMark) != 0);
    }

    /// <returns>false when not exactly this chunk was sealed here</returns>
    public bool Unseal(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> sealedWithTag, Span<byte> plain)
    {
        Bind(prefix);
        try
        {
            cipher.Decrypt(nonce, sealedWithTag[..^TagLength], sealedWithTag[^TagLength..], plain, bound);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public void Dispose() => cipher.Dispose();

    private void Bind(ReadOnlySpan<byte> prefix)
    {
        prefix.CopyTo(bound.AsSpan(SealHeader.Length));
        BinaryPrimitives.WriteUInt64BigEndian(nonce.AsSpan(NonceLength - sizeof(ulong)), number++);
    }
}
