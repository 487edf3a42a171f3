using Transparency.Contracts;

namespace Transparency.Portal.Backup.Sealing;

/// <summary>
/// What was sealed, as it was before, from a file that <see cref="SealedChunks.Verify"/> has found whole: should it be damaged all the
/// same, it came to harm in between, and reading throws <see cref="InvalidDataException"/>.
/// </summary>
/// <param name="chunks">at their beginning</param>
public sealed class UnsealingStream(SealedChunks chunks) : Stream
{
    private ReadOnlyMemory<byte> left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (left.Length == 0 && !chunks.IsAtEnd)
        {
            left = chunks.Next() switch
            {
                Result<ReadOnlyMemory<byte>>.Of(var next) => next,
                var no => throw new InvalidDataException(((Result<ReadOnlyMemory<byte>>.Refused)no).Why.ToString()),
            };
        }
        var taken = Math.Min(buffer.Length, left.Length);
        left.Span[..taken].CopyTo(buffer);
        left = left[taken..];
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) chunks.Dispose();
        base.Dispose(disposing);
    }
}
