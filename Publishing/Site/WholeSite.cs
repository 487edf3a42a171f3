using Transparency.Publishing.Calendars;
using Transparency.Publishing.Feeds;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>Every file of the tree but the PDFs, which are typeset apart and never hold a page up.</summary>
public static class WholeSite
{
    public static IEnumerable<Output> Outputs(SiteModel site) => Cases(site).Concat(Lists(site));

    /// <summary>All outputs of the cases in one of these slices, and all lists; what is touched, or has gone, is among them.</summary>
    public static IEnumerable<Output> Around(SiteModel site, IReadOnlySet<string> touched) =>
        touched.Contains(Slices.Town) ? Outputs(site)
        : RowsTouched(site, touched).SelectMany(row => SitePages.Of(site, row)).Concat(Lists(site));

    /// <summary>
    /// Rows on the shelves of single cases: a page of a row names only slices that the row stands in. With another day, those that turn
    /// with it.
    /// </summary>
    public static IEnumerable<IPublicRow> RowsTouched(SiteModel site, IReadOnlySet<string> touched) =>
        touched.Where(Slices.IsOfOneCase).Concat(touched.Contains(Slices.AsOf) ? [Slices.Turning] : [])
            .SelectMany(slice => site.On(slice)).Distinct();

    private static IEnumerable<Output> Cases(SiteModel site) =>
        site.Register.Rows.Values.OrderBy(row => row.Id, StringComparer.Ordinal).SelectMany(row => SitePages.Of(site, row));

    private static IEnumerable<Output> Lists(SiteModel site) =>
        SitePages.Lists(site).Concat(SiteFeeds.All(site)).Concat(LateFeeds.All(site))
            .Concat(SiteCalendar.All(site)).Concat(SiteData.All(site)).Concat(SiteIndexes.All(site));
}
