using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;

namespace Transparency.Bench;

/// <summary>A sampled town in a cluster and folders of its own; everything is stopped and removed at the end, wherever the cluster went.</summary>
public sealed class BenchTown : IAsyncDisposable
{
    private readonly string folder;
    private OpenStore? open;

    private BenchTown(string folder, PortalSettings settings) => (this.folder, Settings) = (folder, settings);

    public PortalSettings Settings { get; }

    public OpenStore Open => open!;

    /// <summary>Sampled by a process of its own, so that what is measured afterwards begins in a fresh one.</summary>
    public static Task<BenchTown> NewAsync(PortalSettings settings, int records, int seed, CancellationToken ct = default) =>
        PreparedAsync(settings, own => SampleAsync(own, records, seed, ct), ct);

    /// <summary>With nothing in it but the town's own folder.</summary>
    public static Task<BenchTown> EmptyAsync(PortalSettings settings, CancellationToken ct = default) => PreparedAsync(settings, _ => Task.CompletedTask, ct);

    private static async Task<BenchTown> PreparedAsync(PortalSettings settings, Func<PortalSettings, Task> prepare, CancellationToken ct)
    {
        var name = $"sunshine-bench-{Environment.ProcessId}-{Guid.NewGuid():N}";
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), name)).FullName;
        var (data, site) = (Path.Combine(folder, "data"), Path.Combine(folder, "site"));
        var own = settings with { Store = null, DataFolder = data, SiteFolder = site, Today = PortalClock.DemoStart };
        var town = new BenchTown(folder, own);
        try
        {
            await prepare(own);
            town.open = await OpenStore.OpenAsync(own, NullLoggerFactory.Instance, ct);
            await SettleAsync(town.open.ConnectionString, ct);
            return town;
        }
        catch
        {
            await town.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (open is not null) await open.DisposeAsync();
        var cluster = open is null ? null : Path.GetDirectoryName(new NpgsqlConnectionStringBuilder(open.ConnectionString).Host);
        if (cluster is not null && Directory.Exists(cluster)) Directory.Delete(cluster, recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    // What sampling left in the caches is not for the publisher to write out.
    private static async Task SettleAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var checkpoint = new NpgsqlCommand("checkpoint", connection) { CommandTimeout = 600 };
        await checkpoint.ExecuteNonQueryAsync(ct);
        using var sync = Process.Start("sync");
        await sync.WaitForExitAsync(ct);
    }

    private static async Task SampleAsync(PortalSettings own, int records, int seed, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(BenchTown).Assembly.Location, "sample",
            "--records", records.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture),
            $"--Sunshine:DataFolder={own.DataFolder}", $"--Sunshine:SiteFolder={own.SiteFolder}",
        ]) { RedirectStandardOutput = true };
        // The town that is measured is the one that ships with the program, on a cluster of its own.
        foreach (var name in start.Environment.Keys.Where(IsOfThePortal).ToList()) start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new CannotRun(Refusal.Mend(null, "bench.no-sample", (await said).Trim()));
    }

    private static bool IsOfThePortal(string variable) =>
        variable.StartsWith("Sunshine__", StringComparison.OrdinalIgnoreCase) || variable.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase);
}
