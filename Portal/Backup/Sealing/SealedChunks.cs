using Transparency.Contracts;

namespace Transparency.Portal.Backup.Sealing;

/// <summary>Reads a sealed file chunk by chunk, or says why it cannot be trusted.</summary>
public sealed class SealedChunks : IDisposable
{
    private readonly Stream from;
    private readonly string file;
    private readonly ChunkSeal seal;
    private readonly byte[] prefix = new byte[ChunkSeal.PrefixLength];
    private readonly byte[] chunk = new byte[ChunkSeal.Largest + ChunkSeal.TagLength];
    private readonly byte[] plain = new byte[ChunkSeal.Largest];
    private long read = SealHeader.Length;

    private SealedChunks(Stream from, string file, SealHeader header) => (this.from, this.file, seal) = (from, file, new(header));

    /// <summary>The last chunk has been read, and nothing stands behind it.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Bytes of the sealed file that were read so far.</summary>
    public long Read => read;

    /// <summary>Refuses as <see cref="SealHeader.Read"/> does.</summary>
    /// <param name="from">at its beginning; stays open</param>
    /// <param name="file">its name, for refusals</param>
    /// <param name="key">32 bytes</param>
    public static Result<SealedChunks> Open(Stream from, string file, byte[] key)
    {
        var start = new byte[SealHeader.Length];
        var length = from.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return SealHeader.Read(start.AsSpan(0, length), file, key) switch
        {
            Result<SealHeader>.Of(var header) => new SealedChunks(from, file, header),
            var no => ((Result<SealHeader>.Refused)no).Why,
        };
    }

    /// <summary>
    /// The next chunk, valid until the next call; empty once there is none. Refuses <c>backup.cut</c> and <c>backup.altered</c>, which says
    /// at which byte of the file the chunk begins.
    /// </summary>
    public Result<ReadOnlyMemory<byte>> Next()
    {
        if (IsAtEnd) return ReadOnlyMemory<byte>.Empty;
        if (!Fill(prefix)) return Refusal.Mend(null, "backup.cut", file);
        if (ChunkSeal.ReadPrefix(prefix) is not var (length, isLast)) return Altered();
        var sealedBytes = chunk.AsMemory(0, length + ChunkSeal.TagLength);
        if (!Fill(sealedBytes.Span)) return Refusal.Mend(null, "backup.cut", file);
        var opened = plain.AsMemory(0, length);
        if (!seal.Unseal(prefix, sealedBytes.Span, opened.Span)) return Altered();
        read += prefix.Length + sealedBytes.Length;
        if (isLast && from.ReadByte() >= 0) return Altered();
        IsAtEnd = isLast;
        return (ReadOnlyMemory<byte>)opened;
    }

    /// <summary>Reads all of a file and keeps nothing; null when it is whole.</summary>
    /// <param name="progress">in KiB</param>
    public static Refusal? Verify(
        Stream from, string file, byte[] key, IProgress<(int Done, int Total)>? progress = null, CancellationToken ct = default)
    {
        var opened = Open(from, file, key);
        if (opened is Result<SealedChunks>.Refused closed) return closed.Why;
        using var chunks = ((Result<SealedChunks>.Of)opened).Value;
        while (!chunks.IsAtEnd)
        {
            ct.ThrowIfCancellationRequested();
            if (chunks.Next() is Result<ReadOnlyMemory<byte>>.Refused no) return no.Why;
            progress?.Report(((int)(chunks.Read >> 10), (int)(from.Length >> 10)));
        }
        return null;
    }

    public void Dispose() => seal.Dispose();

    private bool Fill(Span<byte> buffer) => from.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length;

    private Refusal Altered() => Refusal.Mend(null, "backup.altered", file, read);
}
