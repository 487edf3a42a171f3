using Transparency.Contracts;

namespace Transparency.Bench.Sampling;

/// <summary>
/// When the cases of a sample happen: evenly over the years whose holidays are known, in the order of their places, so that numbers
/// come without gaps.
/// </summary>
/// <param name="count">how many cases there are; at least 1</param>
public sealed class SampleCalendar(int count)
{
    /// <summary>Before every sampled act: the town's facts and its officers.</summary>
    public static readonly DateTimeOffset SetUp = Shanghai.At(new(2019, 12, 2), new(9, 0));

    private static readonly DateOnly First = new(2020, 1, 6);
    private static readonly DateOnly Last = new(2026, 8, 31);

    /// <summary>The moment of the case's main act, within office hours; cases at later places never come earlier.</summary>
    public DateTimeOffset Of(int place)
    {
        var days = Last.DayNumber - First.DayNumber;
        var minutes = (long)place * days * 480 / Math.Max(count, 1);
        return Shanghai.At(First.AddDays((int)(minutes / 480)), new TimeOnly(9, 0).AddMinutes(minutes % 480));
    }
}
