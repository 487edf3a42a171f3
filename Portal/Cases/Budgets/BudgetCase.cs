using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Budgets;

/// <summary>One village's budget of one year: what is in force, and the form that replaces it.</summary>
public static class BudgetCase
{
    private static readonly string[] Heads = ["field.item", "field.income", "field.expense"];

    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (BudgetActs.SubjectOf(subject) is not { Year: >= 2000 and <= 2100 } of) return null;
        if (!r.Rules.Villages.ContainsKey(of.Village)) return null;
        var told = await r.ReadAsync(StreamKey.Budget(of.Village, of.Year), BudgetDecider.Law);
        var (state, colour) = told.State.Lines is null ? ("office.budget.none", "waiting") : ("office.budget.in-force", "good");
        return new(await ReadersAsync(r, of, told), $"budgets/{subject}", r.Village(of.Village), subject.Split('/')[1], state, colour)
        {
            Facts = told.State.Basis is { } basis ? [new Fact("field.basis", basis)] : [],
            Sheets = [.. Sheets(r, told.State)],
            History = told.History,
            Acts = [.. BudgetActs.Offered(r, of, told).OfType<OfferedAct>()],
        };
    }

    /// <summary>Public with the first statement of the year that was signed after it.</summary>
    private static async Task<Readers> ReadersAsync(CaseReader r, (VillageCode Village, int Year) of, Told<Budget> told)
    {
        var keys = Enumerable.Range(1, 12).Select(month => StreamKey.Statement(new(of.Village, new(of.Year, month))));
        var statements = await r.Session.LoadManyAsync<StatementOnRegister>(r.Cancelled, [.. keys]);
        var isPublic = told.History.Count > 0 && statements.SelectMany(s => s.Editions).Any(e => e.At >= told.History[^1].By.At);
        return new(Readers.OfMoney, of.Village, isPublic ? Others.OfMoney : Others.Nobody);
    }

    private static IEnumerable<Sheet> Sheets(CaseReader r, Budget budget)
    {
        IReadOnlyList<IReadOnlyList<Shown>> rows =
            [.. BudgetActs.RowsOf(r, budget).Select(row => (IReadOnlyList<Shown>)[row.Name, Side(row.Income), Side(row.Expense)])];
        if (rows.Count > 0) yield return new Sheet("office.budget.lines", Heads, rows);
    }

    private static Shown Side(Yuan? amount) => amount is { } yuan ? yuan : new Shown(null);
}
