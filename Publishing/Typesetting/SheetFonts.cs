using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Text;
using Transparency.Contracts;

namespace Transparency.Publishing.Typesetting;

/// <summary>
/// Which characters the fonts of the sheets can set, as their own tables say (OpenType, <c>cmap</c>). A text with another character would
/// never come out as a PDF; who writes it should hear so at once, without a compiler.
/// </summary>
public static class SheetFonts
{
    /// <summary>The families that the template names.</summary>
    private static readonly string[] Families = ["Noto Serif CJK SC", "Noto Sans CJK SC"];

    private static readonly Lazy<BitArray?> Known = new(() => CoverageOf(new TypesetterOptions().FontFolders));

    /// <summary>
    /// Every character, once, that one of the fonts lacks. None where the fonts are not installed: the typesetter says that. Characters
    /// without a shape want no glyph, and those for private use are told elsewhere (<see cref="Characters.IsPrivate"/>).
    /// </summary>
    public static IReadOnlyList<Rune> LackingFor(string text) => Known.Value is not { } covered ? []
        : [.. (text.IsNormalized() ? text : text.Normalize()).EnumerateRunes()
            .Where(rune => !covered[rune.Value] && !Characters.IsShapeless(rune) && !Characters.IsPrivate(rune)).Distinct()];

    /// <summary>What may stand and readers may not see: characters for private use, and in older texts those that the fonts lack.</summary>
    public static IEnumerable<Rune> DoubtfulIn(string text) => text.EnumerateRunes().Where(Characters.IsPrivate).Concat(LackingFor(text));

    /// <summary>Characters as sentences name them.</summary>
    public static string Named(IEnumerable<Rune> runes) => string.Join(", ", runes.Select(Named));

    /// <summary>Refuses (<c>text.no-glyph</c>) a text that holds such characters, with all of them.</summary>
    public static Refusal? FaultIn(string text) => LackingFor(text) is { Count: > 0 } lacking
        ? Refusal.Mend(null, "text.no-glyph", Named(lacking))
        : null;

    /// <summary>😀 U+1F600; a character of the private use areas or one without a sight has only its number.</summary>
    internal static string Named(Rune rune) =>
        Characters.IsPrivate(rune) || Characters.IsShapeless(rune)
            || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned
            ? Characters.Number(rune.Value)
            : $"{rune} {Characters.Number(rune.Value)}";

    /// <summary>What all faces of the families have; null where there is none.</summary>
    private static BitArray? CoverageOf(IReadOnlyList<string> folders)
    {
        BitArray? all = null;
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.?tc")))
        {
            using var font = File.OpenRead(file);
            var covered = FacesOf(font).Where(face => Families.Contains(FamilyOf(font, face))).Select(face => CoverageOf(font, face));
            foreach (var face in covered) all = all is null ? face : all.And(face);
        }
        return all;
    }

    /// <summary>The tables of each face of a collection: offset by tag.</summary>
    private static IEnumerable<Dictionary<string, uint>> FacesOf(FileStream font)
    {
        var head = Read(font, 0, 12);
        if (!head.AsSpan(0, 4).SequenceEqual("ttcf"u8)) yield break;
        var count = (int)U32(head, 8);
        var offsets = Read(font, 12, 4 * count);
        for (var i = 0; i < count; i++)
        {
            var at = U32(offsets, 4 * i);
            var tables = U16(Read(font, at, 12), 4);
            var directory = Read(font, at + 12, 16 * tables);
            yield return Enumerable.Range(0, tables)
                .ToDictionary(t => Encoding.ASCII.GetString(directory, 16 * t, 4), t => U32(directory, (16 * t) + 8));
        }
    }

    /// <summary>Name 1 of the Windows platform, which is written in UTF-16.</summary>
    private static string? FamilyOf(FileStream font, Dictionary<string, uint> face)
    {
        var at = face["name"];
        var head = Read(font, at, 6);
        var records = Read(font, at + 6, 12 * U16(head, 2));
        for (var r = 0; r < records.Length; r += 12)
        {
            if (U16(records, r) == 3 && U16(records, r + 4) == 0x409 && U16(records, r + 6) == 1)
                return Encoding.BigEndianUnicode.GetString(Read(font, at + U16(head, 4) + U16(records, r + 10), U16(records, r + 8)));
        }
        return null;
    }

    /// <summary>The table of the whole of Unicode (format 12): groups of first, last, and the glyph of the first.</summary>
    private static BitArray CoverageOf(FileStream font, Dictionary<string, uint> face)
    {
        var covered = new BitArray(0x110000);
        var at = face["cmap"];
        var records = Read(font, at + 4, 8 * U16(Read(font, at, 4), 2));
        for (var r = 0; r < records.Length; r += 8)
        {
            var table = at + U32(records, r + 4);
            var head = Read(font, table, 16);
            if (U16(head, 0) != 12) continue;
            var groups = Read(font, table + 16, 12 * (int)U32(head, 12));
            for (var g = 0; g < groups.Length; g += 12)
            {
                for (var c = U32(groups, g); c <= U32(groups, g + 4); c++) covered[(int)c] = U32(groups, g + 8) + c - U32(groups, g) > 0;
            }
        }
        return covered;
    }

    private static byte[] Read(FileStream font, long at, int length)
    {
        font.Position = at;
        var bytes = new byte[length];
        font.ReadExactly(bytes);
        return bytes;
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
}
