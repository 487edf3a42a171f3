using Transparency.Contracts.Escrow.Budgets;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Budgets;

/// <summary>What each account may bring or cost in a year.</summary>
internal static class BudgetStore
{
    public static readonly StreamKind Budget = StreamKind.Of("budget", BudgetDecider.Law, new Dictionary<Type, string>
    {
        [typeof(BudgetAdopted)] = "budget-adopted",
    });
}
