using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Budgets;

/// <summary>登记年度预算, as the villagers passed it. Subject: <c>09/2026</c>. Fields: <c>lines</c> (account = income = expense), <c>basis, basis_en</c>.</summary>
public static class AdoptBudgets
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (text, basis) = (fields.Line("lines"), fields.Text("basis"));
        if (SubjectOf(r.Subject) is not var (code, of)) return Outcome.No(Refusal.Mend(null, "budget.subject", r.Subject));
        if (fields.Fault is { } no) return Outcome.No(no);
        return ledger.WriteAsync(r.Writer, async entry =>
        {
            if (Lines(text, entry.Rules.Accounts) is not { } lines) return Refusal.Mend("lines", "field.invalid", new Word("field.lines"), text, new Word("expected.voucher-lines"));
            var file = await entry.LoadAsync(StreamKey.Budget(code, of), BudgetDecider.Law);
            return r.Stale(file.Version) ?? entry.Decide(file, new AdoptBudget(code, of, lines, basis, r.By, r.At));
        }, ct);
    }

    /// <summary>Village and year of <c>09/2026</c>; null for anything else.</summary>
    public static (VillageCode Village, int Year)? SubjectOf(string subject) =>
        subject.Split('/') is [var village, { Length: 4 } year] && VillageCode.Parse(village) is { } code && Fields.Count(year) is { } of ? (code, of) : null;

    private static IReadOnlyList<HeadBudget>? Lines(string text, ChartOfAccounts chart)
    {
        var lines = new List<HeadBudget>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var item, var income, var expense] || BookWords.Account(chart, Tables.Plain(item)) is not { } account) return null;
            if (Yuan.Parse(income.Trim()) is { } @in) lines.Add(new(account, true, @in));
            if (Yuan.Parse(expense.Trim()) is { } @out) lines.Add(new(account, false, @out));
            if (income.Trim().Length + expense.Trim().Length == 0) return null;
        }
        return [.. lines.OrderBy(l => l.Account).ThenBy(l => !l.IsIncome)];
    }
}
