using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Npgsql;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;

namespace Transparency.Portal.Tests.Embedded;

/// <summary>One private cluster for the whole test run, started by the first test that asks and removed when the run ends.</summary>
public static class TestCluster
{
    private static int made;

    /// <summary>A connection string to a database that no other test has.</summary>
    /// <param name="copyOf">the database to copy; null for an empty one</param>
    public static async Task<string> NewDatabaseAsync(string? copyOf = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref made)}");
        await RunAsync($"create database {name}{(copyOf is null ? "" : $" template {copyOf}")}");
        // Every database has pools of its own, and all of them share the server's connections: idle ones are given back soon.
        // Statements are planned once a connection and nothing is reset between two uses: this is two fifths of the server's work in the scenario.
        return new NpgsqlConnectionStringBuilder(await ToAsync(name))
        {
            MaxPoolSize = 10, ConnectionIdleLifetime = 2, ConnectionPruningInterval = 1, MaxAutoPrepare = 40, NoResetOnClose = true,
        }.ConnectionString;
    }

    /// <summary>The same with the schema in it, as the portal of today makes it.</summary>
    public static async Task<string> NewTownAsync() => await NewDatabaseAsync(copyOf: await TestRun.OnceAsync("town", async () =>
    {
        var way = await NewDatabaseAsync();
        await using (var store = MartenSetup.Open(way, PortalStreams.All)) await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: true);
        return await CloseAsync(way);
    }));

    /// <summary>The name of a database to copy: a town that is filled once in a run.</summary>
    public static Task<string> TemplateAsync(string name, Func<string, Task> fill) => TestRun.OnceAsync(name, async () =>
    {
        var way = await NewTownAsync();
        await fill(way);
        return await CloseAsync(way);
    });

    // PostgreSQL copies only what nobody is connected to; it waits five seconds for those who are leaving.
    private static async Task<string> CloseAsync(string way)
    {
        await using (var last = new NpgsqlConnection(way)) NpgsqlConnection.ClearPool(last);
        var database = new NpgsqlConnectionStringBuilder(way).Database!;
        await RunAsync($"alter database {database} allow_connections false");
        return database;
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ToAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ToAsync(string database) =>
        new NpgsqlConnectionStringBuilder { Host = await TestRun.OnceAsync("cluster", StartAsync), Username = "portal", Database = database, Pooling = database != "postgres" }.ConnectionString;

    /// <summary>
    /// By a shell with a session of its own, which also ends it. Not <see cref="AppDomain.ProcessExit"/>: the test platform kills its host
    /// a tenth of a second after the last test.
    /// </summary>
    private static async Task<string> StartAsync()
    {
        var start = new ProcessStartInfo("setsid", ["--fork", "sh", Script(), TestRun.Folder]) { RedirectStandardOutput = true };
        using var starter = Process.Start(start)!;
        return await starter.StandardOutput.ReadLineAsync() ?? throw new IOException("the tests' cluster does not start");
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "cluster.sh");
}
