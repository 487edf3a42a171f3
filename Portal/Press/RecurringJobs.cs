using System.Linq.Expressions;
using Hangfire;
using Hangfire.Storage;
using Transparency.Portal.Backup;

namespace Transparency.Portal.Press;

/// <summary>
/// Every recurring job in one table. Jobs carry ids, never content, and may run twice. The table in the store is only a copy of this
/// one: what lacks there is put back.
/// </summary>
public static class RecurringJobs
{
    private sealed record Row(string Id, string Cron, Action<IRecurringJobManager> Put);

    private static readonly RecurringJobOptions InUtc =
        new() { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Ignorable };

    private static readonly IReadOnlyList<Row> Table =
    [
        Of<PublicationJobs>("publish", "* * * * *", job => job.CompareAsync(CancellationToken.None)),
        Of<WindowJobs>("close-windows", "* * * * *", job => job.CloseDueAsync(CancellationToken.None)),
        Of<PublicityJobs>("look-at-pages", "*/10 * * * *", job => job.LookAsync(CancellationToken.None)),
        Of<DailyBackup>("backup", "10 * * * *", job => job.RunIfDueAsync(CancellationToken.None)),
        // 02:30 in Shanghai
        Of<PublicationJobs>("rebuild", "30 18 * * *", job => job.RebuildAsync(CancellationToken.None)),
    ];

    public static IEnumerable<string> Ids => Table.Select(row => row.Id);

    /// <summary>All of them, as they are meant.</summary>
    public static void Schedule(IRecurringJobManager jobs)
    {
        foreach (var row in Table) row.Put(jobs);
    }

    /// <summary>Ids of those that the store does not hold as they are meant, or would never start; empty as a rule.</summary>
    public static IReadOnlyList<string> Lacking(JobStorage storage)
    {
        using var connection = storage.GetConnection();
        var there = connection.GetRecurringJobs().ToDictionary(job => job.Id, StringComparer.Ordinal);
        return [.. Table.Where(row => !(there.TryGetValue(row.Id, out var job) && IsWhole(row, job))).Select(row => row.Id)];
    }

    private static bool IsWhole(Row row, RecurringJobDto job) =>
        !job.Removed && job.Job is not null && job.Cron == row.Cron && job.NextExecution is not null;

    private static Row Of<TJobs>(string id, string cron, Expression<Func<TJobs, Task>> run) =>
        new(id, cron, jobs => jobs.AddOrUpdate(id, run, cron, InUtc));
}
