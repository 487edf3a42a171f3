using System.Security.Cryptography;

namespace Transparency.Portal.Backup;

/// <summary>Copies bytes, and tells what was copied.</summary>
internal static class HashedCopy
{
    /// <returns>length and SHA-256, 64 lower-case hexadecimal digits</returns>
    public static async Task<(long Bytes, string Sha256)> RunAsync(Stream from, Stream to, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[1 << 16], 0L);
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
