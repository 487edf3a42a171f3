using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Marten;
using Transparency.Bench.Sampling;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;

namespace Transparency.Bench.Flood;

/// <summary>
/// An officer approves one declaration after another by the office's own form over HTTP, first in peace, then while thousands of random posts
/// are thrown at the public form from many addresses.
/// </summary>
public static class BenchObjections
{
    private const int Posts = 10_000;
    private const int Senders = 8;
    private const int Addresses = 250;
    private const int WarmUps = 5;
    private const int InPeace = 40;
    private const int Waiting = 400;
    private const int Open = 10;

    public static async Task<object> RunAsync(PortalSettings settings, int records, int seed)
    {
        await using var town = await BenchTown.NewAsync(settings, records, seed);
        var waiting = new ConcurrentQueue<DeclarationId>(await WaitingDeclarations.AddAsync(town.Open, Waiting, CancellationToken.None));
        var open = await WaitingDeclarations.AddOpenAsync(town.Open, Open, CancellationToken.None);
        var staff = await SampleStaff.ReadAsync(town.Open, CancellationToken.None);
        await PlaceholderSheets.FillAsync(town.Open, CancellationToken.None);
        await using var portal = await RunningPortal.StartAsync(town.Open, CancellationToken.None);
        var (numbers, closed) = (await NumbersAsync(town.Open, open), (await NumbersAsync(town.Open, [.. waiting.Take(1)]))[0]);
        using var officer = await SignedInAsync(town.Open, portal, staff.Approver);

        for (var i = 0; i < WarmUps; i++) await ApproveAsync(town.Open, officer, waiting);
        var peace = new List<double>();
        for (var i = 0; i < InPeace; i++) peace.Add(await ApproveAsync(town.Open, officer, waiting));

        var watch = Stopwatch.StartNew();
        var flood = FloodAsync(portal.Client.BaseAddress!, numbers, closed, seed);
        var storm = new List<double>();
        while (!flood.IsCompleted && !waiting.IsEmpty) storm.Add(await ApproveAsync(town.Open, officer, waiting));
        var answers = await flood;
        await using var session = town.Open.Store.QuerySession();
        return new
        {
            bench = "objections", records, posts = Posts, postsPerSecond = Math.Round(Posts / watch.Elapsed.TotalSeconds),
            answers = answers.OrderBy(a => a.Key).ToDictionary(a => a.Key.ToString(CultureInfo.InvariantCulture), a => a.Value),
            stored = await session.Query<ObjectionLetter>().CountAsync(),
            approvals = storm.Count, peaceP95ms = Percentile(peace, 95), p50ms = Percentile(storm, 50), p95ms = Percentile(storm, 95),
        };
    }

    private static async Task<ConcurrentDictionary<int, int>> FloodAsync(Uri portal, IReadOnlyList<string> open, string closed, int seed)
    {
        var (answers, next) = (new ConcurrentDictionary<int, int>(), -1);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var letters = new RandomLetters(new((ulong)seed, (ulong)(1_000 + sender)), open, closed);
            while (Interlocked.Increment(ref next) is var i && i < Posts)
            {
                using var caller = new Caller(portal, $"127.9.{sender}.{1 + (i % (Addresses / Senders))}");
                var token = await caller.TokenAsync($"/act/objection?declaration={open[i % open.Count]}");
                for (var more = 0; more < 10 && (more == 0 || Interlocked.Increment(ref next) < Posts); more++)
                {
                    using var answer = await caller.PostAsync("/act/objection", letters.Next(token));
                    answers.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
                }
            }
        })));
        return answers;
    }

    private static async Task<double> ApproveAsync(OpenStore open, Caller officer, ConcurrentQueue<DeclarationId> waiting)
    {
        if (!waiting.TryDequeue(out var id)) throw new InvalidOperationException("no declaration waits any more");
        await using var session = open.Store.QuerySession();
        var row = (await session.LoadAsync<DeclarationOnRegister>(StreamKey.Of(id)))!;
        var version = (await session.Events.FetchStreamStateAsync(StreamKey.Of(id)))!.Version;
        var token = await officer.TokenAsync($"/office/declarations/{id}");
        var fields = new Dictionary<string, string>
        {
            ["token"] = token,
            ["version"] = version.ToString(CultureInfo.InvariantCulture),
            ["hash"] = row.Current.Hash.Value,
        };
        var begun = Stopwatch.GetTimestamp();
        using var answer = await officer.PostAsync($"/office/declarations/{id}/acts/approve", new FormUrlEncodedContent(fields));
        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.Headers.Location?.OriginalString.Contains("done=approve", StringComparison.Ordinal) == true ? taken
            : throw new CannotRun(Refusal.Mend(null, "bench.act-refused", id.Value, (int)answer.StatusCode));
    }

    private static async Task<Caller> SignedInAsync(OpenStore open, RunningPortal portal, Officer officer)
    {
        var caller = new Caller(portal.Client.BaseAddress!);
        var door = $"/office/sign-in/{await SignIn.IssueLinkAsync(open.Store, officer.Id, SignIn.Now)}";
        using var _ = await caller.PostAsync(door, new FormUrlEncodedContent([new("token", await caller.TokenAsync(door))]));
        return caller;
    }

    private static async Task<List<string>> NumbersAsync(OpenStore open, IEnumerable<DeclarationId> ids)
    {
        await using var session = open.Store.QuerySession();
        var rows = await session.LoadManyAsync<DeclarationOnRegister>([.. ids.Select(StreamKey.Of)]);
        return [.. rows.Select(d => $"{d.Number.Year:0000}-{d.Number.Ordinal:0000}")];
    }

    private static double Percentile(List<double> times, int percent) =>
        times.Count == 0 ? 0 : Math.Round(times.Order().ElementAt((int)Math.Ceiling(times.Count * percent / 100.0) - 1));
}
