using Transparency.Contracts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Imports;

/// <summary>What became of a file.</summary>
/// <param name="Findings">in the order of the file; with one of these nothing is stored</param>
/// <param name="Stored">new rows; in a dry run those that would be</param>
public sealed record ImportResult(IReadOnlyList<Finding> Findings, int Stored, int AlreadyThere);

/// <summary>A whole file in one transaction, through the same deciders as the office's forms: all of it or nothing.</summary>
public static class ImportFile
{
    private static readonly Refusal Dry = new("import.dry-run");

    /// <summary>Refuses (<see cref="Problems.CannotRun"/>) a file that cannot be read at all.</summary>
    /// <param name="at">the moment of the request, UTC</param>
    /// <param name="dryRun">checks everything and stores nothing</param>
    public static async Task<ImportResult> RunAsync(
        Ledger ledger, ImportKind kind, string path, Officer by, DateTimeOffset at, bool dryRun, CancellationToken ct)
    {
        var sheet = ReadSheet.From(path, kind.Columns);
        if (!kind.MayImport(by)) return new([InFile(sheet, new("import.may-not", by.Id.Value))], 0, 0);
        if (sheet.Findings.Count > 0) return new(sheet.Findings, 0, 0);

        var result = new ImportResult([], 0, 0);
        var outcome = await ledger.WriteAsync(new(by.Id.Value, "import"), async entry =>
        {
            // Another attempt reads every row anew: what was found in the one before is not carried on.
            var run = new ImportRun(entry, by, at, sheet.File, sheet.Rows);
            var stored = await kind.EnterAsync(run);
            result = new([.. run.Findings], stored, sheet.Rows.Count - stored);
            return result.Findings.Count > 0 ? result.Findings[0].Why : dryRun ? Dry : null;
        }, ct);
        return outcome is Outcome.Refused no && result.Findings.Count == 0 && no.Why != Dry
            ? new([InFile(sheet, no.Why)], 0, 0)
            : result;
    }

    private static Finding InFile(Sheet sheet, Refusal why) => new(sheet.File, 0, null, why);
}
