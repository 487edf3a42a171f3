using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>Declarations, by the town's own key; each enters as a draft of the importing officer.</summary>
public static class DeclarationRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("key"), Must("matter"), May("village"), Must("title"), May("title_en"), Must("what"), May("what_en"),
        Must("for_whom"), May("for_whom_en"), Must("ask"), May("ask_en"), Must("sources"), May("budget"), May("body"), May("body_en"),
        May("deliberation"), May("subjects"), May("plans"),
    ];

    public static (DeclarationId Id, DeclarationContent Content) Read(RowReader row)
    {
        var content = new DeclarationContent(
            row.Words("title"), row.Must("matter"), row.Has("village") ? row.Village("village") : null,
            row.Words("what"), row.Words("for_whom"), row.Words("ask"),
            Table(row, "sources", row.Must("sources"), Tables.Sources, "cell.sources"),
            Table(row, "budget", row.May("budget") ?? "", Tables.Budget, "cell.budget"),
            row.WordsOrEmpty("body"), row.OrNone("deliberation", "cell.deliberation", DeliberationId.Parse),
            row.Several("subjects", AgreementId.Parse, "cell.agreement", ""),
            Plans: row.Several("plans", TenderId.Parse, "cell.tender-number", "") is { Count: > 0 } plans ? plans : null);
        return (NewId.FromKey(row.Must("key")), content);
    }

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        foreach (var row in run.Rows)
        {
            var (id, content) = Read(row);
            if (!run.IsSound(row, "key", id.Value)) continue;
            var file = await run.Entry.LoadAsync(StreamKey.Of(id), DeclarationDecider.Law);
            if (file.State is Declaration.Known known)
            {
                var first = await run.FirstAsync<DeclarationDrafted>(file.Key);
                ImportRun.Compare(row, "key", row.Must("key"), content, known.Case.Content, first.Content);
                continue;
            }
            if (run.Entry.Decide(file, new DeclarationCommand.Draft(id, content, run.By, run.At)) is { } no) row.Refuse(null, no);
            stored++;
        }
        return stored;
    }

    private static IReadOnlyList<T> Table<T>(RowReader row, string column, string cell, Func<string, IReadOnlyList<T>?> read, string code)
    {
        if (read(cell) is { } rows) return rows;
        row.Refuse(column, Refusal.Mend(null, code));
        return [];
    }
}
