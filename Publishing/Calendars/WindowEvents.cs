using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Calendars;

/// <summary>One event per publicity window. The SEQUENCE rises with every edition; a window that was broken off is cancelled.</summary>
internal static class WindowEvents
{
    private const int LongestWindow = 366;

    public static IEnumerable<IcsEvent> Of(SiteModel site, Language language) =>
        from d in Recent(site)
        from opening in d.Editions
        where opening.Kind is EditionKind.Opening or EditionKind.Reopening
            && d.Editions.Last(e => e.Round == opening.Round).Window.Last.AddDays(SiteCalendar.KeptDays) >= site.AsOf
        select Of(site, language, d, opening);

    // A window is a year long at most, so whatever moved last before that has no window left to show.
    private static IEnumerable<DeclarationOnRegister> Recent(SiteModel site) =>
        site.In<DeclarationOnRegister>(Slices.Kind(CaseKind.Declaration))
            .TakeWhile(d => Shanghai.DayOf(d.LastAct).AddDays(SiteCalendar.KeptDays + LongestWindow) >= site.AsOf)
            .OrderBy(d => d.Number.Year).ThenBy(d => d.Number.Ordinal);

    private static IcsEvent Of(SiteModel site, Language language, DeclarationOnRegister d, Edition opening)
    {
        var inRound = d.Editions.Where(e => e.Round == opening.Round).ToList();
        var brokenOff = opening.Round < d.Current.Round
            || d.Status == PublicStatus.UnderReviewAgain
            || (d.Status is PublicStatus.Refused or PublicStatus.Withdrawn && d.LastAct < inRound[^1].Window.Ends);
        return new(
            $"declaration-{d.Number.Year}-{d.Number.Ordinal}-{opening.Round}",
            d.LastAct, inRound.Count - 1 + (brokenOff ? 1 : 0), brokenOff,
            opening.Window.Trigger, inRound[^1].Window.Last.AddDays(1), null,
            Catalogue.Say(language, "calendar.event", inRound[^1].Section.Title),
            SiteCalendar.Address(site, language, SiteMap.DeclarationFolder(d.Number)));
    }
}
