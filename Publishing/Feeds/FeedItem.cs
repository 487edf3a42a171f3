using Transparency.Contracts;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.Feeds;

/// <summary>One case in a feed. Its id is its address, which never changes; its time is that of the newest act.</summary>
public sealed record FeedItem(string Id, string Address, string Title, string Summary, DateTimeOffset Updated)
{
    /// <summary>Feeds carry the newest twenty cases and no more.</summary>
    public const int Longest = 20;

    /// <param name="slice">whose cases: all, or those of one village</param>
    public static IReadOnlyList<FeedItem> Newest(SiteModel site, Language language, string slice) =>
        [.. site.CasesIn(slice).Take(Longest).Select(c => Of(site, language, c))];

    private static FeedItem Of(SiteModel site, Language language, SiteCase c)
    {
        var address = AddressOf(site, SiteMap.In(site.Settings, language, c.Path));
        return new(AddressOf(site, c.Path), address, c.Title.In(language), c.Summary(language), c.Row.LastAct);
    }

    internal static string AddressOf(SiteModel site, string path) => $"{site.Settings.PublicAddress}/{path[..^"index.html".Length]}";
}
