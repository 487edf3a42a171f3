using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Budgets;

/// <summary>
/// What happened to one village's budget of one year (村级年度收支预算), on the stream <c>budget/{village}/{yyyy}</c>.
/// Public with the monthly statements that carry it.
/// </summary>
public abstract record BudgetEvent : ISigned
{
    public abstract Signature By { get; init; }
}

/// <summary>
/// As the villagers or their representatives passed it; a later one replaces it (《农村集体经济组织法》第46条).
/// </summary>
/// <param name="Basis">who passed it and when</param>
public sealed record BudgetAdopted(VillageCode Village, int Year, IReadOnlyList<HeadBudget> Lines, Text Basis, Signature By) : BudgetEvent;

/// <summary>What one account may bring or cost in the year.</summary>
/// <param name="Amount">yuan, zero or more</param>
public sealed record HeadBudget(AccountCode Account, bool IsIncome, Yuan Amount);
