using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Reports;

/// <summary>How periods are written for people.</summary>
public static class PeriodWording
{
    /// <summary>2026年第二季度 · the second quarter of 2026.</summary>
    public static string Of(Language language, Period period) => period.Kind == Frequency.Month
        ? Wording.Month(language, new Month(period.Number))
        : Catalogue.Say(language, $"period.{period.Kind}.{period.OfYear}", period.Year);

    /// <summary>二季度 · Q2: at the head of a column, with the year only where it is another than <paramref name="year"/>.</summary>
    public static string Short(Language language, Period period, int year) =>
        period.Kind == Frequency.Year || period.Year == year
            ? Name(language, period)
            : Catalogue.Say(language, "period.short.with-year", Name(language, period), period.Year);

    /// <summary>二季度 · Q2: where the year is plain, or stands beside it.</summary>
    public static string Name(Language language, Period period) => period.Kind switch
    {
        Frequency.Month => Wording.ShortMonth(language, new Month(period.Number)),
        Frequency.Year => Of(language, period),
        _ => Catalogue.Say(language, $"period.short.{period.Kind}.{period.OfYear}"),
    };
}
