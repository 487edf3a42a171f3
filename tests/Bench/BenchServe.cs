using System.Diagnostics;
using Transparency.Bench.Sampling;
using Transparency.Portal.Hosting;

namespace Transparency.Bench;

/// <summary>How many pages of a sampled tree the portal serves in a few seconds, to a handful of clients on the same machine.</summary>
public static class BenchServe
{
    private const int Clients = 8;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(8);

    public static async Task<object> RunAsync(PortalSettings settings, int records, int seed)
    {
        await using var town = await BenchTown.NewAsync(settings, records, seed);
        await PlaceholderSheets.FillAsync(town.Open, CancellationToken.None);
        await using var portal = await RunningPortal.StartAsync(town.Open, CancellationToken.None);
        var pages = Directory.EnumerateFiles(town.Settings.SiteFolder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(town.Settings.SiteFolder, file)).ToList();
        var watch = Stopwatch.StartNew();
        var chances = Enumerable.Range(0, Clients).Select(client => new Chance((ulong)seed, (ulong)client));
        var served = await Task.WhenAll(chances.Select(chance => Task.Run(() => AskAsync(portal.Client, pages, chance, watch))));
        var seconds = watch.Elapsed.TotalSeconds;
        return new
        {
            bench = "serve",
            records,
            clients = Clients,
            requestsPerSecond = Math.Round(served.Sum(s => s.Requests) / seconds),
            MBPerSecond = Math.Round(served.Sum(s => s.Bytes) / 1e6 / seconds, 1),
        };
    }

    private static async Task<(long Requests, long Bytes)> AskAsync(HttpClient client, List<string> pages, Chance chance, Stopwatch watch)
    {
        var (requests, bytes) = (0L, 0L);
        while (watch.Elapsed < Span)
        {
            bytes += (await client.GetByteArrayAsync(chance.Of(pages))).Length;
            requests++;
        }
        return (requests, bytes);
    }
}
