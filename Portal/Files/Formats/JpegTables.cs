namespace Transparency.Portal.Files.Formats;

/// <summary>Whether a segment of tables holds tables and nothing besides, so that nothing travels in it unseen.</summary>
internal static class JpegTables
{
    public static bool AreQuantization(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) return false;
        while (!content.IsEmpty)
        {
            var length = 1 + ((content[0] >> 4) switch { 0 => 64, 1 => 128, _ => int.MaxValue - 1 });
            if ((content[0] & 15) > 3 || length > content.Length) return false;
            content = content[length..];
        }
        return true;
    }

    public static bool AreHuffman(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) return false;
        while (!content.IsEmpty)
        {
            if (content.Length < 17 || content[0] >> 4 > 1 || (content[0] & 15) > 3) return false;
            var length = 17;
            foreach (var codes in content[1..17]) length += codes;
            if (length > 17 + 256 || length > content.Length) return false;
            content = content[length..];
        }
        return true;
    }
}
