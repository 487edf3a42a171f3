namespace Transparency.Contracts;

/// <summary>The one time zone of the law here: +08:00 all year (no daylight saving time since 1991).</summary>
public static class Shanghai
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>24:00 of the day: the first instant that no longer belongs to it (Civil Code, art. 203).</summary>
    public static DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>UTC; the first eight hours of the year 1 have none, and are its first instant.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        day == DateOnly.MinValue ? DateTimeOffset.MinValue : new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();

    public static DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Offset);
}
