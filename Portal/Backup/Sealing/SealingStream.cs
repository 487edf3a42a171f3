namespace Transparency.Portal.Backup.Sealing;

/// <summary>
/// What is written into it comes out sealed. Without <see cref="Complete"/> the file has no end and will be refused: whoever breaks off
/// leaves nothing that could be taken for a backup.
/// </summary>
public sealed class SealingStream : Stream
{
    private readonly Stream to;
    private readonly ChunkSeal seal;
    private readonly byte[] plain = new byte[ChunkSeal.Largest];
    private readonly byte[] chunk = new byte[ChunkSeal.PrefixLength + ChunkSeal.Largest + ChunkSeal.TagLength];
    private int filled;

    /// <param name="to">stays open</param>
    /// <param name="key">32 bytes</param>
    public SealingStream(Stream to, byte[] key)
    {
        var header = SealHeader.New(key);
        (this.to, seal) = (to, new(header));
        to.Write(header.Bytes);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (filled == plain.Length) Put(isLast: false);
            var taken = Math.Min(buffer.Length, plain.Length - filled);
            buffer[..taken].CopyTo(plain.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Sets the end mark; nothing may be written after it.</summary>
    public void Complete() => Put(isLast: true);

    public override void Flush() => to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) seal.Dispose();
        base.Dispose(disposing);
    }

    private void Put(bool isLast)
    {
        to.Write(chunk.AsSpan(0, seal.Seal(plain.AsSpan(0, filled), isLast, chunk)));
        filled = 0;
    }
}
