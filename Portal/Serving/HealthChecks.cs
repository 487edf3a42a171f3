using Hangfire;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Store;

namespace Transparency.Portal.Serving;

/// <summary>One thing that a portal needs to do its work.</summary>
/// <param name="AskAsync">null when it is there; else why not</param>
public sealed record HealthCheck(string Name, Func<CancellationToken, Task<Refusal?>> AskAsync);

/// <summary>All that is asked by <c>/health/ready</c>, one line each.</summary>
public static class HealthChecks
{
    private static readonly Refusal JobsLack = Refusal.Away("health.jobs-lack");
    private static readonly Refusal NotWritable = Refusal.Away("health.not-writable");

    public static IReadOnlyList<HealthCheck> Of(OpenStore open, IServiceProvider services)
    {
        var (state, kept) = (services.GetRequiredService<PublicationState>(), services.GetRequiredService<JobsState>());
        var storage = services.GetRequiredService<JobStorage>();
        return
        [
            new("store", ct => StoreAsync(open, ct)),
            new("publication", _ => Task.FromResult(state.Now.Fault)),
            new("jobs", ct => Task.Run(() => IsWhole(kept, storage) ? null : JobsLack, ct)),
            new("disk", _ => Task.FromResult(IsWritable(open.Settings.DataFolder) ? null : NotWritable)),
        ];
    }

    /// <summary>Now, and at the newest look: what lacked then is put back, and said for a minute all the same.</summary>
    private static bool IsWhole(JobsState kept, JobStorage storage) =>
        kept.LackingNow.Count == 0 && RecurringJobs.Lacking(storage).Count == 0;

    /// <summary>It answers, and guards what has happened.</summary>
    private static async Task<Refusal?> StoreAsync(OpenStore open, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(open.ConnectionString);
        await connection.OpenAsync(ct);
        await using var question = new NpgsqlCommand("select 1", connection);
        if (await question.ExecuteScalarAsync(ct) is not 1) return StoreFault.Unreachable;
        return (await Guard.OffAsync(open.Store, ct)).FirstOrDefault();
    }

    /// <summary>By a file that goes as it is closed. Never in the tree's folder: what that cannot take, the publication says.</summary>
    private static bool IsWritable(string folder)
    {
        try
        {
            var mark = Path.Combine(folder, $".sunshine-health-{Guid.NewGuid():N}");
            using var file = new FileStream(mark, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            file.WriteByte(1);
            file.Flush(flushToDisk: true);
            return true;
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
