using System.Globalization;

namespace Transparency.Portal.Backup;

/// <summary>
/// Which backups stay: the newest of each of the last seven days, five weeks and twelve months that have one. Counted over the backups
/// that are there, so that a portal which stood still for a year loses none by it.
/// </summary>
public static class Retention
{
    private const int Days = 7;
    private const int Weeks = 5;
    private const int Months = 12;

    public static IReadOnlySet<DateOnly> Kept(IEnumerable<DateOnly> all)
    {
        var newestFirst = all.Distinct().OrderDescending().ToList();
        return newestFirst.Take(Days)
            .Concat(newestFirst.DistinctBy(WeekOf).Take(Weeks))
            .Concat(newestFirst.DistinctBy(day => (day.Year, day.Month)).Take(Months))
            .ToHashSet();
    }

    /// <summary>Monday to Sunday, as ISO 8601 counts them over the turn of a year.</summary>
    private static (int Year, int Week) WeekOf(DateOnly day)
    {
        var moment = day.ToDateTime(TimeOnly.MinValue);
        return (ISOWeek.GetYear(moment), ISOWeek.GetWeekOfYear(moment));
    }
}
