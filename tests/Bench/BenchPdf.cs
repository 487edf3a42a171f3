using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Typesetting;

namespace Transparency.Bench;

/// <summary>
/// Sheets with a bill of about forty lines, each with data of its own. Plainly: by as many workers as there are processors. Compared: in five
/// rounds the compiler alone in a plain loop, one worker and two, and the median of the rounds' ratios.
/// </summary>
public static class BenchPdf
{
    private const int WarmUps = 10;
    private const int Rounds = 5;

    private sealed record Bare(double Ms, int Pages);

    public static async IAsyncEnumerable<object> RunAsync(PortalSettings settings, int records, int seed, bool compare)
    {
        var notices = SampledNotices.Take(records + WarmUps, seed, new(settings.PublicAddress, settings.Languages));
        if (!compare)
        {
            yield return await WorkersAsync(notices, Environment.ProcessorCount);
            yield break;
        }
        List<(double OverBare, double TwoOverOne)> ratios = [];
        for (var round = 0; round < Rounds; round++)
        {
            var bare = await BareAsync(notices);
            yield return bare;
            var one = await WorkersAsync(notices, 1);
            yield return one;
            var two = await WorkersAsync(notices, 2);
            yield return two;
            ratios.Add((one.msPerNotice / bare.msPerNotice, one.msPerNotice / two.msPerNotice));
        }
        yield return new
        {
            bench = "pdf-compared",
            records,
            rounds = Rounds,
            oneOverBare = Median(ratios.Select(r => r.OverBare)),
            twoWorkersGain = Median(ratios.Select(r => r.TwoOverOne)),
        };
    }

    private static async Task<Line> WorkersAsync(IReadOnlyList<SampledNotice> notices, int workers)
    {
        await using var pool = new TypesetterPool(new TypesetterOptions(), workers);
        var pdf = new NoticePdf(pool);
        // All workers at once, so that each has loaded its fonts.
        await MakeAsync(pdf, notices.Take(WarmUps));
        var watch = Stopwatch.StartNew();
        var pages = await MakeAsync(pdf, notices.Skip(WarmUps));
        var (counted, spent) = (notices.Count - WarmUps, watch.Elapsed.TotalMilliseconds);
        return new("pdf", counted, $"{workers}", Rounded(spent / counted), pages, pool.ProcessIds.Sum(Resident.PeakMB));
    }

    private static async Task<int> MakeAsync(NoticePdf pdf, IEnumerable<SampledNotice> notices)
    {
        var pages = 0;
        await Parallel.ForEachAsync(notices, new ParallelOptions { MaxDegreeOfParallelism = pdf.Workers }, async (notice, ct) =>
        {
            switch (await pdf.RenderAsync(notice.Document, notice.Json, ct: ct))
            {
                case Typeset.Done done: Interlocked.Add(ref pages, PagesOf(done.Pdf)); break;
                case Typeset.Failed failed: throw new CannotRun(failed.Why);
            }
        });
        return pages;
    }

    private static async Task<Line> BareAsync(IReadOnlyList<SampledNotice> notices)
    {
        var requests = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(requests, notices.Select(notice => NoticePdf.RequestOf(notice.Document, notice.Json)));
            var options = new TypesetterOptions();
            var command = options.CommandOf("bare.mjs", requests, WarmUps.ToString(CultureInfo.InvariantCulture))
                ?? throw new CannotRun(Refusal.Mend(null, "typesetter.missing", "node_modules"));
            var start = new ProcessStartInfo(options.Node, command) { WorkingDirectory = options.Folder, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            var bare = JsonSerializer.Deserialize<Bare>(said, JsonSerializerOptions.Web)!;
            return new("pdf", notices.Count - WarmUps, "bare", Rounded(bare.Ms / (notices.Count - WarmUps)), bare.Pages, 0);
        }
        finally
        {
            File.Delete(requests);
        }
    }

    // The page tree's root says how many there are.
    private static int PagesOf(ReadOnlySpan<byte> pdf)
    {
        var most = 0;
        for (var at = pdf.IndexOf("/Count "u8); at >= 0; at = pdf.IndexOf("/Count "u8))
        {
            pdf = pdf[(at + 7)..];
            var end = pdf.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (int.TryParse(pdf[..Math.Max(end, 0)], NumberStyles.None, CultureInfo.InvariantCulture, out var count)) most = Math.Max(most, count);
        }
        return most;
    }

    private static double Rounded(double figure) => Math.Round(figure, 2);

    private static double Median(IEnumerable<double> figures) => Rounded(figures.Order().ElementAt(Rounds / 2));

    /// <param name="peakMB">of the typesetters; 0 where it is not looked at</param>
    private sealed record Line(string bench, int records, string workers, double msPerNotice, int pages, int peakMB);
}
