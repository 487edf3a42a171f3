using System.Diagnostics;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Embedded;

/// <summary>
/// The private PostgreSQL cluster used when no connection string is configured. It is reached over a Unix socket only;
/// several portals and verbs on one data folder share it, and the last of them stops it.
/// </summary>
public static class EmbeddedCluster
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BusyLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Away: nobody listens. Busy: a server is there but starts, recovers, stops or is full.</summary>
    private enum Answer { Away, Busy, NoDatabase, Ready }

    /// <summary>
    /// Makes the cluster when there is none, starts it when it is down; whoever disposes of the answer last stops it. Refuses
    /// (<see cref="CannotRun"/>) what the machine does not allow, and an empty store behind a tree that stands.
    /// </summary>
    /// <param name="tree">
    /// the site folder: where it holds a published tree, no cluster is made anew, since an empty store would take the tree back;
    /// null for who brings the store's content along
    /// </param>
    public static async Task<ClusterInUse> UseAsync(string dataFolder, string? tree, CancellationToken ct)
    {
        var known = ClusterPlace.Existing(dataFolder);
        if (known is null && tree is not null && File.Exists(Path.Combine(tree, "checkpoint")))
        {
            throw new CannotRun(Refusal.Mend(null, "cluster.tree-without-store", tree, dataFolder));
        }
        var place = known ?? await ClusterPlace.ChooseAsync(dataFolder, ct);
        ClusterInUse? use = null;
        try
        {
            if (known is null) await place.PrepareAsync(ct);
            use = new(place, await ClusterLocks.SharedAsync(place.Users, ct));
            await StartAsync(place, ct);
            return use;
        }
        catch (Exception fault)
        {
            if (use is not null) await use.DisposeAsync();
            if (IsOfDisk(fault)) throw NotStarting(place, fault.Message, fault);
            throw;
        }
    }

    /// <summary>Whoever is still connected is cut off. Nothing happens when it is down.</summary>
    public static async Task StopAsync(string dataFolder)
    {
        if (ClusterPlace.Existing(dataFolder) is { } place) await StopAsync(place);
    }

    internal static async Task StopAsync(ClusterPlace place)
    {
        using var held = await ClusterLocks.AloneAsync(place.LockFile, CancellationToken.None);
        // pg_ctl signals whatever process bears the number in the pid file, so it is asked only about a server that answers.
        if (await AskAsync(place, CancellationToken.None) != Answer.Away)
        {
            await PostgresPrograms.StopAsync(place);
        }
    }

    /// <returns>false when it was running</returns>
    internal static async Task<bool> StartAsync(ClusterPlace place, CancellationToken ct)
    {
        if (await AskAsync(place, ct) == Answer.Ready) return false;
        try
        {
            await place.PrepareAsync(ct);
            // So that two portals begun at once do not make two clusters.
            using var held = await ClusterLocks.AloneAsync(place.LockFile, ct);
            await ClusterFiles.EnsureAsync(place, ct);
            if (await UntilReadyAsync(place, ct) == Answer.NoDatabase) await CreateDatabaseAsync(place, ct);
            return true;
        }
        catch (Exception fault) when (IsOfDisk(fault))
        {
            throw NotStarting(place, fault.Message, fault);
        }
    }

    private static bool IsOfDisk(Exception fault) => fault is IOException or UnauthorizedAccessException;

    /// <summary>
    /// Connect, start, ignore what pg_ctl says, connect again. After a kill -9 the first starts fail
    /// until the dead server's children are gone, hence the repetition.
    /// </summary>
    private static async Task<Answer> UntilReadyAsync(ClusterPlace place, CancellationToken ct)
    {
        var passed = Stopwatch.StartNew();
        var logBefore = ClusterFiles.LogLength(place);
        var said = "";
        while (true)
        {
            var answer = await AskAsync(place, ct);
            if (answer == Answer.Away)
            {
                ClusterFiles.DropForeignPid(place);
                said = (await PostgresPrograms.StartAsync(place)).LastLine;
                answer = await AskAsync(place, ct);
            }
            if (answer is Answer.Ready or Answer.NoDatabase)
            {
                return answer;
            }
            if (passed.Elapsed > (answer == Answer.Busy ? BusyLimit : StartLimit))
            {
                throw NotStarting(place, ClusterFiles.LastLogLine(place, logBefore) ?? said);
            }
            await Task.Delay(Pause, ct);
        }
    }

    private static async Task<Answer> AskAsync(ClusterPlace place, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Unpooled(new(place.ConnectionString)));
            await connection.OpenAsync(ct);
            await using var question = new NpgsqlCommand("select 1", connection);
            await question.ExecuteScalarAsync(ct);
            return Answer.Ready;
        }
        catch (PostgresException no)
        {
            return no.SqlState switch
            {
                PostgresErrorCodes.InvalidCatalogName => Answer.NoDatabase,
                PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
                    or PostgresErrorCodes.AdminShutdown => Answer.Busy,
                _ => throw NotStarting(place, no.MessageText, no),
            };
        }
        catch (NpgsqlException)
        {
            return Answer.Away;
        }
    }

    private static async Task CreateDatabaseAsync(ClusterPlace place, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Unpooled(place.ConnectionToCommonDatabase));
        await connection.OpenAsync(ct);
        await using var create = new NpgsqlCommand("create database sunshine", connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    private static string Unpooled(NpgsqlConnectionStringBuilder to)
    {
        to.Pooling = false;
        to.Timeout = 5;
        return to.ConnectionString;
    }

    private static CannotRun NotStarting(ClusterPlace place, string reason, Exception? cause = null) =>
        new(Refusal.Mend(null, "cluster.not-starting", place.Folder, reason), cause);
}
