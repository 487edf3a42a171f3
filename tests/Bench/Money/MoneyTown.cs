using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;

namespace Transparency.Bench.Money;

/// <summary>A town with villages and officers, and the files of its money: those of the years behind it and those of one month more.</summary>
internal sealed class MoneyTown
{
    private static readonly Officer Installer = Officer.System with { Roles = [Role.Administrator, Role.Town] };

    private MoneyTown(OpenStore open, MoneyStaff staff, IReadOnlyList<VillageCode> villages, Month month) =>
        (Open, Staff, Villages, Month) = (open, staff, villages, month);

    public OpenStore Open { get; }

    public MoneyStaff Staff { get; }

    public IReadOnlyList<VillageCode> Villages { get; }

    /// <summary>The one that comes after the years.</summary>
    public Month Month { get; }

    public required MoneyFiles Years { get; init; }

    public required MoneyFiles OneMonth { get; init; }

    // The demo's, under a line of headings.
    private static IEnumerable<string> Known => File.ReadLines(Path.Combine(Scenario.Folder, "villages.csv"));

    /// <summary>Refuses (<see cref="CannotRun"/>) more villages than the demo town has.</summary>
    public static void Asked(int villages)
    {
        if (villages > Known.Count() - 1) throw new CannotRun(Refusal.Mend(null, "bench.villages", Known.Count() - 1));
    }

    /// <param name="last">the month that comes after the years</param>
    public static async Task<MoneyTown> SetUpAsync(OpenStore open, MoneySize size, int seed, Month last, CancellationToken ct)
    {
        var files = Directory.CreateDirectory(Path.Combine(open.Settings.DataFolder, "money")).FullName;
        await EnterVillagesAsync(open, files, size.Villages, ct);
        IReadOnlyList<VillageCode> villages = [.. (await open.RulesNowAsync(ct)).Villages.Keys.OrderBy(v => v.Value, StringComparer.Ordinal)];
        var staff = await MoneyStaff.AppointAsync(open, villages, SampleCalendar.SetUp, ct);
        var words = SampleWords.Read();
        List<InventedMoney> money = [.. villages.Select(village => new InventedMoney(words, (ulong)seed, village))];
        var years = Enumerable.Range(1, size.Months).Select(back => new Month(last.Number - size.Months - 1 + back));
        return new(open, staff, villages, last)
        {
            Years = MoneyFiles.Write(Path.Combine(files, "years"), money, years, size.Vouchers),
            OneMonth = MoneyFiles.Write(Path.Combine(files, "month"), money, [last], size.Vouchers),
        };
    }

    /// <summary>By the very importer; every row has to be new.</summary>
    public async Task ImportAsync(string kind, string path, int rows, CancellationToken ct)
    {
        var by = kind == "bank" ? Staff.Bookkeeper : Staff.Clerk;
        var result = await ImportFile.RunAsync(Open.Ledger, FileKinds.Import(kind)!, path, by, Open.Clock.GetUtcNow(), dryRun: false, ct);
        if (result.Findings.Count > 0) throw new CannotRun(result.Findings[0].Why);
        if (result.Stored != rows) throw new InvalidOperationException($"{kind}: {result.Stored} of {rows} rows were new");
    }

    /// <summary>Brings every month of the years to the public.</summary>
    public async Task CloseYearsAsync(int months, CancellationToken ct)
    {
        var closed = new ClosedMonths(Open, Staff, Villages);
        for (var month = new Month(Month.Number - months); month < Month; month = month.Next) await closed.CloseAsync(month, ct);
    }

    private static async Task EnterVillagesAsync(OpenStore open, string folder, int count, CancellationToken ct)
    {
        var file = Path.Combine(folder, "villages.csv");
        await File.WriteAllLinesAsync(file, Known.Take(1 + count), ct);
        var entered = await ImportFile.RunAsync(open.Ledger, FileKinds.Import("villages")!, file, Installer, SampleCalendar.SetUp, dryRun: false, ct);
        if (entered.Findings.Count > 0) throw new CannotRun(entered.Findings[0].Why);
    }
}
