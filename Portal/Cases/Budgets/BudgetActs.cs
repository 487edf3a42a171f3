using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Budgets;

/// <summary>The act on one village's budget of one year (<c>09/2026</c>), and when its page offers it.</summary>
internal static class BudgetActs
{
    private static readonly ActsOn<(VillageCode Village, int Year), Budget, AdoptBudget, BudgetEvent> OnBudget =
        new(SubjectOf, text => Refusal.Mend(null, "budget.subject", text), of => StreamKey.Budget(of.Village, of.Year), BudgetDecider.Law);

    /// <summary>登记年度预算, as the villagers passed it; <c>basis</c> says where and when. It replaces the one before.</summary>
    private static readonly Act AdoptBudget = OnBudget.Act("adopt-budget", (a, of) => new AdoptBudget(
        of.Village, of.Year, a.Fields.Rows("lines", text => Lines(text, a.Entry.Rules.Accounts), "voucher-lines"),
        a.Fields.Text("basis"), a.By, a.At), AccountWords.Sums("lines"), FormField.Said("basis"));

    public static readonly IReadOnlyList<Act> All = [AdoptBudget];

    public static IEnumerable<OfferedAct?> Offered(CaseReader r, (VillageCode Village, int Year) of, Told<Budget> told)
    {
        var accounts = r.Rules.Accounts.Rows.Where(a => !a.Code.IsMoney).ToList();
        IReadOnlyList<HeadBudget> lines = [.. accounts.Take(1).Select(a => new HeadBudget(a.Code, true, new(1)))];
        var sound = new AdoptBudget(of.Village, of.Year, lines, Asked.Sound, r.Officer, r.Now);
        if (Asked.Of(r.Rules, BudgetDecider.Law, told.State, AdoptBudget, told.Version, sound) is not { } adopt) yield break;
        IReadOnlyList<Option> items = [.. accounts.Select(a => new Option(a.Name.In(r.Here.Language), a.Code.Value))];
        yield return adopt.With("lines.item", items) with { Filled = Filled(r, told.State) };
    }

    /// <summary>Village and year of <c>09/2026</c>, from 1949 to 2199; null for anything else.</summary>
    public static (VillageCode Village, int Year)? SubjectOf(string subject) =>
        subject.Split('/') is [var village, { Length: 4 } year] && VillageCode.Parse(village) is { } code
            && Fields.Count(year) is >= 1949 and < 2200 and var of
            ? (code, of) : null;

    /// <summary>What is in force, an account a row, by the name that the reader knows.</summary>
    public static IReadOnlyList<(string Name, Yuan? Income, Yuan? Expense)> RowsOf(CaseReader r, Budget budget)
    {
        string NameOf(AccountCode code) => r.Rules.Accounts.Of(code)?.Name.In(r.Here.Language) ?? code.Value;
        var accounts = (budget.Lines ?? []).Select(l => l.Account).Distinct();
        return [.. accounts.Select(a => (NameOf(a), budget.Of(a, true), budget.Of(a, false)))];
    }

    private static IReadOnlyList<HeadBudget>? Lines(string text, ChartOfAccounts chart)
    {
        var lines = new List<HeadBudget>();
        foreach (var columns in Tables.Rows(text))
        {
            if (columns is not [var item, var income, var expense]) return null;
            if (AccountWords.Find(chart, Tables.Plain(item)) is not { } account) return null;
            if (income.Trim().Length + expense.Trim().Length == 0) return null;
            foreach (var (sum, isIncome) in new[] { (income.Trim(), true), (expense.Trim(), false) })
            {
                if (sum.Length == 0) continue;
                if (Yuan.Parse(sum) is not { } yuan) return null;
                lines.Add(new(account, isIncome, yuan));
            }
        }
        return [.. lines.OrderBy(l => l.Account).ThenBy(l => !l.IsIncome)];
    }

    private static Dictionary<string, string> Filled(CaseReader r, Budget budget)
    {
        var filled = new Dictionary<string, string> { ["basis"] = budget.Basis?.Zh ?? "", ["basis_en"] = budget.Basis?.En ?? "" };
        foreach (var (i, row) in RowsOf(r, budget).Index())
        {
            var before = string.Create(CultureInfo.InvariantCulture, $"lines_{i + 1}_");
            filled[$"{before}item"] = row.Name;
            (filled[$"{before}income"], filled[$"{before}expense"]) = ($"{row.Income}", $"{row.Expense}");
        }
        return filled;
    }
}
