using System.Diagnostics;
using Hangfire;
using Npgsql;

namespace Transparency.Portal.Press;

/// <summary>
/// Beside the jobs and not one of them, so that it cannot be deleted with them: each minute it puts back what their table lacks, and
/// when the store has been away it has everything go on at once. Hangfire alone would wait up to five minutes after a long absence, and a
/// publication that an absence of a moment broke off would wait for its minute.
/// </summary>
public sealed class KeepJobs(
    string store, JobsState state, PublishSite press, PublicationState publication, IRecurringJobManager jobs, JobStorage storage,
    IServiceProvider services, TimeProvider clock, ILogger<KeepJobs> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private bool wasAway;
    private bool isRepeated;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sinceLook = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(Pause);
        try
        {
            while (await tick.WaitForNextTickAsync(stoppingToken))
            {
                if (!await LookAsync(stoppingToken) || sinceLook.Elapsed < Minute) continue;
                PutBack();
                sinceLook.Restart();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    /// <summary>One look at the jobs' table.</summary>
    /// <returns>ids that lacked and were put back</returns>
    public IReadOnlyList<string> PutBack()
    {
        var lacking = RecurringJobs.Ids.ToList();
        try
        {
            lacking = [.. RecurringJobs.Lacking(storage)];
            if (lacking.Count > 0) RecurringJobs.Schedule(jobs);
        }
        catch (Exception fault)
        {
            // Whatever it is must not end the portal; the next look is a minute away.
            log.LogError("the table of recurring jobs cannot be read or mended: {Fault}", fault.GetType().Name);
        }
        if (lacking.Count > 0) log.LogError("recurring jobs lacked: {Jobs}", string.Join(' ', lacking));
        state.Looked(clock.GetUtcNow(), lacking);
        return lacking;
    }

    /// <summary>One look whether the store answers; when it does so again, what waits for it goes on.</summary>
    /// <returns>whether it answers</returns>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        try
        {
            await using (var connection = new NpgsqlConnection(store))
            {
                await connection.OpenAsync(ct);
                await using var question = new NpgsqlCommand("select 1", connection);
                await question.ExecuteScalarAsync(ct);
            }
            if (wasAway) await GoOnAsync(ct);
            else if (!BrokeOff) isRepeated = false;
            else if (!isRepeated) await RepeatAsync(ct);
            return true;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            if (!wasAway) log.LogError("the store is away: {Fault}", fault.GetType().Name);
            wasAway = true;
            return false;
        }
    }

    private async Task GoOnAsync(CancellationToken ct)
    {
        log.LogWarning("the store is back");
        foreach (var server in services.GetServices<IHostedService>().OfType<BackgroundJobServerHostedService>())
        {
            await server.StopAsync(ct);
            await server.StartAsync(ct);
        }
        wasAway = false;
        PutBack();
        await RepeatAsync(ct);
    }

    private bool BrokeOff => publication.Now is { RunningSince: null, Fault.Code: "publication.broke-off" };

    /// <summary>Once: what breaks off again is left to the minute's comparison.</summary>
    private async Task RepeatAsync(CancellationToken ct)
    {
        isRepeated = true;
        try
        {
            await press.RunAsync(rebuild: false, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // The press has said why; its minute's comparison goes on.
            log.LogError("the first publication since did not end: {Fault}", fault.GetType().Name);
        }
    }
}
