using System.Diagnostics;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Tree;

namespace Transparency.Bench.Money;

/// <summary>One more month of all villages by the acts that the forms use, and how long after the last signature it stands in the tree.</summary>
internal sealed class LastSignature(MoneyTown town)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string site = town.Open.Settings.SiteFolder;

    /// <summary>Books, prepares and checks; what is left is to sign.</summary>
    public async Task PrepareAsync(CancellationToken ct)
    {
        foreach (var of in Months) await ActAsync("book-vouchers", of, town.Staff.Bookkeeper, ct);
        foreach (var of in Months) await ActAsync("prepare-statement", of, town.Staff.Bookkeeper, ct);
        foreach (var of in Months) await ActAsync("check-statement", of, town.Staff.FinanceGroup, ct);
    }

    /// <returns>seconds from the last signature until pages and tables stand, and until the sheets do</returns>
    public async Task<(double Pages, double Pdf)> SignAsync(CancellationToken ct)
    {
        var edition = Edition() + town.Villages.Count;
        foreach (var of in Months) await ActAsync("sign-statement", of, town.Staff.Supervision, ct);
        var signed = Stopwatch.GetTimestamp();
        // The checkpoint is written last, so what it counts stands.
        await UntilAsync("checkpoint", () => Edition() >= edition, ct);
        var pages = Stopwatch.GetElapsedTime(signed).TotalSeconds;
        if (Missing() is { } missing) throw new CannotRun(Refusal.Mend(null, "bench.not-served", missing));
        foreach (var of in Months)
        {
            var pdf = $"{SiteMap.StatementFolder(of)}statement.pdf";
            await UntilAsync(pdf, () => File.Exists(Path.Combine(site, pdf)), ct);
        }
        return (pages, Stopwatch.GetElapsedTime(signed).TotalSeconds);
    }

    private IEnumerable<VillageMonth> Months => town.Villages.Select(village => new VillageMonth(village, town.Month));

    private async Task ActAsync(string act, VillageMonth of, Officer by, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>();
        if (ActTable.All[act].Pins is { } find)
        {
            await using var session = town.Open.Store.QuerySession();
            fields["hash"] = (await find(session, await town.Open.RulesNowAsync(ct), of.ToString(), ct))!.Value.Value;
        }
        var outcome = await ActTable.RunAsync(town.Open.Ledger, new(act, of.ToString(), fields, by, town.Open.Clock.GetUtcNow(), null), ct);
        if (outcome is Outcome.Refused no) throw new CannotRun(no.Why);
    }

    private long Edition() => Checkpoint.TryRead(File.ReadAllBytes(Path.Combine(site, "checkpoint")), out var now, out _) ? now.Imprint.Edition : 0;

    private static async Task UntilAsync(string path, Func<bool> stands, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!stands())
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience) throw new CannotRun(Refusal.Mend(null, "bench.not-served", path));
            await Task.Delay(3, ct);
        }
    }

    /// <summary>A path at which something of the month should stand and does not; null when all of it does.</summary>
    private string? Missing() =>
        Months.SelectMany(of => Files(of).Select(path => (Path: path, Names: "")).Concat(Lists(of))).FirstOrDefault(x => !Stands(x.Path, x.Names)).Path;

    private IEnumerable<string> Files(VillageMonth of) =>
        from language in town.Open.Settings.Languages
        from name in new[] { "index.html", "statement.csv", "statement.xlsx" }
        select SiteMap.In(new(town.Open.Settings.PublicAddress, town.Open.Settings.Languages), language, SiteMap.StatementFolder(of) + name);

    private static IEnumerable<(string Path, string Names)> Lists(VillageMonth of)
    {
        var (year, folder) = (of.Month.Year, SiteMap.StatementFolder(of));
        string[] lists = [SiteMap.KindYear(CaseKind.Statement, year), SiteMap.DataFile("statements", year), SiteMap.SearchScript(year)];
        foreach (var shared in lists) yield return (shared, folder);
        foreach (var own in new[] { SiteMap.Village(of.Village), SiteMap.VillageYear(of.Village, year) }) yield return (own, $"escrow/{of.Month}/");
    }

    private bool Stands(string path, string names) =>
        Path.Combine(site, path) is var file && File.Exists(file) && File.ReadAllText(file).Contains(names, StringComparison.Ordinal);
}
