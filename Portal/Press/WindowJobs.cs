using Hangfire;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Store;

namespace Transparency.Portal.Press;

/// <summary>Closes windows whose last day is over. A late run writes the same history: the window's own end is the business time.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class WindowJobs(Ledger ledger, TimeProvider clock, ILogger<WindowJobs> log)
{
    public async Task CloseDueAsync(CancellationToken ct)
    {
        foreach (var (window, why) in await CloseWindow.AllEndedAsync(ledger, clock.GetUtcNow(), ct))
            log.LogError("window of {Declaration} is not closed: {Code}", window, why.Code);
    }
}
