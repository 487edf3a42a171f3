using System.Security.Cryptography;
using Transparency.Contracts;

namespace Transparency.Portal.Store;

/// <summary>
/// Mints internal ids: seconds since 2020 in six digits, then six of chance, so that they sort by age. Never shown as a number.
/// </summary>
public static class NewId
{
    // Crockford's base 32 without i, l, o and u: nothing reads like something else.
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    public static string At(DateTimeOffset moment)
    {
        Span<char> id = stackalloc char[12];
        var seconds = Math.Max(0, moment.ToUnixTimeSeconds() - Epoch);
        for (var i = 5; i >= 0; i--, seconds /= 32) id[i] = Digits[(int)(seconds % 32)];
        for (var i = 6; i < 12; i++) id[i] = Digits[RandomNumberGenerator.GetInt32(32)];
        return new(id);
    }

    /// <summary>The id of what an import or a scenario file knows by a natural key: the same key always gives the same id.</summary>
    public static DeclarationId FromKey(string key) => new($"k-{key}");
}
