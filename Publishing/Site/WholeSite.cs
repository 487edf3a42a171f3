using Transparency.Publishing.Calendars;
using Transparency.Publishing.Feeds;
using Transparency.Publishing.OpenData;

namespace Transparency.Publishing.Site;

/// <summary>Every file of the tree but the PDFs, which are typeset apart and never hold a page up.</summary>
public static class WholeSite
{
    public static IEnumerable<Output> Outputs(SiteModel site) =>
        SitePages.All(site).Concat(SiteFeeds.All(site)).Concat(SiteCalendar.All(site)).Concat(SiteData.All(site)).Concat(SiteIndexes.All(site));
}
