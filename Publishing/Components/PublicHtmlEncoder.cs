using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Transparency.Publishing.Components;

/// <summary>
/// Escapes <c>&lt; &gt; &amp; " '</c> and nothing else: the stock encoders turn rare characters of personal names and full-width
/// spaces into numbers, which nobody can read in the source of a page.
/// </summary>
public sealed class PublicHtmlEncoder : HtmlEncoder
{
    private static readonly SearchValues<char> Marked = SearchValues.Create("<>&\"'");

    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is '<' or '>' or '&' or '"' or '\'';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        new ReadOnlySpan<char>(text, textLength).IndexOfAny(Marked);

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var room = new Span<char>(buffer, bufferLength);
        var escaped = unicodeScalar switch
        {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ => null,
        };
        if (escaped is null) return new Rune(unicodeScalar).TryEncodeToUtf16(room, out numberOfCharactersWritten);
        numberOfCharactersWritten = escaped.TryCopyTo(room) ? escaped.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
