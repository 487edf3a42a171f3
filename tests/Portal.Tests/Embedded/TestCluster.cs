using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Transparency.Portal.Embedded;

namespace Transparency.Portal.Tests.Embedded;

/// <summary>
/// One private cluster for the whole test run, started by the first test that asks and removed when the process ends.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<Task<string>> Running = new(StartAsync);
    private static int made;
    private static Process? remover; // held, since its collection would close the shell's input

    private static string DataFolder { get; } =
        Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"sunshine-tests-{Environment.ProcessId}"));

    /// <summary>A folder that goes with the cluster at the end of the run.</summary>
    public static string Folder(string name) => Directory.CreateDirectory(Path.Combine(DataFolder, name)).FullName;

    /// <summary>A connection string to a database that no other test has.</summary>
    /// <param name="copyOf">a connection string to the database to copy, to which nobody is connected; null for an empty one</param>
    public static async Task<string> NewDatabaseAsync(string? copyOf = null)
    {
        var cluster = await Running.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref made)}");
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var template = copyOf is null ? "" : $" template {new NpgsqlConnectionStringBuilder(copyOf).Database}";
        await using var create = new NpgsqlCommand($"create database {name}{template}", connection);
        await create.ExecuteNonQueryAsync();
        // Every database has pools of its own, and all of them share the server's 60 connections: idle ones are given back soon.
        return new NpgsqlConnectionStringBuilder(cluster)
        {
            Database = name,
            MaxPoolSize = 10,
            ConnectionIdleLifetime = 2,
            ConnectionPruningInterval = 1,
        }.ConnectionString;
    }

    private static async Task<string> StartAsync()
    {
        var cluster = await EmbeddedCluster.EnsureRunningAsync(DataFolder, CancellationToken.None);
        remover = StartRemover(ScratchCluster.PlaceOf(cluster));
        return cluster;
    }

    /// <summary>
    /// A shell with a session of its own that waits for the end of its input, which is the end of this process, however
    /// that comes. Not <see cref="AppDomain.ProcessExit"/>: the test platform kills its host a tenth of a second after
    /// the last test, before a server has stopped.
    /// </summary>
    private static Process StartRemover(string place)
    {
        const string script = """
            exec >/dev/null 2>&1
            cat
            kill -INT "$(head -n 1 "$0/data/postmaster.pid")"
            for i in $(seq 100); do [ -e "$0/data/postmaster.pid" ] || break; sleep 0.1; done
            rm -rf "$0" "$1"
            """;
        var start = new ProcessStartInfo("setsid", ["--fork", "sh", "-c", script, place, DataFolder]) { RedirectStandardInput = true };
        return Process.Start(start)!;
    }
}
