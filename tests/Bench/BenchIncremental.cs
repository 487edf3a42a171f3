using System.Diagnostics;
using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Bench;

/// <summary>
/// From the commit of an approval until its page, the feed and the year's data file are served anew over HTTP, through the running portal with its
/// jobs; and until the new sheet is served. One approval at a time; the first few warm the portal up and are not counted.
/// </summary>
public static class BenchIncremental
{
    private const int WarmUps = 4;
    private const int Approvals = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<object> RunAsync(PortalSettings settings, int records, int seed)
    {
        await using var town = await BenchTown.NewAsync(settings, records, seed);
        var waiting = await WaitingDeclarations.AddAsync(town.Open, WarmUps + Approvals, CancellationToken.None);
        var staff = await SampleStaff.ReadAsync(town.Open, CancellationToken.None);
        await PlaceholderSheets.FillAsync(town.Open, CancellationToken.None);
        await using var portal = await RunningPortal.StartAsync(town.Open, CancellationToken.None);
        List<(double Pages, double Pdf)> times = [];
        foreach (var id in waiting) times.Add(await ApproveAsync(town.Open, portal, id, staff.Approver));
        var counted = times.Skip(WarmUps).ToList();
        var pages = counted.Select(t => t.Pages).Order().ToList();
        return new
        {
            bench = "incremental",
            records,
            approvals = counted.Count,
            p50ms = Percentile(pages, 50),
            p95ms = Percentile(pages, 95),
            pdfP95ms = Percentile([.. counted.Select(t => t.Pdf).Order()], 95),
            peakMB = Resident.PeakMB(Environment.ProcessId) + Typesetters(portal),
        };
    }

    private static async Task<(double Pages, double Pdf)> ApproveAsync(OpenStore open, RunningPortal portal, DeclarationId id, Officer approver)
    {
        var row = await RowAsync(open, id);
        var folder = SiteMap.DeclarationFolder(row.Number);
        string[] paths = [$"{folder}index.html", "feed.atom", SiteMap.DataFile("declarations", row.Number.Year)];
        var before = await Task.WhenAll(paths.Append($"{folder}notice.pdf").Select(path => portal.TagAsync(path, CancellationToken.None)));
        var committed = 0L;
        var listener = open.Changed.Listener;
        open.Changed.Listener = rows =>
        {
            committed = Stopwatch.GetTimestamp();
            listener?.Invoke(rows);
        };
        var fields = new Dictionary<string, string> { ["hash"] = row.Current.Hash.Value };
        var moment = open.Clock.GetUtcNow();
        var outcome = await ActTable.RunAsync(open.Ledger, new("approve", id.Value, fields, approver, moment, null), CancellationToken.None);
        if (outcome is Outcome.Refused no) throw new CannotRun(no.Why);
        open.Changed.Listener = listener;
        foreach (var (path, tag) in paths.Zip(before)) await ChangedAsync(portal, path, tag);
        var pages = Stopwatch.GetElapsedTime(committed).TotalMilliseconds;
        await ChangedAsync(portal, $"{folder}notice.pdf", before[^1]);
        return (pages, Stopwatch.GetElapsedTime(committed).TotalMilliseconds);
    }

    private static async Task<DeclarationOnRegister> RowAsync(OpenStore open, DeclarationId id)
    {
        await using var session = open.Store.QuerySession();
        return (await session.LoadAsync<DeclarationOnRegister>(StreamKey.Of(id)))!;
    }

    private static async Task ChangedAsync(RunningPortal portal, string path, string? before)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await portal.TagAsync(path, patience.Token) is var now && (now is null || now == before)) await Task.Delay(3, patience.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new CannotRun(Refusal.Mend(null, "bench.not-served", path));
        }
    }

    private static int Typesetters(RunningPortal portal) => portal.TypesetterProcesses.Sum(Resident.PeakMB);

    private static double Percentile(List<double> ordered, int percent) => Math.Round(ordered[(int)Math.Ceiling(ordered.Count * percent / 100.0) - 1]);
}
