using Transparency.Contracts;

namespace Transparency.Portal.Press;

/// <summary>What the office may see of publishing: whether a run is under way, and how the last one ended.</summary>
public sealed class PublicationState
{
    private readonly Lock gate = new();
    private Snapshot now = new(null, null, null, [], [], 0);

    public Snapshot Now
    {
        get { lock (gate) return now; }
    }

    internal void Begin(DateTimeOffset at) => Change(s => s with { RunningSince = at });

    internal void End(DateTimeOffset at, Published done) => Change(s => done.Fault is { } fault
        ? Stopped(s, at, fault)
        : new(null, at, null, done.WaitingForPdf, done.Failing, done.Edition));

    internal void BrokeOff(DateTimeOffset at) => Change(s => Stopped(s, at, Refusal.Mend(null, "publication.broke-off")));

    private static Snapshot Stopped(Snapshot s, DateTimeOffset at, Refusal why) =>
        s with { RunningSince = null, Fault = why, StoppedAt = at, WaitingForPdf = [] };

    private void Change(Func<Snapshot, Snapshot> change)
    {
        lock (gate) now = change(now);
    }

    /// <param name="RunningSince">null when nothing runs in this process</param>
    /// <param name="EndedAt">when the last good run did; null when there was none yet</param>
    /// <param name="Fault">why the last run did not reach its end, or null</param>
    /// <param name="WaitingForPdf">paths of sheets that are not typeset yet</param>
    /// <param name="Failing"><c>output.failed</c> for what could not be made and was left as it stood; everything else is public</param>
    /// <param name="Edition">public acts in the tree after the last good run</param>
    public sealed record Snapshot(
        DateTimeOffset? RunningSince, DateTimeOffset? EndedAt, Refusal? Fault, IReadOnlyList<string> WaitingForPdf,
        IReadOnlyList<Refusal> Failing, long Edition)
    {
        /// <summary>When the run with the <see cref="Fault"/> did not go on.</summary>
        public DateTimeOffset? StoppedAt { get; init; }
    }
}
