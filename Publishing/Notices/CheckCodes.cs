using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Transparency.Publishing.Notices;

/// <summary>
/// The check codes of editions that are in memory. A page, its twins in other languages, the list of editions and two data files
/// all print it; without this each of them would write notice.json again only to hash it. An edition is immutable, so its code is too.
/// </summary>
public static class CheckCodes
{
    private static readonly ConditionalWeakTable<object, string> Known = [];

    /// <summary>The hash of bytes that were published before, whatever this program would make of the edition.</summary>
    /// <param name="sha256">of the published file, hexadecimal</param>
    public static void Keep(object edition, string sha256) => Known.AddOrUpdate(edition, sha256);

    internal static string? Find(object edition) => FindHash(edition) is { } hash ? NoticeJson.CheckCode(hash) : null;

    /// <summary>SHA-256 of the whole file, hexadecimal.</summary>
    internal static string? FindHash(object edition) => Known.TryGetValue(edition, out var hash) ? hash : null;

    /// <summary>Remembers the code of <paramref name="noticeJson"/>, and hands it on.</summary>
    internal static byte[] Noted(object edition, byte[] noticeJson)
    {
        if (!Known.TryGetValue(edition, out _)) Known.TryAdd(edition, Convert.ToHexStringLower(SHA256.HashData(noticeJson)));
        return noticeJson;
    }
}
