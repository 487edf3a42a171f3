using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>
/// How villages are drawn, so that anybody can do it again with <c>sha256sum</c>.
/// The town binds itself to its half of the seed before the other half is called out;
/// so neither side can choose. Seed: the town's half, a slash, the number.
/// The pool is put in the order of SHA-256(seed, slash, village code); the first are drawn.
/// </summary>
public static class DrawRecipe
{
    /// <summary>Named in every plan: another way of drawing would be another name.</summary>
    public const string Name = "sha256/1";

    /// <summary>Long enough that nobody finds it from its hash by trying.</summary>
    public const int ShortestHalf = 16;

    public const int LongestHalf = 64;

    public const int HighestNumber = 999_999;

    /// <summary>Letters, digits and hyphens only: it reads the same in every program, and is spelled out loud.</summary>
    public static bool IsHalf(string half) =>
        half.Length is >= ShortestHalf and <= LongestHalf && half.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    public static string Commitment(string half) => Hash(half);

    public static string Seed(string half, int number) => string.Create(CultureInfo.InvariantCulture, $"{half}/{number}");

    public static string Line(string seed, VillageCode village) => $"{seed}/{village}";

    public static VillageDraw Of(string half, int number, IEnumerable<VillageCode> pool)
    {
        var seed = Seed(half, number);
        return new(
            half, number, seed, [.. pool.Select(v => new DrawnPlace(v, Hash(Line(seed, v)))).OrderBy(p => p.Hash, StringComparer.Ordinal)]);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
