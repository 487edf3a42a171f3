using Hangfire;
using Transparency.Portal.Cases.Declarations.Publicity;

namespace Transparency.Portal.Press;

/// <summary>
/// Looks at the pages of open windows. It runs often and finds something to do once in three hours for each, so a portal that was
/// away catches up with the present look at once.
/// </summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class PublicityJobs(LookAtPages pages, ILogger<PublicityJobs> log)
{
    public async Task LookAsync(CancellationToken ct)
    {
        foreach (var (window, why) in await pages.RunAsync(ct))
            log.LogError("the look at {Declaration} is not on record: {Code}", window, why.Code);
    }
}
