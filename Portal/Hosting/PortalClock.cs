namespace Transparency.Portal.Hosting;

/// <summary>
/// The portal's one clock. A real town's is the machine's; the demo's starts at a given moment, runs on at the usual pace and can be
/// stepped forward. Whoever needs a moment asks this, so a day of the demo passes for windows, pages and jobs alike.
/// </summary>
public sealed class PortalClock(TimeProvider real) : TimeProvider
{
    /// <summary>2026-09-18 09:00 in Shanghai: where a demonstration town's clock starts unless it is told otherwise.</summary>
    public static readonly DateTimeOffset DemoStart = Contracts.Shanghai.At(new(2026, 9, 18), new(9, 0));

    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), "+08:00", "+08:00");

    private long aheadTicks;

    /// <param name="start">what the clock shows now, UTC; null = the real time</param>
    public PortalClock(TimeProvider real, DateTimeOffset? start) : this(real)
    {
        if (start is { } moment) aheadTicks = (moment - real.GetUtcNow()).Ticks;
        IsSteppable = start is not null;
    }

    /// <summary>True for a demo's clock.</summary>
    public bool IsSteppable { get; }

    public override TimeZoneInfo LocalTimeZone => China;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow().AddTicks(Interlocked.Read(ref aheadTicks));

    public override long GetTimestamp() => real.GetTimestamp();

    /// <summary>The pace of waiting stays the machine's: a step moves what the clock shows, not timers under way.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves a demo's clock forward to <paramref name="moment"/>; never back, and never a real town's clock.</summary>
    /// <returns>false when nothing moved</returns>
    public bool StepTo(DateTimeOffset moment)
    {
        var by = moment - GetUtcNow();
        if (!IsSteppable || by <= TimeSpan.Zero) return false;
        Interlocked.Add(ref aheadTicks, by.Ticks);
        return true;
    }
}
