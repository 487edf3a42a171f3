using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Budgets;

/// <summary>
/// Budgets as the villagers passed them, a row for each account; the rows of one village and year are one budget, whole.
/// A file with other figures replaces it.
/// </summary>
public static class BudgetRows
{
    public static readonly IReadOnlyList<Column> Columns =
        [Must("village"), Must("year"), Must("item"), Must("income"), Must("expense"), Must("basis"), May("basis_en")];

    private sealed record Told(RowReader Row, VillageCode Village, int Year, AccountCode Item, Text Basis);

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        var rows = run.Rows.Select(r => Read(r, run.Entry.Rules)).Where(r => r.Row.Findings.Count == 0);
        foreach (var budget in rows.GroupBy(r => (r.Village, r.Year)))
        {
            var ((village, year), first) = (budget.Key, budget.First());
            IReadOnlyList<HeadBudget> lines = [.. budget.SelectMany(LinesOf).OrderBy(l => l.Account).ThenBy(l => !l.IsIncome)];
            foreach (var other in budget.Where(r => r.Basis != first.Basis))
                other.Row.Refuse("basis", Refusal.Mend(null, "import.basis-differs", first.Row.Number));
            var file = await run.Entry.LoadAsync(StreamKey.Budget(village, year), BudgetDecider.Law);
            if (file.State.Says(lines, first.Basis)) continue;
            var adopt = new AdoptBudget(village, year, lines, first.Basis, run.By, run.At);
            if (run.Entry.Decide(file, adopt) is { } no) first.Row.Refuse(null, no);
            stored += budget.Count();
        }
        return stored;
    }

    private static Told Read(RowReader row, RuleBook rules)
    {
        var item = AccountWords.Find(rules.Accounts, Crooked.Fold(row.Must("item")));
        if (item is null && row.Has("item")) row.Refuse("item", Refusal.Mend(null, "cell.account", row.Must("item")));
        var year = row.Whole("year");
        if (row.Has("year") && year is < 2000 or > 2100) row.Refuse("year", Refusal.Mend(null, "cell.year", year));
        if (!row.Has("income") && !row.Has("expense")) row.Refuse("income", Refusal.Mend(null, "cell.missing"));
        return new(row, row.Village("village"), year, item ?? new(""), row.Words("basis"));
    }

    private static IEnumerable<HeadBudget> LinesOf(Told r)
    {
        if (r.Row.AmountOrNone("income") is { } income) yield return new(r.Item, true, income);
        if (r.Row.AmountOrNone("expense") is { } expense) yield return new(r.Item, false, expense);
    }
}
