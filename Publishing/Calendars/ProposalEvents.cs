using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Calendars;

/// <summary>
/// The last day for an answer, which never moves, and the day that the unit was given: its SEQUENCE rises when it is handed on again.
/// What was answered is called off.
/// </summary>
internal static class ProposalEvents
{
    public static IEnumerable<IcsEvent> Of(SiteModel site, Language language) =>
        from p in site.In<ProposalOnRegister>(Slices.Kind(CaseKind.Proposal)).OrderBy(p => p.Number.Year).ThenBy(p => p.Number.Ordinal)
        from e in Of(site, language, p)
        where p.Answer is null || e.End.AddDays(SiteCalendar.KeptDays) > site.AsOf
        select e;

    private static IEnumerable<IcsEvent> Of(SiteModel site, Language language, ProposalOnRegister p)
    {
        if (p.Study is { } study) yield return Event("unit", study.Due, p.Studies.Count - 1);
        yield return Event("answer", p.Section.AnswerDue, 0);

        IcsEvent Event(string what, DateOnly due, int moved) => new(
            $"proposal-{p.Number.Year}-{p.Number.Ordinal}-{what}", p.LastAct, moved + (p.Answer is null ? 0 : 1), p.Answer is not null,
            due, due.AddDays(1), null, Catalogue.Say(language, $"calendar.proposal-{what}", p.Section.Title),
            SiteCalendar.Address(site, language, SiteMap.ProposalFolder(p.Number)));
    }
}
