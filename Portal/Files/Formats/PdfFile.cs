using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Transparency.Portal.Files.Formats;

/// <summary>
/// A PDF is published as it is, so it is only looked through: that it is whole, that anybody may open it, and that it does nothing by
/// itself. Everything that is not packed and everything that can be unpacked is searched for the names of what acts; a list of objects
/// packed in a way that cannot be searched is refused. No parser is used: one lenient enough for real files would see another file
/// than the reader's own, and a library of that size would stand between strangers' bytes and the portal. What slips through meets
/// readers in a browser that run nothing and reach nothing.
/// </summary>
public static partial class PdfFile
{
    private const string Broken = "file.broken";
    private const string Active = "file.active";

    /// <summary>A picture unpacks to some tens of MB; more than this is a trap.</summary>
    private const long MostUnpacked = 400_000_000;

    private const int MostStreams = 100_000;
    private const int LongestDictionary = 65_536;

    /// <summary>
    /// Names after a slash, of which the first bytes suffice. Script actions, started programs, embedded files, forms that send
    /// themselves, media that act.
    /// </summary>
    private static readonly string[] Acting =
        ["JavaScript", "Launch", "EmbeddedF", "RichMedia", "Rendition", "SubmitForm", "ImportData", "GoToE", "XFA"];

    private static readonly SearchValues<string> ActingNames =
        SearchValues.Create([.. Acting.Select(name => $"/{name}")], StringComparison.Ordinal);

    private static readonly SearchValues<byte> Blank = SearchValues.Create("\0\t\n\f\r "u8);

    /// <returns>the code of why it is not taken, or null</returns>
    public static string? FaultIn(byte[] file)
    {
        ReadOnlySpan<byte> bytes = file;
        // Writers end their files with a line end or a few; a cut-off download does not end like this.
        var tail = bytes[Math.Max(0, bytes.Length - 1024)..];
        if (tail.LastIndexOf("%%EOF"u8) is not (>= 0 and var end) || !IsBlank(tail[(end + 5)..])) return Broken;
        if (bytes.IndexOf("startxref"u8) < 0 || bytes.IndexOf(" obj"u8) < 0) return Broken;
        var text = Encoding.Latin1.GetString(bytes);
        if (Encrypted().IsMatch(text)) return "file.encrypted";
        if (Acts(text)) return Active;
        return FaultInStreams(file, text);
    }

    private static string? FaultInStreams(byte[] file, string text)
    {
        var (left, streams) = (MostUnpacked, 0);
        foreach (var start in Stream().EnumerateMatches(text))
        {
            var window = Math.Min(start.Index, LongestDictionary);
            if (++streams > MostStreams
                || text.LastIndexOf("obj", start.Index, window, StringComparison.Ordinal) is not (>= 0 and var from)) return Broken;
            var dictionary = text[from..start.Index];
            var content = start.Index + start.Length;
            if (IsListOfObjects(dictionary) && !CanBeSearched(dictionary, file.AsSpan(content))) return Broken;
            if (UnpackedActs(file, content, ref left)) return Active;
            if (left < 0) return Broken;
        }
        return null;
    }

    /// <summary>Readers find packed objects by these two entries, whatever type the dictionary claims.</summary>
    private static bool IsListOfObjects(string dictionary) =>
        Plain(dictionary) is var plain
        && (plain.Contains("/ObjStm", StringComparison.Ordinal) || plain.Contains("/First", StringComparison.Ordinal));

    private static bool CanBeSearched(string dictionary, ReadOnlySpan<byte> content)
    {
        var plain = Plain(dictionary);
        var rest = Deflated().Replace(plain, "", 1);
        return !OtherPacking().IsMatch(rest) && (rest.Length == plain.Length || IsDeflated(content));
    }

    /// <summary>By its head, RFC 1950; one that names a dictionary of its own unpacks in no reader.</summary>
    private static bool IsDeflated(ReadOnlySpan<byte> packed) =>
        packed.Length >= 2 && (packed[0] & 15) == 8 && (packed[0] * 256 + packed[1]) % 31 == 0 && (packed[1] & 32) == 0;

    /// <summary>Unpacks piece by piece, so that a picture of any size needs no memory; what is not deflated is passed over.</summary>
    private static bool UnpackedActs(byte[] file, int start, ref long left)
    {
        const int Overlap = 64;
        if (!IsDeflated(file.AsSpan(start))) return false;
        var buffer = ArrayPool<byte>.Shared.Rent((1 << 16) + Overlap);
        try
        {
            using var from = new MemoryStream(file, start, file.Length - start, writable: false);
            using var unpacked = new ZLibStream(from, CompressionMode.Decompress);
            var kept = 0;
            for (int got; left >= 0 && (got = unpacked.Read(buffer, kept, 1 << 16)) > 0; left -= got)
            {
                var length = kept + got;
                if (Acts(Encoding.Latin1.GetString(buffer, 0, length))) return true;
                kept = Math.Min(Overlap, length);
                buffer.AsSpan(length - kept, kept).CopyTo(buffer);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // A stream that breaks off unpacks no further in a reader either.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return false;
    }

    private static bool Acts(string text) =>
        text.AsSpan().ContainsAny(ActingNames)
        || (text.Contains('#') && EscapedName().EnumerateMatches(text) is var names && AnyActs(names, text));

    private static bool AnyActs(Regex.ValueMatchEnumerator names, string text)
    {
        foreach (var name in names)
            if (Plain(text.Substring(name.Index, name.Length)).AsSpan().ContainsAny(ActingNames)) return true;
        return false;
    }

    /// <summary><c>/J#61vaScript</c> is the same name as <c>/JavaScript</c>.</summary>
    private static string Plain(string text) =>
        Escape().Replace(text, m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString());

    private static bool IsBlank(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(Blank);

    [GeneratedRegex(
        @"/Encrypt(?![A-Za-z])|/(?:E|#45)(?:n|#6[eE])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)(?![A-Za-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Encrypted();

    [GeneratedRegex(@"(?<!end)stream(?:\r\n|\n|\r)", RegexOptions.CultureInvariant)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Filter\s*(?:\[\s*/FlateDecode\s*\]|/FlateDecode(?![A-Za-z]))", RegexOptions.CultureInvariant)]
    private static partial Regex Deflated();

    [GeneratedRegex(@"/(?:Filter|F|DecodeParms|DP)(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPacking();

    [GeneratedRegex(@"/[A-Za-z#0-9]{0,20}#[0-9A-Fa-f]{2}[A-Za-z#0-9]{0,40}", RegexOptions.CultureInvariant)]
    private static partial Regex EscapedName();

    [GeneratedRegex("#([0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
