using System.Security.Cryptography;
using Transparency.Contracts;

namespace Transparency.Portal.Backup.Sealing;

/// <summary>
/// The first 64 bytes of a sealed file: eight of name and version, 32 of salt, sixteen that only the right key gives, and eight of a
/// digest over all before. So a wrong key and a damaged head are told apart. Every chunk is bound to all of it.
/// </summary>
/// <param name="Bytes">the 64 bytes</param>
/// <param name="FileKey">this file's own key, 32 bytes, made from the key and the salt</param>
internal sealed record SealHeader(byte[] Bytes, byte[] FileKey)
{
    public const int Length = SaltEnd + CheckLength + DigestLength;

    private const int NameLength = 8;
    private const int SaltEnd = NameLength + 32;
    private const int CheckLength = 16;
    private const int DigestLength = 8;

    private static ReadOnlySpan<byte> Name => "SUNSEAL\u0001"u8;

    /// <param name="key">32 bytes</param>
    public static SealHeader New(byte[] key)
    {
        var bytes = new byte[Length];
        Name.CopyTo(bytes);
        RandomNumberGenerator.Fill(bytes.AsSpan(NameLength..SaltEnd));
        var made = Derive(key, bytes);
        made.Check.CopyTo(bytes, SaltEnd);
        DigestOf(bytes).CopyTo(bytes.AsSpan(SaltEnd + CheckLength));
        return new(bytes, made.FileKey);
    }

    /// <summary>
    /// Refuses <c>backup.not-one</c> (something else), <c>backup.cut</c>, <c>backup.altered</c> and <c>backup.wrong-key</c>.
    /// </summary>
    /// <param name="read">what stands at the beginning of the file, 64 bytes or all there are</param>
    /// <param name="file">its name, for the refusal</param>
    /// <param name="key">32 bytes</param>
    public static Result<SealHeader> Read(ReadOnlySpan<byte> read, string file, byte[] key)
    {
        if (!read.StartsWith(Name)) return Refusal.Mend(null, "backup.not-one", file);
        if (read.Length < Length) return Refusal.Mend(null, "backup.cut", file);
        var bytes = read[..Length].ToArray();
        if (!DigestOf(bytes).SequenceEqual(bytes.AsSpan(SaltEnd + CheckLength))) return Refusal.Mend(null, "backup.altered", file, 0);
        var made = Derive(key, bytes);
        return CryptographicOperations.FixedTimeEquals(made.Check, bytes.AsSpan(SaltEnd, CheckLength))
            ? new SealHeader(bytes, made.FileKey)
            : Refusal.Mend(null, "backup.wrong-key", file);
    }

    private static (byte[] FileKey, byte[] Check) Derive(byte[] key, byte[] header)
    {
        var salt = header[NameLength..SaltEnd];
        return (
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, salt, "sunshine backup: file"u8.ToArray()),
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, CheckLength, salt, "sunshine backup: check"u8.ToArray()));
    }

    private static byte[] DigestOf(byte[] header) => SHA256.HashData(header.AsSpan(0, SaltEnd + CheckLength))[..DigestLength];
}
