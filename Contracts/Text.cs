using System.Globalization;
using System.Text;

namespace Transparency.Contracts;

/// <summary>What a person typed, in Chinese and, where given, in English.</summary>
public sealed record Text(string Zh, string? En = null)
{
    /// <summary>Longest text of one language, in UTF-16 units.</summary>
    public const int Longest = 20_000;

    public string In(Language language) => language == Language.En && En is not null ? En : Zh;

    /// <summary>Nothing to see: white space and signs without a shape (U+200B, fillers, marks that stand on nothing) say nothing.</summary>
    public bool IsEmpty => !Zh.EnumerateRunes().Any(IsSeen);

    /// <summary>
    /// False for control characters (the store and the typesetter refuse them), lone surrogates and texts over <see cref="Longest"/>.
    /// </summary>
    public bool IsClean => Clean(Zh) && (En is null || Clean(En));

    public override string ToString() => Zh;

    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark);

    private static bool Clean(string text)
    {
        if (text.Length > Longest) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\t')) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}

/// <summary>The languages that pages are made in; BCP 47 <c>zh-Hans</c> and <c>en</c>.</summary>
public enum Language
{
    Zh,
    En,
}

/// <summary>An argument of a refusal that is itself a text of the catalogue (a state, an act, a field).</summary>
public readonly record struct Word(string Code)
{
    public override string ToString() => Code;
}

/// <summary>Several <see cref="Word"/>s in a row; equal when their codes are.</summary>
public sealed record Words(params IReadOnlyList<string> Codes)
{
    public bool Equals(Words? other) => other is not null && Codes.SequenceEqual(other.Codes);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => string.Join(", ", Codes);
}
