namespace Transparency.Contracts.Deadlines;

/// <summary>A computed span with all that its explanation needs.</summary>
/// <param name="Trigger">local day of what set it going; of a backward rule the end that it is counted back from</param>
/// <param name="First">day one: as a rule the day after the trigger, of a backward rule the day before it</param>
/// <param name="Last">the last day, which runs to 24:00 (Civil Code, art. 203)</param>
/// <param name="Extended">days in the rule's own unit that were added to it later, each with its reason; 0 as a rule</param>
/// <param name="LeftOut">days that do not count, in order: days off between working days, or those over which the last day moved on</param>
public sealed record Deadline(
    DeadlineRule Rule, DateOnly Trigger, DateOnly First, DateOnly Last, IReadOnlyList<DateOnly> LeftOut, int Extended = 0)
{
    /// <summary>The first instant after the deadline, UTC.</summary>
    public DateTimeOffset Ends => Shanghai.EndOf(Last);

    /// <summary>So many more days of the rule's own unit, counted on from its last day; refused like any count.</summary>
    /// <param name="days">1 or more</param>
    public Result<Deadline> Longer(int days, HolidayTable holidays)
    {
        var counted = Count(Rule with { Value = days, From = CountFrom.NextDay }, Last, holidays);
        return counted is Result<Deadline>.Of(var more)
            ? this with { Last = more.Last, LeftOut = [.. LeftOut, .. more.LeftOut], Extended = Extended + days }
            : counted;
    }

    /// <summary>Weekend days that were counted, since they make up for a holiday (调休上班).</summary>
    public IEnumerable<DateOnly> MadeUp => Rule.Unit != DayUnit.WorkingDay ? []
        : Between(First, Last).Where(day => HolidayTable.IsWeekend(day) && !LeftOut.Contains(day)).Order();

    /// <summary>Counts by <paramref name="rule"/> from <paramref name="trigger"/>; the one place where days are counted.</summary>
    /// <returns>refused as <c>deadline.year-unknown</c> when it would have to know a day off in a year without a table:
    /// never Monday to Friday by guess</returns>
    public static Result<Deadline> Count(DeadlineRule rule, DateOnly trigger, HolidayTable holidays)
    {
        var step = rule.Direction == CountDirection.After ? 1 : -1;
        var first = rule.From == CountFrom.SameDay ? trigger : trigger.AddDays(step);
        var leftOut = new List<DateOnly>();
        var counted = rule.Unit == DayUnit.WorkingDay
            ? Worked(rule.Value, first, step, holidays, leftOut)
            : Rolled(rule, End(rule, trigger, first, step), holidays, leftOut);
        return counted switch
        {
            (null, var unknown) => Refusal.Mend(null, "deadline.year-unknown", unknown),
            ({ } last, _) => new Deadline(rule, trigger, first, last, [.. leftOut.Order()]),
        };
    }

    private static DateOnly End(DeadlineRule rule, DateOnly trigger, DateOnly first, int step) => rule.Unit switch
    {
        DayUnit.Month => trigger.AddMonths(step * rule.Value).AddDays(rule.From == CountFrom.SameDay ? -step : 0),
        DayUnit.DayOfNextMonth => Month.Of(trigger).Next.First.AddDays(rule.Value - 1),
        _ => first.AddDays(step * (rule.Value - 1)),
    };

    private static (DateOnly? Last, int UnknownYear) Worked(
        int days, DateOnly first, int step, HolidayTable holidays, List<DateOnly> leftOut)
    {
        for (var (day, counted) = (first, 0); ; day = day.AddDays(step))
        {
            if (!holidays.Knows(day.Year)) return (null, day.Year);
            if (!holidays.IsWorkingDay(day)) leftOut.Add(day);
            else if (++counted == days) return (day, 0);
        }
    }

    private static (DateOnly? Last, int UnknownYear) Rolled(DeadlineRule rule, DateOnly end, HolidayTable holidays, List<DateOnly> leftOut)
    {
        for (var last = end; ; last = last.AddDays(1))
        {
            if (!rule.Rolls) return (last, 0);
            if (!holidays.Knows(last.Year)) return (null, last.Year);
            if (holidays.IsWorkingDay(last)) return (last, 0);
            leftOut.Add(last);
        }
    }

    private static IEnumerable<DateOnly> Between(DateOnly a, DateOnly b)
    {
        var (from, to) = a < b ? (a, b) : (b, a);
        for (var day = from; day <= to; day = day.AddDays(1)) yield return day;
    }
}
