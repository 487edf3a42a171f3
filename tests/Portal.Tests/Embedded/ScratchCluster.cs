using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Transparency.Portal.Embedded;

namespace Transparency.Portal.Tests.Embedded;

/// <summary>A data folder for one test; its cluster is stopped and both are removed at the end, wherever the cluster went.</summary>
internal sealed class ScratchCluster : IAsyncDisposable
{
    private const string SharedRoot = "/var/lib/sunshine";
    private static readonly bool SharedRootWasThere = Directory.Exists(SharedRoot);
    private static int made;
    private readonly string top;
    private readonly List<ClusterInUse> uses = [];
    private string? connection;

    public ScratchCluster(string below = "")
    {
        top = Path.Combine(Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"sunshine-scratch-{Environment.ProcessId}-{Interlocked.Increment(ref made)}"));
        DataFolder = Path.Combine(top, below);
        Directory.CreateDirectory(top);
    }

    public static ScratchCluster New(string below = "") => new(below);

    public string DataFolder { get; }

    /// <summary>The near place; <see cref="PlaceOf"/> tells where the cluster really is.</summary>
    public string Near => Path.Combine(DataFolder, "cluster");

    public static string PlaceOf(string connectionString) =>
        Path.GetDirectoryName(new NpgsqlConnectionStringBuilder(connectionString).Host)!;

    /// <summary>As one more user, who stays until the end.</summary>
    public async Task<string> EnsureRunningAsync()
    {
        var use = await UseAsync();
        lock (uses) uses.Add(use);
        return use.ConnectionString;
    }

    public async Task<ClusterInUse> UseAsync(string? tree = null)
    {
        var use = await EmbeddedCluster.UseAsync(DataFolder, tree, CancellationToken.None);
        connection = use.ConnectionString;
        return use;
    }

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var to = new NpgsqlConnection(unpooled.ConnectionString);
        await to.OpenAsync();
        await using var command = new NpgsqlCommand(sql, to);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>
    /// The server's processes, without a word. All of them: one that serves a connection outlives the first by a moment, and would still
    /// answer a question of that moment.
    /// </summary>
    public void Kill()
    {
        var file = Path.Combine(PlaceOf(connection!), "data", "postmaster.pid");
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture));
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var use in uses) await use.DisposeAsync();
        await EmbeddedCluster.StopAsync(DataFolder); // whoever else was left
        if (connection is not null && PlaceOf(connection) is var place && Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
        Directory.Delete(top, recursive: true);
        if (!SharedRootWasThere && Directory.Exists(SharedRoot) && Directory.GetFileSystemEntries(SharedRoot).Length == 0)
        {
            Directory.Delete(SharedRoot);
        }
    }
}
