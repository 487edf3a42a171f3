using System.Globalization;
using System.Text;

namespace Transparency.Contracts;

/// <summary>Which characters a text may hold: one rule for every door, and for what is stored behind it.</summary>
public static class Characters
{
    /// <summary>
    /// Refuses a text over the limit (<c>text.too-long</c>); control characters but line feed and tab, halves of pairs, non-characters and
    /// the mark of a file's beginning, which XML, the store or PDF/A cannot hold (<c>text.character</c>); marks that turn the order of the
    /// words around them (<c>text.turned</c>); and a text of which nothing can be seen (<c>text.unseen</c>). White space alone is an empty
    /// text and no fault.
    /// </summary>
    /// <param name="longest">in UTF-16 units</param>
    public static Refusal? FaultIn(string text, int longest = Text.Longest)
    {
        if (text.Length > longest) return Refusal.Mend(null, "text.too-long", longest);
        var place = 0;
        for (var i = 0; i < text.Length;)
        {
            place++;
            if (!Rune.TryGetRuneAt(text, i, out var rune)) return Refusal.Mend(null, "text.character", place, Number(text[i]));
            if (IsForbidden(rune)) return Refusal.Mend(null, "text.character", place, Number(rune.Value));
            if (IsTurning(rune)) return Refusal.Mend(null, "text.turned", place, Number(rune.Value));
            i += rune.Utf16SequenceLength;
        }
        return IsSeen(text) || string.IsNullOrWhiteSpace(text) ? null : Refusal.Mend(null, "text.unseen");
    }

    /// <summary>False for white space and signs without a shape (U+200B, fillers, marks that stand on nothing).</summary>
    public static bool IsSeen(string text) => text.EnumerateRunes().Any(IsSeen);

    /// <summary>Takes no room on paper and wants no glyph: white space, joiners, marks of direction, selectors of a variant.</summary>
    public static bool IsShapeless(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x034F or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Means something only where its own font is: others see an empty box, or another character.</summary>
    public static bool IsPrivate(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    /// <summary>U+FFFE</summary>
    public static string Number(int value) => string.Create(CultureInfo.InvariantCulture, $"U+{value:X4}");

    private static bool IsForbidden(Rune rune) => rune.Value is not ('\n' or '\t')
        && (Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is 0xFEFF or (>= 0xFDD0 and <= 0xFDEF));

    private static bool IsTurning(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
        && Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
