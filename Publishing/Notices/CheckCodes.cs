using System.Runtime.CompilerServices;

namespace Transparency.Publishing.Notices;

/// <summary>
/// The check codes of editions that are in memory. A page, its twins in other languages, the list of editions and two data files
/// all print it; without this each of them would write notice.json again only to hash it. An edition is immutable, so its code is too.
/// </summary>
internal static class CheckCodes
{
    private static readonly ConditionalWeakTable<object, string> Known = [];

    public static string? Find(object edition) => Known.TryGetValue(edition, out var code) ? code : null;

    /// <summary>Remembers the code of <paramref name="noticeJson"/>, and hands it on.</summary>
    public static byte[] Noted(object edition, byte[] noticeJson)
    {
        if (!Known.TryGetValue(edition, out _)) Known.TryAdd(edition, NoticeJson.CheckCode(noticeJson));
        return noticeJson;
    }
}
