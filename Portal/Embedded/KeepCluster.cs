using Transparency.Portal.Problems;

namespace Transparency.Portal.Embedded;

/// <summary>While the portal serves, its private cluster runs: one that was killed is started again.</summary>
public sealed class KeepCluster(ClusterInUse cluster, ILogger<KeepCluster> log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await cluster.CutOffAsync(stoppingToken);
                await StartAgainAsync(stoppingToken);
                // A server that runs and cuts us off all the same is asked no more than once a second.
                await Task.Delay(FirstPause, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends.
        }
    }

    /// <summary>Until it runs, at pauses that double up to half a minute.</summary>
    private async Task StartAgainAsync(CancellationToken ct)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                if (await cluster.StartAsync(ct))
                    log.LogWarning("the database in {Folder} had ended and was started again", cluster.Folder);
                return;
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                log.LogError(
                    "the database in {Folder} has ended and does not start: {Code}; next attempt in {Seconds} s",
                    cluster.Folder, Faults.Named(fault)?.Code ?? fault.GetType().Name, pause.TotalSeconds);
            }
            await Task.Delay(pause, ct);
        }
    }
}
