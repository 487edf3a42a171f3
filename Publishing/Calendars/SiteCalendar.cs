using System.Globalization;
using System.Text;
using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Calendars;

/// <summary>
/// calendar.ics (RFC 5545): one event per publicity window, whole days. The UID is fixed per window, the SEQUENCE rises with every edition,
/// and a window that was broken off stays as CANCELLED, so that subscribed calendars take it away (RFC 5546).
/// </summary>
public static class SiteCalendar
{
    /// <summary>Windows that ended longer ago leave the file, so that it does not grow for ever.</summary>
    public const int KeptDays = 90;

    private const int LongestWindow = 366;

    public static IEnumerable<Output> All(SiteModel site) => site.Settings.Languages.Select(language => new Output(
        SiteMap.In(site.Settings, language, SiteMap.CalendarFile), Stage.Index, [Slices.Town, Slices.Kind(CaseKind.Declaration), Slices.AsOf], () => Write(site, language)));

    private static byte[] Write(SiteModel site, Language language)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Sunshine portal//Publicity windows//ZH");
        Line(text, "X-WR-CALNAME:" + Escape(Catalogue.Say(language, "calendar.name", site.Town.Settings.Name)));
        foreach (var d in Recent(site))
            foreach (var opening in d.Editions.Where(e => e.Kind is EditionKind.Opening or EditionKind.Reopening && d.Editions.Last(x => x.Round == e.Round).Window.Last.AddDays(KeptDays) >= site.AsOf))
                Event(text, site, language, d, opening);
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A window is a year long at most, so whatever moved last before that has no window left to show.
    private static IEnumerable<DeclarationOnRegister> Recent(SiteModel site) =>
        site.In<DeclarationOnRegister>(Slices.Kind(CaseKind.Declaration))
            .TakeWhile(d => Shanghai.DayOf(d.LastAct).AddDays(KeptDays + LongestWindow) >= site.AsOf)
            .OrderBy(d => d.Number.Year).ThenBy(d => d.Number.Ordinal);

    private static void Event(StringBuilder text, SiteModel site, Language language, DeclarationOnRegister d, Edition opening)
    {
        var inRound = d.Editions.Where(e => e.Round == opening.Round).ToList();
        var brokenOff = opening.Round < d.Current.Round
            || d.Status == PublicStatus.UnderReviewAgain
            || (d.Status is PublicStatus.Refused or PublicStatus.Withdrawn && d.LastAct < inRound[^1].Window.Ends);
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:declaration-{d.Number.Year}-{d.Number.Ordinal}-{opening.Round}@{new Uri(site.Settings.PublicAddress).Host}");
        Line(text, "DTSTAMP:" + Instant(d.LastAct));
        Line(text, $"SEQUENCE:{inRound.Count - 1 + (brokenOff ? 1 : 0)}");
        Line(text, "STATUS:" + (brokenOff ? "CANCELLED" : "CONFIRMED"));
        Line(text, "DTSTART;VALUE=DATE:" + Day(opening.Window.Trigger));
        Line(text, "DTEND;VALUE=DATE:" + Day(inRound[^1].Window.Last.AddDays(1)));
        Line(text, "SUMMARY:" + Escape(Catalogue.Say(language, "calendar.event", inRound[^1].Section.Title)));
        Line(text, $"URL:{site.Settings.PublicAddress}/{SiteMap.In(site.Settings, language, SiteMap.DeclarationFolder(d.Number))}");
        Line(text, "END:VEVENT");
    }

    /// <summary>Folds after 75 octets, never inside a character.</summary>
    private static void Line(StringBuilder text, string line)
    {
        if (Encoding.UTF8.GetByteCount(line) <= 74)
        {
            text.Append(line).Append("\r\n");
            return;
        }
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 74)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
