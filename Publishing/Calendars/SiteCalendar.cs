using System.Collections.Immutable;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Site.Kinds;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Calendars;

/// <summary>
/// calendar.ics (RFC 5545): publicity windows, the closing of bids, and the days by which villages must publish what they owe.
/// A UID is fixed for ever, the SEQUENCE rises whenever a day moves, and what was called off stays as CANCELLED.
/// </summary>
public static class SiteCalendar
{
    /// <summary>What ended longer ago leaves the file, so that it does not grow for ever.</summary>
    public const int KeptDays = 90;

    private static readonly ImmutableArray<string> Inputs =
    [
        Slices.Town,
        .. PublicKinds.All.Where(kind => kind.Calendar is not null).Select(kind => Slices.Kind(kind.Case!.Value)),
        Slices.Duties,
        Slices.AsOf,
    ];

    public static IEnumerable<Output> All(SiteModel site) => site.Settings.Languages.Select(language => new Output(
        SiteMap.In(site.Settings, language, SiteMap.CalendarFile), Stage.Index, Inputs, () => Write(site, language)));

    internal static string Address(SiteModel site, Language language, string folder) =>
        $"{site.Settings.PublicAddress}/{SiteMap.In(site.Settings, language, folder)}";

    private static byte[] Write(SiteModel site, Language language)
    {
        var text = new IcsText(new Uri(site.Settings.PublicAddress).Host);
        text.Line("BEGIN:VCALENDAR");
        text.Line("VERSION:2.0");
        text.Line("PRODID:-//Sunshine portal//Publicity windows//ZH");
        text.Line("X-WR-CALNAME:" + IcsText.Escape(Catalogue.Say(language, "calendar.name", site.Town.Settings.Name)));
        foreach (var e in PublicKinds.All.SelectMany(kind => kind.Calendar?.Invoke(site, language) ?? [])) text.Event(e);
        foreach (var e in DueEvents.Of(site, language)) text.Event(e);
        text.Line("END:VCALENDAR");
        return text.ToArray();
    }
}
