using Transparency.Contracts;
using Transparency.Contracts.Town;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Town;

/// <summary>Villages, by their code.</summary>
public static class VillageRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("code"), Must("zh"), May("en"), May("named_in_report"),
        Must("households"), Must("people"), Must("land_mu"), Must("saltpan_mu"),
    ];

    /// <summary>The column <c>named_in_report</c> is a note for people and not read.</summary>
    public static Village Read(RowReader row) =>
        new(row.Village("code"), new(row.Must("zh"), row.May("en")),
            row.Whole("households"), row.Whole("people"), row.Whole("land_mu"), row.Whole("saltpan_mu"));

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var fresh = new List<object>();
        foreach (var row in run.Rows)
        {
            var village = Read(row);
            if (!run.IsSound(row, "code", village.Code.Value)) continue;
            if (run.Entry.Rules.Villages.TryGetValue(village.Code, out var known))
                ImportRun.Compare(row, "code", village.Code.Value, village, known);
            else fresh.Add(new VillageRegistered(village, run.By.Sign(run.At)));
        }
        run.Entry.Append(StreamKey.Town, await run.Entry.VersionAsync(StreamKey.Town), [.. fresh]);
        return fresh.Count;
    }
}
