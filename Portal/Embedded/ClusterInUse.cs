using System.Runtime.InteropServices;
using Npgsql;

namespace Transparency.Portal.Embedded;

/// <summary>
/// A cluster that somebody uses. Each user shares the lock of a file; the one that can have it alone at the end was the last, and
/// stops the server. Who is killed leaves it running: the next user finds it, running or dead, and the last of those stops it.
/// </summary>
public sealed class ClusterInUse : IAsyncDisposable
{
    private readonly ClusterPlace place;
    private readonly FileStream mine;

    private readonly PosixSignalRegistration[] signals;

    internal ClusterInUse(ClusterPlace place, FileStream mine)
    {
        (this.place, this.mine) = (place, mine);
        signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Leave), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Leave)];
    }

    /// <summary>True for who catches the signals that end a process, and leaves in good order then.</summary>
    public bool EndsInOrder { get; set; }

    public string ConnectionString => place.ConnectionString;

    public string Folder => place.Folder;

    /// <summary>Ends when the server cuts us off, or does not answer in the first place.</summary>
    public async Task CutOffAsync(CancellationToken ct)
    {
        var own = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, Timeout = 5, ApplicationName = "watch" };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            while (true) await connection.WaitAsync(ct);
        }
        catch (NpgsqlException)
        {
            // Cut off.
        }
    }

    /// <summary>Refuses (<see cref="Problems.CannotRun"/>) with <c>cluster.not-starting</c>.</summary>
    /// <returns>false when it was running</returns>
    public Task<bool> StartAsync(CancellationToken ct) => EmbeddedCluster.StartAsync(place, ct);

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        foreach (var signal in signals) signal.Dispose();
    }

    /// <summary>A verb that is interrupted ends where it stands, as soon as this returns.</summary>
    private void Leave(PosixSignalContext signal)
    {
        if (!EndsInOrder) LeaveAsync().GetAwaiter().GetResult();
    }

    private async Task LeaveAsync()
    {
        await mine.DisposeAsync();
        // If we die here: the server runs on without a user, until the next one leaves.
        using var alone = ClusterLocks.TryAlone(place.Users);
        // Whoever comes now waits for this lock and starts the server again.
        if (alone is not null) await EmbeddedCluster.StopAsync(place);
    }
}
