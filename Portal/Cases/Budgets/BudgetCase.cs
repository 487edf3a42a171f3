using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Budgets;

/// <summary>One village's budget of one year: what is in force, and the form that replaces it.</summary>
public static class BudgetCase
{
    private static readonly string[] Heads = ["field.item", "field.income", "field.expense"];

    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (AdoptBudgets.SubjectOf(subject) is not var (village, year) || year is < 2000 or > 2100 || !r.Rules.Villages.ContainsKey(village) || !Sight.OfMoney(r.Officer, village)) return null;
        var told = await r.ReadAsync(StreamKey.Budget(village, year), BudgetDecider.Law);
        var (budget, rows) = (told.State, Rows(r, told.State));
        return new($"budgets/{subject}", r.Village(village), subject.Split('/')[1], budget.Lines is null ? "office.budget.none" : "office.budget.in-force", budget.Lines is null ? "waiting" : "good")
        {
            Facts = budget.Basis is { } basis ? [new Fact("field.basis", basis)] : [],
            Sheets = rows.Count == 0 ? [] : [new Sheet("office.budget.lines", Heads, [.. rows.Select(row => (IReadOnlyList<Shown>)[row.Name, Side(row.Income), Side(row.Expense)])])],
            History = told.History,
            Acts = Adopt(r, village, year, told) is { } adopt ? [adopt with { Filled = Filled(budget, rows) }] : [],
        };
    }

    private static OfferedAct? Adopt(CaseReader r, VillageCode village, int year, Told<Budget> told)
    {
        IReadOnlyList<HeadBudget> sound = [.. r.Rules.Accounts.Rows.Where(a => !a.Code.IsMoney).Take(1).Select(a => new HeadBudget(a.Code, true, new(1)))];
        return Asked.Of(r.Rules, BudgetDecider.Law, told.State, "adopt-budget", told.Version, new AdoptBudget(village, year, sound, Asked.Sound, r.Officer, r.Now)) is { } adopt
            ? adopt with { Choices = new Dictionary<string, IReadOnlyList<Option>> { ["lines.item"] = [.. r.Rules.Accounts.Rows.Where(a => !a.Code.IsMoney).Select(a => new Option(a.Name.In(r.Here.Language), a.Code.Value))] } } : null;
    }

    private static List<(string Name, Yuan? Income, Yuan? Expense)> Rows(CaseReader r, Budget budget) =>
        [.. (budget.Lines ?? []).GroupBy(l => l.Account).Select(g => (r.Rules.Accounts.Of(g.Key)?.Name.In(r.Here.Language) ?? g.Key.Value, budget.Of(g.Key, true), budget.Of(g.Key, false)))];

    private static Dictionary<string, string> Filled(Budget budget, List<(string Name, Yuan? Income, Yuan? Expense)> rows)
    {
        var filled = new Dictionary<string, string> { ["basis"] = budget.Basis?.Zh ?? "", ["basis_en"] = budget.Basis?.En ?? "" };
        foreach (var (i, row) in rows.Index())
        {
            var before = string.Create(CultureInfo.InvariantCulture, $"lines_{i + 1}_");
            (filled[$"{before}item"], filled[$"{before}income"], filled[$"{before}expense"]) = (row.Name, $"{row.Income}", $"{row.Expense}");
        }
        return filled;
    }

    private static Shown Side(Yuan? amount) => amount is { } yuan ? yuan : new Shown(null);
}
