using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Calendars;

/// <summary>
/// The moment at which bids of an announced tender close. The SEQUENCE rises with each amendment; a call that was broken off before that
/// moment is cancelled.
/// </summary>
internal static class BidEvents
{
    public static IEnumerable<IcsEvent> Of(SiteModel site, Language language) =>
        from t in site.In<TenderOnRegister>(Slices.Kind(CaseKind.Tender)).OrderBy(t => t.Tender.Value, StringComparer.Ordinal)
        let deadline = t.Current.Notice?.Deadline
        where deadline is not null && Shanghai.DayOf(deadline.Value).AddDays(SiteCalendar.KeptDays) >= site.AsOf
        select Of(site, language, t, deadline.Value);

    private static IcsEvent Of(SiteModel site, Language language, TenderOnRegister t, DateTimeOffset deadline)
    {
        var calls = t.Editions.Where(e => e.Kind is TenderEditionKind.Call or TenderEditionKind.Amendment).ToList();
        var end = t.Editions.FirstOrDefault(e => e.Kind is TenderEditionKind.Cancellation or TenderEditionKind.Failure && e.At < deadline);
        return new(
            $"tender-{t.Tender}", (end ?? calls[^1]).At, calls.Count - 1 + (end is null ? 0 : 1), end is not null,
            default, default, deadline, Catalogue.Say(language, "calendar.bids", t.Section.Title),
            SiteCalendar.Address(site, language, SiteMap.TenderFolder(t.Tender)));
    }
}
