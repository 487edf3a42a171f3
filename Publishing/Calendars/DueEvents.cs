using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Publishing.Notices.Reports;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Calendars;

/// <summary>
/// The last day of each obligation's period, under the town's own rule: of periods that some village still owes, and of those that were due
/// lately. The SEQUENCE is the revision of the town's rules, holidays and obligations, since any of them may have moved the day.
/// </summary>
internal static class DueEvents
{
    public static IEnumerable<IcsEvent> Of(SiteModel site, Language language) =>
        from cells in site.Duties.Select(d => d.Cell).GroupBy(c => (c.Obligation, c.Period))
        let due = DayOf(site, cells.Key.Obligation, cells.Key.Period)
        where due is not null && (due.Value.AddDays(SiteCalendar.KeptDays) >= site.AsOf || cells.Any(c => c.Status is CellStatus.Late))
        select Of(site, language, cells.Key.Obligation, cells.Key.Period, due.Value);

    private static DateOnly? DayOf(SiteModel site, Obligation obligation, Period period) =>
        site.Count(obligation.DueRule, period.Last) is Result<Deadline>.Of(var deadline) ? deadline.Last : null;

    private static IcsEvent Of(SiteModel site, Language language, Obligation obligation, Period period, DateOnly due) => new(
        $"due-{obligation.Code}-{period}", site.Town.RevisedAt, site.Town.Revision, false, due, due.AddDays(1), null,
        Catalogue.Say(language, "calendar.due", obligation.Name, PeriodWording.Of(language, period)),
        SiteCalendar.Address(site, language, "calendar/"));
}
