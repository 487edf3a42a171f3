using System.Collections.Immutable;

namespace Transparency.Contracts.Readings;

/// <summary>What one officer was shown in one month, each thing once a day.</summary>
public sealed record ReadingMonth(ImmutableHashSet<(ReadingKind Kind, string Of, DateOnly On)> Known)
{
    public static readonly ReadingMonth Empty = new(ImmutableHashSet<(ReadingKind, string, DateOnly)>.Empty);
}

/// <summary>The page is about to show it.</summary>
public sealed record RecordReading(Reading What, Officer By, DateTimeOffset At);

/// <summary>
/// Whatever was recorded on that day already leads to no further event: a page that is looked at all day makes the record no longer.
/// Refuses <c>reading.nameless</c>.
/// </summary>
public static class ReadingDecider
{
    /// <summary>Of the name of what was looked at.</summary>
    public const int Longest = 200;

    public static readonly Decider<ReadingMonth, RecordReading, ReadingEvent> Law = new(ReadingMonth.Empty, Decide, Evolve);

    private static Decision<ReadingEvent> Decide(RuleBook rules, ReadingMonth state, RecordReading c) =>
        c.What.Of.Length is 0 or > Longest ? Refusal.Mend(null, "reading.nameless")
        : state.Known.Contains((c.What.Kind, c.What.Of, Shanghai.DayOf(c.At))) ? new Decision<ReadingEvent>.Accepted([])
        : new ReadingRecorded(c.What.Kind, c.What.Of, c.By.Sign(c.At));

    private static ReadingMonth Evolve(ReadingMonth state, ReadingEvent e) =>
        e is ReadingRecorded x ? new(state.Known.Add((x.Kind, x.Of, Shanghai.DayOf(x.By.At)))) : state;
}
