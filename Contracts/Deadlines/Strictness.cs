namespace Transparency.Contracts.Deadlines;

/// <summary>
/// Whether a narrower rule is at least as strict as a wider one whatever the trigger and the holidays: a window no shorter, an answer no
/// later.
/// </summary>
public static class Strictness
{
    /// <returns>
    /// null when it is; else the column of <c>rules.csv</c> at fault: <c>value</c> or <c>rolls</c> where it is looser, <c>limit</c>,
    /// <c>direction</c>, <c>from</c> or <c>unit</c> where the two cannot be compared
    /// </returns>
    public static string? FaultOf(DeadlineRule narrow, DeadlineRule wide) =>
        narrow.Limit != wide.Limit ? "limit"
        : narrow.Direction != wide.Direction ? "direction"
        : narrow.From != wide.From ? "from"
        : !IsComparable(narrow, wide) ? "unit"
        : narrow.Limit == Limit.AtLeast ? FaultIfShorter(narrow, wide)
        : FaultIfShorter(wide, narrow);

    /// <summary>
    /// So many working days take at least so many calendar days, so a window may go over to working days and an answer to calendar days.
    /// Nothing is known the other way round: how many days off lie between changes with the year.
    /// </summary>
    private static bool IsComparable(DeadlineRule narrow, DeadlineRule wide)
    {
        var (longer, shorter) = narrow.Limit == Limit.AtLeast ? (narrow, wide) : (wide, narrow);
        return longer.Unit == shorter.Unit || (longer.Unit, shorter.Unit) == (DayUnit.WorkingDay, DayUnit.CalendarDay);
    }

    private static string? FaultIfShorter(DeadlineRule longer, DeadlineRule shorter) =>
        longer.Value < shorter.Value ? "value" : shorter.Rolls && !Rolls(longer, shorter) ? "rolls" : null;

    /// <summary>A count of working days ends on one, where a rolled count of as many calendar days ends at the latest.</summary>
    private static bool Rolls(DeadlineRule longer, DeadlineRule shorter) => longer.Rolls || longer.Unit != shorter.Unit;
}
