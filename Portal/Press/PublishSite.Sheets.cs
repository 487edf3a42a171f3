using Transparency.Publishing.Notices;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Press;

/// <summary>Sheets follow their pages: typeset a batch at a time, and put by the next run.</summary>
public sealed partial class PublishSite
{
    private const int SheetsPerBatch = 200;

    /// <summary>A sheet bears the data that were published with its edition.</summary>
    private Sheet AsShelved(Sheet sheet) => sheet with { NoticeJson = () => notices.Read(sheet.Key) ?? sheet.NoticeJson() };

    /// <summary>Sheets that were missing before and that this run's changes do not bring anew, move or take away.</summary>
    private IEnumerable<Sheet> Waiting(PublicationPlan plan)
    {
        var anew = plan.Sheets.Select(sheet => sheet.Key).ToHashSet(StringComparer.Ordinal);
        return missing.Where(sheet => !anew.Contains(sheet.Key) && !plan.Leaving.Contains(sheet.Path));
    }

    /// <summary>What lies on the shelf and does not stand in the tree as it should.</summary>
    private IEnumerable<Output> Ready(IEnumerable<(Sheet Sheet, string? Hash)> sheets) =>
        from x in sheets
        where x.Hash is not null && tree.Files.GetValueOrDefault(x.Sheet.Path)?.Sha256 != x.Hash
        select new Output(x.Sheet.Path, Stage.Leaf, x.Sheet.Inputs, () => shelf.Read(x.Hash));

    /// <summary>Typesets the next batch, outside the gate: a dead or slow typesetter delays sheets, never a page.</summary>
    /// <param name="tried">keys of sheets that had their turn in this run; one that fails holds up no other</param>
    /// <returns>true when at least one more sheet lies on the shelf, or one more is known to fail</returns>
    private async Task<bool> TypesetAsync(HashSet<string> tried, CancellationToken ct)
    {
        if (missing.Count == 0 || !await typesetting.WaitAsync(0, ct)) return false;
        try
        {
            var (made, told) = (0, 0);
            var isDead = false;
            while (made == 0 && !isDead
                && missing.Where(sheet => tried.Add(sheet.Key)).Take(SheetsPerBatch).ToList() is { Count: > 0 } batch)
            {
                var options = new ParallelOptions { MaxDegreeOfParallelism = shelf.Workers, CancellationToken = ct };
                await Parallel.ForEachAsync(batch, options, async (sheet, cancelled) =>
                {
                    if (Volatile.Read(ref isDead)) return;
                    var why = await shelf.TypesetAsync(AsShelved(sheet), cancelled);
                    if (why is null) Interlocked.Increment(ref made);
                    if (failing.Tell(sheet, why)) Interlocked.Increment(ref told);
                    // The others would only wait in vain, until the next minute.
                    if (why?.Code is "typesetter.dead" or "typesetter.missing") Volatile.Write(ref isDead, true);
                });
            }
            return made + told > 0;
        }
        finally
        {
            typesetting.Release();
        }
    }
}
