using System.Buffers;
using System.Text;

namespace Transparency.Publishing.Components;

/// <summary>Text straight into pooled UTF-8 bytes; a character split over two writes survives.</summary>
internal sealed class Utf8Writer : TextWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private readonly Encoder encoder = Utf8.GetEncoder();
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int length;

    public override Encoding Encoding => Utf8;

    public byte[] ToArray() => buffer.AsSpan(0, length).ToArray();

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> text)
    {
        var needed = length + Utf8.GetMaxByteCount(text.Length);
        if (needed > buffer.Length) Grow(needed);
        length += encoder.GetBytes(text, buffer.AsSpan(length), flush: false);
    }

    protected override void Dispose(bool disposing)
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
