using System.Diagnostics;
using Transparency.Contracts;
using Transparency.Portal.Hosting;

namespace Transparency.Bench.Money;

/// <summary>How much money a bench brings in.</summary>
/// <param name="Months">closed and public before the one that is measured</param>
/// <param name="Vouchers">of each village in each month</param>
public sealed record MoneySize(int Villages, int Months, int Vouchers);

/// <summary>
/// Years of village money: how long the importer takes for all of it, and how long it is from the last signature under one more month of all villages
/// until its pages and tables stand, by the running portal with its jobs. The steps in between make the town ready, and their time is told as such.
/// </summary>
public static class BenchEscrow
{
    /// <summary>Over on the day at which the bench's clock stands.</summary>
    private static readonly Month Last = new(2026, 8);

    /// <summary>Refuses (<see cref="Portal.Problems.CannotRun"/>) more villages than the demo town has.</summary>
    public static async IAsyncEnumerable<object> RunAsync(PortalSettings settings, MoneySize size, int seed)
    {
        var ct = CancellationToken.None;
        MoneyTown.Asked(size.Villages);
        await using var bench = await BenchTown.EmptyAsync(settings, ct);
        var town = await MoneyTown.SetUpAsync(bench.Open, size, seed, Last, ct);
        var (years, more) = (town.Years, town.OneMonth);
        var step = await MeasuredAsync(() => town.ImportAsync("vouchers", years.Vouchers, years.VoucherRows, ct));
        yield return new { bench = "escrow", step = "import-vouchers", vouchers = years.VoucherRows, step.seconds, step.peakMB };
        step = await MeasuredAsync(() => town.ImportAsync("bank", years.Bank, years.BankRows, ct));
        yield return new { bench = "escrow", step = "import-bank", lines = years.BankRows, step.seconds, step.peakMB };
        step = await MeasuredAsync(() => town.CloseYearsAsync(size.Months, ct));
        yield return new { bench = "escrow", step = "sign-months", statements = size.Villages * size.Months, step.seconds, step.peakMB };

        await PlaceholderSheets.FillAsync(bench.Open, ct);
        RunningPortal? portal = null;
        step = await MeasuredAsync(async () => portal = await RunningPortal.StartAsync(bench.Open, ct));
        await using var running = portal!;
        var files = Directory.EnumerateFiles(bench.Settings.SiteFolder, "*", SearchOption.AllDirectories).Count();
        yield return new { bench = "escrow", step = "publish", files, step.seconds, step.peakMB };

        var month = new LastSignature(town);
        step = await MeasuredAsync(async () =>
        {
            await town.ImportAsync("vouchers", more.Vouchers, more.VoucherRows, ct);
            await town.ImportAsync("bank", more.Bank, more.BankRows, ct);
            await month.PrepareAsync(ct);
        });
        yield return new { bench = "escrow", step = "prepare", statements = size.Villages, step.seconds, step.peakMB };
        (double pages, double pdf) after = default;
        step = await MeasuredAsync(async () => after = await month.SignAsync(ct));
        var (seconds, pdfSeconds) = (Math.Round(after.pages, 2), Math.Round(after.pdf, 2));
        yield return new { bench = "escrow", step = "close", statements = size.Villages, seconds, pdfSeconds, step.peakMB };
    }

    private static async Task<(double seconds, int peakMB)> MeasuredAsync(Func<Task> work)
    {
        Resident.Restart();
        var watch = Stopwatch.StartNew();
        await work();
        return (Math.Round(watch.Elapsed.TotalSeconds, 2), Resident.PeakMB(Environment.ProcessId));
    }
}
