using System.Collections.Concurrent;
using Marten;
using Npgsql;
using Transparency.Bench.Flood;
using Transparency.Contracts;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Store.Documents;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>
/// Random posts to the public form, more than anybody sends in a day: what is stored is sound, is what was answered with a receipt, and reaches no page.
/// How the office fares meanwhile is measured by <c>bench objections</c>.
/// </summary>
public sealed class FloodTests : IAsyncLifetime
{
    private static readonly int Posts = Amount.Of(1_500, inLong: 10_000);
    private const int Senders = 4;

    private readonly OfficeHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Random_posts_by_the_thousand_store_nothing_invalid_and_publish_nothing()
    {
        var ids = new List<string>();
        for (var i = 0; i < 4; i++) ids.Add(await host.OpenedAsync());
        var closed = ids[^1];
        await host.CloseAsync(closed);
        var open = ids.Take(3).ToList();
        var numbers = new List<string>();
        foreach (var id in ids) numbers.Add(await NumberAsync(id));
        var (before, versions) = (await EventsAsync(), await Task.WhenAll(ids.Select(host.VersionAsync)));

        var answers = await FloodAsync([.. numbers.Take(3)], numbers[^1]);
        Assert.Equal(Posts, answers.Values.Sum());
        Assert.DoesNotContain(answers.Keys, status => status >= 500);
        Assert.All([201, 400, 404, 409, 413, 415, 422, 429], status => Assert.True(answers.ContainsKey(status), $"no answer was {status}"));

        await using var session = host.Store.QuerySession();
        var letters = await session.Query<ObjectionLetter>().ToListAsync();
        Assert.Equal(answers[201], letters.Select(l => l.ReceiptHash).Distinct().Count());
        Assert.All(letters, letter =>
        {
            Assert.Contains(letter.Declaration, open.Select(id => $"declaration/{id}"));
            Assert.False(string.IsNullOrWhiteSpace(letter.Words));
            Assert.True(letter.Words.Length <= RaiseObjection.Longest && (letter.Name?.Length ?? 0) <= 100 && (letter.Contact?.Length ?? 0) <= 200);
            Assert.True(new Text(letter.Words).IsClean && new Text(letter.Name ?? "").IsClean && new Text(letter.Contact ?? "").IsClean);
        });
        Assert.Equal(before + letters.Count, await EventsAsync());
        Assert.Equal(versions, await Task.WhenAll(ids.Select(host.VersionAsync)));
        await ReachesNoPageAsync();

        await host.DoAsync(Reviewer, open[0], "settle-objection", new { summary = "问", answer = "答" });
    }

    private async Task<ConcurrentDictionary<int, int>> FloodAsync(IReadOnlyList<string> open, string closed)
    {
        var (answers, next) = (new ConcurrentDictionary<int, int>(), -1);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var letters = new RandomLetters(new(7, (ulong)sender), open, closed);
            for (var address = 1; Volatile.Read(ref next) < Posts - 1; address++)
            {
                using var caller = new Caller(new(host.Address), $"127.8.{sender}.{1 + (address % 250)}");
                var token = await caller.TokenAsync($"/act/objection?declaration={open[address % open.Count]}");
                for (var more = 0; more < 40 && Interlocked.Increment(ref next) < Posts; more++)
                {
                    using var answer = await caller.PostAsync("/act/objection", letters.Next(token));
                    answers.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
                }
            }
        })));
        return answers;
    }

    /// <summary>Words of letters stand in private documents alone.</summary>
    private async Task ReachesNoPageAsync()
    {
        await host.PublishAsync();
        Assert.DoesNotContain(Directory.EnumerateFiles(host.SiteFolder, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(RandomLetters.Mark, StringComparison.Ordinal));
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var search = new NpgsqlCommand("""
            select count(*) from (select data::text t from ledger.mt_events union all select data::text from portal.mt_doc_objectiononregister
            union all select data::text from portal.mt_doc_declarationonregister) x where t like $1
            """, connection) { Parameters = { new() { Value = $"%{RandomLetters.Mark}%" } } };
        Assert.Equal(0L, await search.ExecuteScalarAsync());
    }

    private async Task<long> EventsAsync()
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var count = new NpgsqlCommand("select count(*) from ledger.mt_events", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private async Task<string> NumberAsync(string id)
    {
        var number = (await host.RowAsync(id)).Number;
        return $"{number.Year:0000}-{number.Ordinal:0000}";
    }
}
