using System.Diagnostics;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Publishing.Site;

namespace Transparency.Bench;

/// <summary>From the store to the finished tree, which does not exist before; sheets and spreadsheets are left out.</summary>
public static class BenchPublish
{
    public static async Task<object> RunAsync(PortalSettings settings, int records, int seed)
    {
        await using var town = await BenchTown.NewAsync(settings, records, seed);
        await using var press = OpenPress.Over(town.Open, part => part with { Outputs = () => part.Outputs().Where(IsCounted) });
        var watch = Stopwatch.StartNew();
        var done = await press.Publisher.PublishPagesAsync(rebuild: false, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        if (done?.Fault is { } fault) throw new CannotRun(fault);
        var files = new DirectoryInfo(town.Settings.SiteFolder).GetFiles("*", SearchOption.AllDirectories);
        var pages = files.Where(f => f.Extension == ".html").ToList();
        return new
        {
            bench = "publish",
            records,
            pages = pages.Count,
            htmlMB = Math.Round(pages.Sum(f => f.Length) / 1e6, 1),
            files = files.Length,
            seconds = Math.Round(seconds, 2),
            peakMB = Resident.PeakMB(Environment.ProcessId),
        };
    }

    private static bool IsCounted(Output output) => !output.Path.EndsWith(".xlsx", StringComparison.Ordinal);
}
