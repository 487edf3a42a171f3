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
    private string? connection;

    public ScratchCluster(string below = "")
    {
        top = Path.Combine(Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"sunshine-scratch-{Environment.ProcessId}-{Interlocked.Increment(ref made)}"));
        DataFolder = Path.Combine(top, below);
        Directory.CreateDirectory(top);
    }

    public string DataFolder { get; }

    /// <summary>The near place; <see cref="PlaceOf"/> tells where the cluster really is.</summary>
    public string Near => Path.Combine(DataFolder, "cluster");

    public static string PlaceOf(string connectionString) =>
        Path.GetDirectoryName(new NpgsqlConnectionStringBuilder(connectionString).Host)!;

    public async Task<string> EnsureRunningAsync() =>
        connection = await EmbeddedCluster.EnsureRunningAsync(DataFolder, CancellationToken.None);

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var to = new NpgsqlConnection(unpooled.ConnectionString);
        await to.OpenAsync();
        await using var command = new NpgsqlCommand(sql, to);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await EmbeddedCluster.StopAsync(DataFolder);
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
