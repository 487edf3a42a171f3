using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Portal.Demo;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Town;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Bench;

/// <summary>One notice, ready for the typesetter.</summary>
public sealed record SampledNotice(NoticeDocument Document, byte[] Json);

/// <summary>Notices of a sampled town that lives in memory only: each with a bill of its own, so that no compiler can answer from its cache.</summary>
public static class SampledNotices
{
    public static IReadOnlyList<SampledNotice> Take(int count, int seed, SiteSettings settings)
    {
        var (town, register) = InMemory();
        var notices =
            from one in new SampleCases(town, 4 * count, (ulong)seed).All()
            from stream in one.Streams
            let row = stream.Events.Aggregate((DeclarationOnRegister?)null, (now, e) => DeclarationOnRegister.Evolve(now, stream.Key, e))
            where row is { Section.Budget.Count: > 0 }
            select Of(row, register.Settings, settings);
        return [.. notices.Take(count)];
    }

    private static SampledNotice Of(DeclarationOnRegister row, TownSettings town, SiteSettings settings)
    {
        var json = NoticeJson.Of(row, row.Current);
        return new(DeclarationNotice.Of(row, row.Current, settings.First, town, settings, json), json);
    }

    private static (SampleTown Town, TownOnRegister Register) InMemory()
    {
        var (folder, faults) = ReadTownFolder.Read(ReadTownFolder.Default);
        if (folder is null) throw new CannotRun(faults[0]);
        var by = Officer.System.Sign(SampleCalendar.SetUp);
        var sheet = ReadSheet.From(Path.Combine(Scenario.Folder, "villages.csv"), VillageRows.Columns);
        List<Village> villages = [.. sheet.Rows.Select(row => VillageRows.Read(new RowReader("villages.csv", row, new(2026, 9, 18))))];
        TownEvent[] events =
        [
            new TownNamed(folder.Settings, by.At),
            new MattersSet(folder.Matters, by.At),
            new DeadlineRulesSet(folder.Rules, by.At),
            new HolidaysSet(folder.Holidays, by.At),
            new ObligationsSet(folder.Obligations, by.At),
            new AccountsSet(folder.Accounts, by.At),
            .. villages.Select(village => new VillageRegistered(village, by)),
        ];
        var register = events.Aggregate((TownOnRegister?)null, (now, e) => TownOnRegister.Evolve(now, "town", e))!;
        return (SampleTown.Of(RulesInForce.Fold(events), SampleStaff.InMemory(villages)), register);
    }
}
