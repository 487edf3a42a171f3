using Hangfire;

namespace Transparency.Portal.Press;

/// <summary>Publishing as jobs. What fails is tried again by the next minute's comparison, so Hangfire does not repeat it.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class PublicationJobs(PublishSite press, ILogger<PublicationJobs> log)
{
    /// <summary>The minute's comparison of everything; this alone makes publishing correct.</summary>
    public Task CompareAsync(CancellationToken ct) => press.RunAsync(rebuild: false, ct);

    /// <summary>Enqueued right after a commit; this makes publishing fast.</summary>
    /// <param name="rows">keys of the changed rows: only these are looked at, whatever else has changed is found within the minute</param>
    public async Task AfterCommitAsync(string[] rows, CancellationToken ct)
    {
        if (await press.RunPatientlyAsync(rebuild: false, ct, rows) is null)
            log.LogWarning("left to the minute's comparison: {Rows}", string.Join(' ', rows));
    }

    /// <summary>The nightly full render, compared byte for byte.</summary>
    public Task RebuildAsync(CancellationToken ct) => press.RunAsync(rebuild: true, ct);
}
