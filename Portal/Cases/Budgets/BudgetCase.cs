using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Budgets;

/// <summary>One village's budget of one year: what is in force, and the form that replaces it.</summary>
public static class BudgetCase
{
    private static readonly string[] Heads = ["field.item", "field.income", "field.expense"];

    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (BudgetActs.SubjectOf(subject) is not { Year: >= 2000 and <= 2100 } of) return null;
        if (!r.Rules.Villages.ContainsKey(of.Village) || !Sight.OfMoney(r.Officer, of.Village)) return null;
        var told = await r.ReadAsync(StreamKey.Budget(of.Village, of.Year), BudgetDecider.Law);
        var (state, colour) = told.State.Lines is null ? ("office.budget.none", "waiting") : ("office.budget.in-force", "good");
        return new($"budgets/{subject}", r.Village(of.Village), subject.Split('/')[1], state, colour)
        {
            Facts = told.State.Basis is { } basis ? [new Fact("field.basis", basis)] : [],
            Sheets = [.. Sheets(r, told.State)],
            History = told.History,
            Acts = [.. BudgetActs.Offered(r, of, told).OfType<OfferedAct>()],
        };
    }

    private static IEnumerable<Sheet> Sheets(CaseReader r, Budget budget)
    {
        IReadOnlyList<IReadOnlyList<Shown>> rows =
            [.. BudgetActs.RowsOf(r, budget).Select(row => (IReadOnlyList<Shown>)[row.Name, Side(row.Income), Side(row.Expense)])];
        if (rows.Count > 0) yield return new Sheet("office.budget.lines", Heads, rows);
    }

    private static Shown Side(Yuan? amount) => amount is { } yuan ? yuan : new Shown(null);
}
