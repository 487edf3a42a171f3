using System.Diagnostics;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Problems;

namespace Transparency.Portal.Embedded;

/// <summary>
/// The private PostgreSQL cluster used when no connection string is configured. It is reached over a Unix socket only,
/// and it outlives the portal: several portals on one data folder share it, and the next one simply connects.
/// </summary>
public static class EmbeddedCluster
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BusyLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Away: nobody listens. Busy: a server is there but starts, recovers, stops or is full.</summary>
    private enum Answer { Away, Busy, NoDatabase, Ready }

    /// <summary>Makes the cluster when there is none, starts it when it is down; gives the way to its database.</summary>
    public static async Task<string> EnsureRunningAsync(string dataFolder, CancellationToken ct)
    {
        if (ClusterPlace.Existing(dataFolder) is { } known && await AskAsync(known, ct) == Answer.Ready)
        {
            return known.ConnectionString;
        }
        var place = await ClusterPlace.ChooseAsync(dataFolder, ct);
        try
        {
            await place.PrepareAsync(ct);
            using var held = await HoldLockAsync(place, ct);
            await ClusterFiles.EnsureAsync(place, ct);
            if (await StartAsync(place, ct) == Answer.NoDatabase)
            {
                await CreateDatabaseAsync(place, ct);
            }
            return place.ConnectionString;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw NotStarting(place, unusable.Message, unusable);
        }
    }

    /// <summary>For tests and the last portal: whoever is still connected is cut off. Nothing happens when it is down.</summary>
    public static async Task StopAsync(string dataFolder)
    {
        if (ClusterPlace.Existing(dataFolder) is not { } place)
        {
            return;
        }
        using var held = await HoldLockAsync(place, CancellationToken.None);
        // pg_ctl signals whatever process bears the number in the pid file, so it is asked only about a server that answers.
        if (await AskAsync(place, CancellationToken.None) != Answer.Away)
        {
            await PostgresPrograms.StopAsync(place);
        }
    }

    /// <summary>
    /// Connect, start, ignore what pg_ctl says, connect again. After a kill -9 the first starts fail
    /// until the dead server's children are gone, hence the repetition.
    /// </summary>
    private static async Task<Answer> StartAsync(ClusterPlace place, CancellationToken ct)
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

    /// <summary>Held around making and starting, so that two portals begun at once do not make two clusters.</summary>
    private static async Task<FileStream> HoldLockAsync(ClusterPlace place, CancellationToken ct)
    {
        const int wouldBlock = 11; // EWOULDBLOCK of Linux: another process, or another task of this one, holds it
        var passed = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(place.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.HResult == wouldBlock && passed.Elapsed < BusyLimit)
            {
                await Task.Delay(Pause, ct);
            }
        }
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
