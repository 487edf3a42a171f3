namespace Transparency.Contracts.Deadlines;

/// <summary>A computed span with all that its explanation needs.</summary>
/// <param name="First">day one: the day after the trigger</param>
/// <param name="Last">the last day, which runs to 24:00 (Civil Code, art. 203)</param>
/// <param name="LeftOut">days between first and last that do not count, in order</param>
public sealed record Deadline(DeadlineRule Rule, DateOnly Trigger, DateOnly First, DateOnly Last, IReadOnlyList<DateOnly> LeftOut)
{
    /// <summary>The first instant after the deadline, UTC.</summary>
    public DateTimeOffset Ends => Shanghai.EndOf(Last);

    /// <summary>Counts by <paramref name="rule"/> from the day after <paramref name="trigger"/>; the one place where days are counted.</summary>
    /// <returns>null when a day of the span lies in a year whose holidays are unknown; <paramref name="unknownYear"/> names it</returns>
    public static Deadline? Count(DeadlineRule rule, DateOnly trigger, HolidayTable holidays, out int unknownYear)
    {
        var leftOut = new List<DateOnly>();
        var day = trigger;
        unknownYear = 0;
        for (var counted = 0; counted < rule.Days;)
        {
            day = day.AddDays(1);
            if (rule.Kind == DayKind.Calendar) { counted++; continue; }
            if (!holidays.Knows(day.Year)) { unknownYear = day.Year; return null; }
            if (holidays.IsWorkingDay(day)) counted++;
            else leftOut.Add(day);
        }
        return new(rule, trigger, trigger.AddDays(1), day, leftOut);
    }
}
