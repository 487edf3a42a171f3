using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Budgets;

/// <summary>One village's budget of one year; null lines while none was passed.</summary>
public sealed record Budget(IReadOnlyList<HeadBudget>? Lines, Text? Basis)
{
    public static readonly Budget None = new(null, null);

    /// <summary>Null for an account without a line: what is spent there is outside the budget.</summary>
    public Yuan? Of(AccountCode account, bool isIncome) =>
        Lines?.FirstOrDefault(l => l.Account == account && l.IsIncome == isIncome)?.Amount;

    /// <summary>Equal by what it says, so that a second import of the same rows changes nothing.</summary>
    public bool Says(IReadOnlyList<HeadBudget> lines, Text basis) => Lines is not null && Basis == basis && Lines.SequenceEqual(lines);
}

/// <param name="Lines">in the order of accounts</param>
public sealed record AdoptBudget(VillageCode Village, int Year, IReadOnlyList<HeadBudget> Lines, Text Basis, Officer By, DateTimeOffset At);

public static class BudgetDecider
{
    public static readonly Decider<Budget, AdoptBudget, BudgetEvent> Law = new(
        Budget.None, Decide, (_, e) => e is BudgetAdopted x ? new(x.Lines, x.Basis) : Budget.None);

    private static Decision<BudgetEvent> Decide(RuleBook rules, Budget state, AdoptBudget c) =>
        !c.By.Holds(Role.Village, c.Village) ? Refusal.NotYours("officer.may-not", new Word("role.Village"))
        : !rules.Villages.ContainsKey(c.Village) ? Refusal.NotNow("village.unknown", c.Village.Value)
        : c.Lines.Count == 0 ? Refusal.Mend("lines", "budget.empty")
        : c.Basis.IsEmpty || !c.Basis.IsClean ? Refusal.Mend("basis", "budget.basis")
        : c.Lines.FirstOrDefault(l => rules.Accounts.Of(l.Account) is null || l.Account.IsMoney) is { } unknown
            ? Refusal.Mend("lines", "budget.account", unknown.Account.Value)
        : c.Lines.FirstOrDefault(l => l.Amount < Yuan.Zero) is { } below ? Refusal.Mend("lines", "budget.amount", below.Account.Value)
        : c.Lines.GroupBy(l => (l.Account, l.IsIncome)).FirstOrDefault(g => g.Count() > 1) is { Key.Account: var twice }
            ? Refusal.Mend("lines", "budget.twice", twice.Value)
        : state.Says(c.Lines, c.Basis) ? Refusal.Mend("lines", "budget.nothing-changed")
        : new BudgetAdopted(c.Village, c.Year, c.Lines, c.Basis, c.By.Sign(c.At));
}
