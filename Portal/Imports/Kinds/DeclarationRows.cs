using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;
using static Transparency.Portal.Imports.Column;

namespace Transparency.Portal.Imports;

/// <summary>Declarations, by the town's own key; each enters as a draft of the importing officer.</summary>
public static class DeclarationRows
{
    public static readonly IReadOnlyList<Column> Columns =
    [
        Must("key"), Must("matter"), May("village"), Must("title"), May("title_en"), Must("what"), May("what_en"),
        Must("for_whom"), May("for_whom_en"), Must("ask"), May("ask_en"), Must("sources"), May("budget"), May("body"), May("body_en"),
        May("decision_body"), May("decision_date"), May("decision_due"), May("decision_present"), May("decision_for"), May("subjects"), May("plans"),
    ];

    private static readonly Dictionary<string, VillageBody> Bodies = new()
    {
        ["村委会会议"] = VillageBody.Committee, ["村民代表会议"] = VillageBody.Representatives, ["村民会议"] = VillageBody.VillagersMeeting,
        ["committee"] = VillageBody.Committee, ["representatives"] = VillageBody.Representatives, ["villagers-meeting"] = VillageBody.VillagersMeeting,
    };

    public static (DeclarationId Id, DeclarationContent Content) Read(RowReader row)
    {
        var content = new DeclarationContent(
            row.Words("title"), row.Must("matter"), row.Has("village") ? row.Village("village") : null, row.Words("what"), row.Words("for_whom"), row.Words("ask"),
            Table(row, "sources", row.Must("sources"), Tables.Sources), Table(row, "budget", row.May("budget") ?? "", Tables.Budget),
            row.WordsOrEmpty("body"), Decision(row), row.Several("subjects", AgreementId.Parse, "cell.agreement", ""),
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

    private static IReadOnlyList<T> Table<T>(RowReader row, string column, string cell, Func<string, IReadOnlyList<T>?> read)
    {
        if (read(cell) is { } rows) return rows;
        row.Refuse(column, new($"cell.{column}"));
        return [];
    }

    /// <summary>Five cells together or none: a decision half filled in is a fault, not none.</summary>
    private static VillageDecision? Decision(RowReader row) =>
        new[] { "decision_body", "decision_date", "decision_due", "decision_present", "decision_for" }.Any(row.Has)
            ? new(row.OneOf("decision_body", Bodies), row.Day("decision_date"), row.Whole("decision_due"), row.Whole("decision_present"), row.Whole("decision_for"))
            : null;
}
