using System.Buffers;
using System.Text;

namespace Transparency.Publishing.Components;

/// <summary>
/// Collects a page's text and makes UTF-8 of it once, at the end. A renderer writes a page in thousands of small pieces,
/// so a piece must cost no more than its copy.
/// </summary>
internal sealed class Utf8Writer : TextWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private char[] buffer = ArrayPool<char>.Shared.Rent(16 * 1024);
    private int length;

    public override Encoding Encoding => Utf8;

    public byte[] ToArray() => Utf8.GetBytes(buffer, 0, length);

    public override void Write(char value)
    {
        if (length == buffer.Length) Grow(length + 1);
        buffer[length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> text)
    {
        if (length + text.Length > buffer.Length) Grow(length + text.Length);
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    protected override void Dispose(bool disposing)
    {
        ArrayPool<char>.Shared.Return(buffer);
        buffer = [];
        base.Dispose(disposing);
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(buffer);
        buffer = larger;
    }
}
