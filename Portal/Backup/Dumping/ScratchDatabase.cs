using Npgsql;
using Transparency.Contracts;

namespace Transparency.Portal.Backup.Dumping;

/// <summary>An empty database beside the store, on its server, for the time of a drill.</summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    private const int LongestName = 63;
    private const string Ending = "_backup_drill";

    private readonly NpgsqlConnection store;
    private readonly string name;

    private ScratchDatabase(NpgsqlConnection store, string name, string way) => (this.store, this.name, Way) = (store, name, way);

    public string Way { get; }

    /// <summary>
    /// Removes what a drill left that was killed. One at a time, as long as backups are: see <see cref="StoreSnapshot"/>. Refuses
    /// <c>backup.no-scratch</c> when the role may not create databases.
    /// </summary>
    /// <param name="way">to the store</param>
    public static async Task<Result<ScratchDatabase>> NewAsync(string way, CancellationToken ct)
    {
        var own = StoreSnapshot.Own(way);
        var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            var name = connection.Database[..Math.Min(connection.Database.Length, LongestName - Ending.Length)] + Ending;
            own.Database = name;
            var scratch = new ScratchDatabase(connection, name, own.ConnectionString);
            await scratch.DropAsync();
            await scratch.RunAsync($"create database {scratch.Quoted}", ct);
            return scratch;
        }
        catch (PostgresException no) when (no.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            await connection.DisposeAsync();
            return Refusal.Mend(null, "backup.no-scratch", own.Username ?? Environment.UserName);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        await store.DisposeAsync();
    }

    private string Quoted => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private Task DropAsync() => RunAsync($"drop database if exists {Quoted} with (force)", CancellationToken.None);

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, store) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
