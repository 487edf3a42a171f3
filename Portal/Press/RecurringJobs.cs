using Hangfire;
using Transparency.Portal.Backup;

namespace Transparency.Portal.Press;

/// <summary>Every recurring job in one table. Jobs carry ids, never content, and may run twice.</summary>
public static class RecurringJobs
{
    private static readonly RecurringJobOptions InUtc =
        new() { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Ignorable };

    public static void Schedule(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<PublicationJobs>("publish", job => job.CompareAsync(CancellationToken.None), "* * * * *", InUtc);
        jobs.AddOrUpdate<WindowJobs>("close-windows", job => job.CloseDueAsync(CancellationToken.None), "* * * * *", InUtc);
        jobs.AddOrUpdate<PublicityJobs>("look-at-pages", job => job.LookAsync(CancellationToken.None), "*/10 * * * *", InUtc);
        jobs.AddOrUpdate<DailyBackup>("backup", job => job.RunIfDueAsync(CancellationToken.None), "10 * * * *", InUtc);
        // 02:30 in Shanghai
        jobs.AddOrUpdate<PublicationJobs>("rebuild", job => job.RebuildAsync(CancellationToken.None), "30 18 * * *", InUtc);
    }
}
