using Transparency.Publishing.Calendars;
using Transparency.Publishing.Feeds;
using Transparency.Publishing.OpenData;
using Transparency.Publishing.Register;

namespace Transparency.Publishing.Site;

/// <summary>
/// Outputs that are told together: those of one row, or one group of lists. When telling them fails, only these are missing.
/// </summary>
/// <param name="Name">the row's key, or the group's own name; on no page</param>
/// <param name="Outputs">may throw, at once or half way: a row may hold what no page function can name</param>
public sealed record Part(string Name, Func<IEnumerable<Output>> Outputs);

/// <summary>Every file of the tree but the PDFs, which are typeset apart and never hold a page up.</summary>
public static class WholeSite
{
    public static IEnumerable<Output> Outputs(SiteModel site) => Parts(site).SelectMany(part => part.Outputs());

    public static IEnumerable<Part> Parts(SiteModel site) => Cases(site).Concat(Lists(site));

    /// <summary>All outputs of the cases in one of these slices, and all lists; what is touched, or has gone, is among them.</summary>
    public static IEnumerable<Output> Around(SiteModel site, IReadOnlySet<string> touched) =>
        PartsAround(site, touched).SelectMany(part => part.Outputs());

    /// <inheritdoc cref="Around"/>
    public static IEnumerable<Part> PartsAround(SiteModel site, IReadOnlySet<string> touched) =>
        touched.Contains(Slices.Town) ? Parts(site)
        : RowsTouched(site, touched).Select(row => Case(site, row)).Concat(Lists(site));

    /// <summary>
    /// Rows on the shelves of single cases: a page of a row names only slices that the row stands in. With another day, those that turn
    /// with it.
    /// </summary>
    public static IEnumerable<IPublicRow> RowsTouched(SiteModel site, IReadOnlySet<string> touched) =>
        touched.Where(Slices.IsOfOneCase).Concat(touched.Contains(Slices.AsOf) ? [Slices.Turning] : [])
            .SelectMany(slice => site.On(slice)).Distinct();

    private static IEnumerable<Part> Cases(SiteModel site) =>
        site.Register.Rows.Values.OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => Case(site, row));

    private static Part Case(SiteModel site, IPublicRow row) => new(row.Id, () => SitePages.Of(site, row));

    private static IEnumerable<Part> Lists(SiteModel site) =>
    [
        .. SitePages.Lists(site),
        new("feeds", () => SiteFeeds.All(site)),
        new("late-feeds", () => LateFeeds.All(site)),
        new("calendar", () => SiteCalendar.All(site)),
        .. SiteData.All(site),
        new("indexes", () => SiteIndexes.All(site)),
    ];
}
