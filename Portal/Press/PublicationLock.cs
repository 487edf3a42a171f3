using System.Data;
using Npgsql;

namespace Transparency.Portal.Press;

/// <summary>
/// Elects the one publisher among all portals on a database. The lock belongs to a connection of its own that runs no other work:
/// PostgreSQL frees it the moment that connection dies, and the pending wait notices within milliseconds.
/// </summary>
public sealed class PublicationLock : IAsyncDisposable
{
    private const string Take = "select pg_try_advisory_lock(hashtextextended('portal.publisher', 0))";
    private const string Give = "select pg_advisory_unlock(hashtextextended('portal.publisher', 0))";

    private readonly NpgsqlConnection connection;
    private readonly CancellationTokenSource lost;
    private readonly CancellationTokenSource given;
    private readonly Task watch;

    private PublicationLock(NpgsqlConnection connection, CancellationToken ct)
    {
        this.connection = connection;
        lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        given = new();
        watch = WatchAsync();
    }

    /// <summary>Cancelled when the lock is lost; whoever publishes stops there.</summary>
    public CancellationToken Lost => lost.Token;

    /// <returns>null when another publisher holds it</returns>
    public static async Task<PublicationLock?> TryTakeAsync(string connectionString, CancellationToken ct)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "publisher" };
        var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await using var take = new NpgsqlCommand(Take, connection);
            if (await take.ExecuteScalarAsync(ct) is true) return new(connection, ct);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await given.CancelAsync();
        await watch;
        await GiveBackAsync();
        await connection.DisposeAsync();
        lost.Dispose();
        given.Dispose();
    }

    /// <summary>
    /// Closing frees the lock as well, but only a moment after the close has been answered: our own next run would find it taken.
    /// </summary>
    private async Task GiveBackAsync()
    {
        if (connection.State != ConnectionState.Open) return;
        try
        {
            await using var give = new NpgsqlCommand(Give, connection);
            await give.ExecuteScalarAsync();
        }
        catch (NpgsqlException)
        {
            // The server is gone, and the lock with it.
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true) await connection.WaitAsync(given.Token);
        }
        catch (OperationCanceledException)
        {
            // Given back by us.
        }
        catch (NpgsqlException)
        {
            await lost.CancelAsync();
        }
    }
}
