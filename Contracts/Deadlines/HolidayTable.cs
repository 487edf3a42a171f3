namespace Transparency.Contracts.Deadlines;

/// <summary>One row of the State Council's yearly table.</summary>
/// <param name="Works">true for a make-up working weekend (调休上班), false for a day off</param>
public sealed record Holiday(DateOnly Date, bool Works, Text Name);

/// <summary>
/// Which days are working days. A year without rows is unknown, and nothing is counted in it: never Monday to Friday by guess.
/// </summary>
public sealed record HolidayTable(IReadOnlyDictionary<DateOnly, Holiday> Days)
{
    public static readonly HolidayTable Empty = Of([]);

    private readonly HashSet<int> years = [.. Days.Keys.Select(d => d.Year)];

    public static HolidayTable Of(IEnumerable<Holiday> rows) => new(rows.ToDictionary(r => r.Date));

    public bool Knows(int year) => years.Contains(year);

    public bool IsWorkingDay(DateOnly day) =>
        Days.TryGetValue(day, out var row) ? row.Works : !IsWeekend(day);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
