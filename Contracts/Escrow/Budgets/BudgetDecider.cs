namespace Transparency.Contracts.Escrow;

/// <summary>One village's budget of one year; null lines while none was passed.</summary>
public sealed record Budget(IReadOnlyList<HeadBudget>? Lines, Text? Basis)
{
    public static readonly Budget None = new(null, null);

    /// <summary>Null for an account without a line: what is spent there is outside the budget.</summary>
    public Yuan? Of(AccountCode account, bool isIncome) => Lines?.FirstOrDefault(l => l.Account == account && l.IsIncome == isIncome)?.Amount;

    /// <summary>Equal by what it says, so that a second import of the same rows changes nothing.</summary>
    public bool Says(IReadOnlyList<HeadBudget> lines, Text basis) => Lines is not null && Basis == basis && Lines.SequenceEqual(lines);
}

/// <param name="Lines">in the order of accounts</param>
public sealed record AdoptBudget(VillageCode Village, int Year, IReadOnlyList<HeadBudget> Lines, Text Basis, Officer By, DateTimeOffset At);

public static class BudgetDecider
{
    public static readonly Decider<Budget, AdoptBudget, BudgetEvent> Law = new(Budget.None, Decide, (_, e) => e is BudgetAdopted x ? new(x.Lines, x.Basis) : Budget.None);

    private static Decision<BudgetEvent> Decide(RuleBook rules, Budget state, AdoptBudget c) =>
        !c.By.Holds(Role.Village, c.Village) ? new Refusal("officer.may-not", new Word("role.Village"))
        : !rules.Villages.ContainsKey(c.Village) ? new Refusal("village.unknown", c.Village.Value)
        : c.Lines.Count == 0 ? new Refusal("budget.empty")
        : c.Basis.IsEmpty || !c.Basis.IsClean ? new Refusal("budget.basis")
        : c.Lines.FirstOrDefault(l => rules.Accounts.Of(l.Account) is null || l.Account.IsMoney) is { } unknown ? new Refusal("budget.account", unknown.Account.Value)
        : c.Lines.FirstOrDefault(l => l.Amount < Yuan.Zero) is { } below ? new Refusal("budget.amount", below.Account.Value)
        : c.Lines.GroupBy(l => (l.Account, l.IsIncome)).FirstOrDefault(g => g.Count() > 1) is { Key.Account: var twice } ? new Refusal("budget.twice", twice.Value)
        : state.Says(c.Lines, c.Basis) ? new Refusal("budget.nothing-changed")
        : new BudgetAdopted(c.Village, c.Year, c.Lines, c.Basis, c.By.Sign(c.At));
}
