using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Feeds;

/// <summary>
/// What has become late, newest first: of the town and of each village. An entry comes at 24:00 of the due day and keeps its id;
/// once the cell is published it stays, says how late that was, and moves up.
/// </summary>
public static class LateFeeds
{
    public static IEnumerable<Output> All(SiteModel site)
    {
        foreach (var language in site.Settings.Languages)
        {
            yield return Feed(SiteMap.LateFeed, SiteMap.Calendar, Slices.Duties, site.Town.Settings.Name, _ => true);
            foreach (var (code, name) in site.Town.Villages.Select(v => (v.Code, v.Name)))
                yield return Feed(
                    SiteMap.VillageLateFeed(code), SiteMap.Village(code), Slices.DutiesOf(code), name, cell => cell.Village == code);

            Output Feed(string path, string page, string slice, Text name, Func<Cell, bool> which) => new(
                SiteMap.In(site.Settings, language, path), Stage.Index, [Slices.Town, slice, Slices.AsOf],
                () => SiteFeeds.WriteAtom(
                    site, language, Catalogue.Say(language, "late.title", name), path, page, Newest(site, language, which)));
        }
    }

    private static IReadOnlyList<FeedItem> Newest(SiteModel site, Language language, Func<Cell, bool> which) =>
    [
        .. site.Duties.Where(d => which(d.Cell)).Select(d => ItemOf(site, language, d)).OfType<FeedItem>()
            .OrderByDescending(i => i.Updated).ThenBy(i => i.Id, StringComparer.Ordinal).Take(FeedItem.Longest),
    ];

    /// <summary>Null for what was never late.</summary>
    private static FeedItem? ItemOf(SiteModel site, Language language, SiteDuty duty)
    {
        var cell = duty.Cell;
        if (cell is not { Due: { } due, LateFrom: { } from }) return null;
        var id = $"{FeedItem.AddressOf(site, SiteMap.Calendar)}#late-{new ReportKey(cell.Obligation.Code, cell.Village, cell.Period)}";
        var village = site.Town.Villages.First(v => v.Code == cell.Village).Name;
        var item = Catalogue.Say(language, "duty.item", village, cell.Obligation.Name, PeriodWording.Of(language, cell.Period));
        return duty.Status switch
        {
            CellStatus.Late => new(id, AddressOf(site, language, SiteMap.Calendar),
                Catalogue.Say(language, "late.open", item),
                Catalogue.Say(language, "late.open-words", due, cell.Obligation.Body, cell.Obligation.Law), from),
            CellStatus.Met { DaysLate: > 0 and var days, At: var at } => new(id, AddressOf(site, language, duty.Path!),
                Catalogue.Say(language, "late.done", item), Catalogue.Say(language, "late.done-words", due, Shanghai.DayOf(at), days), at),
            _ => null,
        };
    }

    private static string AddressOf(SiteModel site, Language language, string path)
    {
        var folder = SiteMap.In(site.Settings, language, path).Replace("index.html", "", StringComparison.Ordinal);
        return $"{site.Settings.PublicAddress}/{folder}";
    }
}
