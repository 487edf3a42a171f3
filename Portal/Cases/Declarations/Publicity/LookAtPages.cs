using System.Security.Cryptography;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Publicity;
using Transparency.Portal.Store;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Declarations.Publicity;

/// <summary>
/// Fetches the page of every open window by its public address, as anybody would, once in three hours, and records what it found.
/// Level-triggered: it may run at any time, twice, or late; a missed look stays missed.
/// </summary>
public sealed class LookAtPages(Ledger ledger, SiteSettings site, TimeProvider clock, HttpClient web)
{
    private const int AtOnce = 4;

    /// <summary>The tree follows a new edition within seconds; until then the last one still stands, and nobody is to blame.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    /// <returns>what was not recorded and why, with the stream's key; empty as a rule</returns>
    public async Task<IReadOnlyDictionary<string, Refusal>> RunAsync(CancellationToken ct)
    {
        var failed = new System.Collections.Concurrent.ConcurrentDictionary<string, Refusal>();
        var some = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(await DueAsync(ct), some, async (row, cancelled) =>
        {
            if (await LookAsync(row, cancelled) is not { } found) return;
            var outcome = await RecordChecks.RunAsync(ledger, new(StreamKey.IdOf(row.Id)), "job", [found], cancelled);
            // Closed meanwhile: the window needs no look any more.
            if (outcome is Outcome.Refused { Why: { Nature: not Nature.NotNow } no }) failed[row.Id] = no;
        });
        return failed;
    }

    private async Task<List<DeclarationOnRegister>> DueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var session = ledger.Store.QuerySession();
        var open = await session.Query<DeclarationOnRegister>().Where(d => d.Status == PublicStatus.InPublicity).ToListAsync(ct);
        var running = open.Where(d => now < d.Window.Ends && d.Current.At + Settling <= now).ToList();
        var keys = running.Select(d => PublicityOnRegister.KeyOf(d.Id, d.Current.Round));
        var checks = await session.LoadManyAsync<PublicityOnRegister>(ct, [.. keys]);
        var done = checks.Where(c => PublicitySlots.Of(c.LastAct) == PublicitySlots.Of(now))
            .Select(c => c.Declaration).ToHashSet(StringComparer.Ordinal);
        return [.. running.Where(d => !done.Contains(d.Id)).OrderBy(d => d.Id, StringComparer.Ordinal)];
    }

    /// <returns>null when another edition came out while we looked: the next run looks again</returns>
    private async Task<Found?> LookAsync(DeclarationOnRegister row, CancellationToken ct)
    {
        var at = clock.GetUtcNow();
        var (result, served, status) = await FetchAsync(row, ct);
        await using var session = ledger.Store.QuerySession();
        var after = await session.LoadAsync<DeclarationOnRegister>(row.Id, ct);
        return after?.Current.Ordinal == row.Current.Ordinal ? new(at, result, served, status) : null;
    }

    private async Task<(CheckResult, ContentHash?, int?)> FetchAsync(DeclarationOnRegister row, CancellationToken ct)
    {
        var folder = $"{site.PublicAddress}/{SiteMap.DeclarationFolder(row.Number)}";
        try
        {
            using var page = await web.GetAsync(folder, ct);
            using var notice = await web.GetAsync($"{folder}notice.json", ct);
            if (!page.IsSuccessStatusCode) return (CheckResult.Unreachable, null, (int)page.StatusCode);
            if (!notice.IsSuccessStatusCode) return (CheckResult.Unreachable, null, (int)notice.StatusCode);
            var (words, data) = (await page.Content.ReadAsStringAsync(ct), await notice.Content.ReadAsByteArrayAsync(ct));
            var stands = data.AsSpan().SequenceEqual(NoticeJson.Of(row, row.Current))
                && words.Contains(NoticeJson.CheckCodeOf(row, row.Current), StringComparison.Ordinal);
            var served = new ContentHash(Convert.ToHexStringLower(SHA256.HashData(data)));
            return (stands ? CheckResult.Stood : CheckResult.Differed, served, (int)page.StatusCode);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (CheckResult.Unreachable, null, null);
        }
    }
}
