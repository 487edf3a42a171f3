using System.Threading.Channels;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Importing;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;

namespace Transparency.Bench.Sampling;

/// <summary>What a sample put into the store.</summary>
public sealed record Filled(int Records, int Streams, long Events);

/// <summary>
/// Fills an empty store with synthetic approved records, many streams per transaction. The cases live under their law in memory;
/// the register's rows are made by the same inline folds as always.
/// </summary>
public static class FillStore
{
    private const int StreamsPerSession = 250;

    private static readonly Officer Installer = Officer.System with { Roles = [Role.Administrator, Role.Town] };

    /// <summary>Refuses (<see cref="CannotRun"/>) a store in which anything but the town's own folder is on record.</summary>
    public static async Task<Filled> RunAsync(
        OpenStore open, int records, ulong seed, IProgress<(int Done, int Total)> progress, CancellationToken ct = default)
    {
        var town = await SetUpAsync(open, ct);
        var made = Channel.CreateBounded<List<SampledCase>>(4);
        var making = Task.Run(() => MakeAsync(new SampleCases(town, records, seed), made.Writer, ct), ct);
        var (done, streams, events) = (0, 0, 0L);
        // One after the other: a month's statement opens with what the month before has left in the store.
        await foreach (var batch in made.Reader.ReadAllAsync(ct))
        {
            await AppendAsync(open.Store, batch.SelectMany(c => c.Streams), ct);
            done += batch.Sum(c => c.Records);
            streams += batch.Sum(c => c.Streams.Count);
            events += batch.Sum(c => c.Streams.Sum(s => s.Events.Count));
            progress.Report((done, records));
        }
        await AppendAsync(open.Store, await making, ct);
        return new(done, streams, events);
    }

    private static async Task<SampleTown> SetUpAsync(OpenStore open, CancellationToken ct)
    {
        if (!await IsEmptyAsync(open.Store, ct)) throw new CannotRun(Refusal.Mend(null, "sample.not-empty"));
        await open.RecordTownAsync(SampleCalendar.SetUp, ct);
        var (kind, file) = (FileKinds.Import("villages")!, Path.Combine(Scenario.Folder, "villages.csv"));
        var villages = await ImportFile.RunAsync(open.Ledger, kind, file, Installer, SampleCalendar.SetUp, dryRun: false, ct);
        if (villages.Findings.Count > 0) throw new CannotRun(villages.Findings[0].Why);
        var rules = await open.RulesNowAsync(ct);
        return SampleTown.Of(rules, await SampleStaff.AppointAsync(open, rules.Villages.Values, SampleCalendar.SetUp, ct));
    }

    /// <summary>Hands the cases on in batches; in the end the numbers that they took, one stream a year.</summary>
    private static async Task<IEnumerable<SampledStream>> MakeAsync(SampleCases cases, ChannelWriter<List<SampledCase>> made, CancellationToken ct)
    {
        try
        {
            var taken = new List<(int Year, NumberTaken Taken)>();
            var batch = new List<SampledCase>();
            foreach (var one in cases.All())
            {
                batch.Add(one);
                if (one.Number is { } number) taken.Add(number);
                if (batch.Sum(c => c.Streams.Count) < StreamsPerSession) continue;
                await made.WriteAsync(batch, ct);
                batch = [];
            }
            if (batch.Count > 0) await made.WriteAsync(batch, ct);
            return taken.GroupBy(n => n.Year).Select(year => new SampledStream(StreamKey.Numbers(year.Key), [.. year.Select(n => n.Taken)]));
        }
        finally
        {
            made.Complete();
        }
    }

    private static async Task AppendAsync(IDocumentStore store, IEnumerable<SampledStream> streams, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.LastModifiedBy = "system";
        session.SetHeader("via", "sample");
        foreach (var stream in streams) session.Events.StartStream(stream.Key, stream.Events);
        await session.SaveChangesAsync(ct);
    }

    private static async Task<bool> IsEmptyAsync(IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return !await session.Events.QueryAllRawEvents().AnyAsync(e => e.StreamKey != StreamKey.Town, ct);
    }
}
