using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Store;

namespace Transparency.Portal.Importing;

/// <summary>What became of a file.</summary>
/// <param name="Findings">in the order of the file; with one of these nothing is stored</param>
/// <param name="Stored">new rows; in a dry run those that would be</param>
/// <param name="Tallies">of kinds that are kept by village and month; else empty</param>
public sealed record ImportResult(IReadOnlyList<Finding> Findings, int Stored, int AlreadyThere, IReadOnlyList<ImportTally> Tallies);

/// <summary>What a file brings for one village and month.</summary>
/// <param name="Fresh">
/// vouchers, or lines of the bank, that are not there yet; <paramref name="In"/> and <paramref name="Out"/> are their sums in yuan
/// </param>
/// <param name="Twins">fresh ones that look like another and were said to be none</param>
public sealed record ImportTally(VillageMonth Of, int Fresh, Yuan In, Yuan Out, int AlreadyThere, int Twins);

/// <summary>A whole file in one transaction, through the same deciders as the office's forms: all of it or nothing.</summary>
public static class ImportFile
{
    private static readonly Refusal Dry = Refusal.NotNow("import.dry-run");

    /// <summary>Refuses (<see cref="Problems.CannotRun"/>) a file that cannot be read at all.</summary>
    /// <param name="at">the moment of the request, UTC</param>
    /// <param name="dryRun">checks everything and stores nothing</param>
    public static async Task<ImportResult> RunAsync(
        Ledger ledger, ImportKind kind, string path, Officer by, DateTimeOffset at, bool dryRun, CancellationToken ct)
    {
        var sheet = ReadSheet.From(path, kind.Columns);
        if (!kind.MayImport(by)) return new([InFile(sheet, Refusal.NotYours("import.may-not", by.Id.Value))], 0, 0, []);
        if (sheet.Findings.Count > 0) return new(sheet.Findings, 0, 0, []);

        var result = new ImportResult([], 0, 0, []);
        var outcome = await ledger.WriteAsync(new(by.Id.Value, "import"), async entry =>
        {
            // Another attempt reads every row anew: what was found in the one before is not carried on.
            var who = await by.WithInterestsAsync(entry.Documents, entry.Identity, entry.Cancelled);
            var run = new ImportRun(entry, who, at, sheet.File, sheet.Rows);
            var stored = await kind.EnterAsync(run);
            result = new([.. run.Findings], stored, sheet.Rows.Count - stored, run.Tallies);
            return result.Findings.Count > 0 ? result.Findings[0].Why : dryRun ? Dry : null;
        }, ct);
        return outcome is Outcome.Refused no && result.Findings.Count == 0 && no.Why != Dry
            ? new([InFile(sheet, no.Why)], 0, 0, [])
            : result;
    }

    private static Finding InFile(Sheet sheet, Refusal why) => new(sheet.File, 0, null, why);
}
