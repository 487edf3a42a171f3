using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Town;

public enum Route
{
    Major,
    Routine,
}

/// <summary>
/// One row of the town's table of matters: who declares, reviews and approves what, after whose decision, and how long it stands in public.
/// </summary>
/// <param name="Deliberation">the body that must have decided before, or null</param>
/// <param name="WindowRule">code of a deadline row; empty on the routine route</param>
/// <param name="Approver">null where the law leaves nothing to approve: such a matter ends with its window</param>
/// <param name="Threshold">smallest amount in yuan for which the row is meant, inclusive; null = any</param>
/// <param name="Law">the law or local rule behind the row</param>
public sealed record Matter(
    string Code, Text Name, Route Route, VillageBody? Deliberation, string WindowRule,
    Role Declarant, Role Reviewer, Role? Approver, Yuan? Threshold, string Law)
{
    /// <summary>What the matter is paid from: accounts of the chart, each with all below it. Empty where no payment needs it.</summary>
    public IReadOnlyList<AccountCode> Accounts { get; init; } = [];

    /// <summary>First local day in force; null = always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last local day in force; null = still.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>
    /// A village decides it by itself; the town guides and does not interfere (Organic Law of Villagers' Committees, art. 6): it
    /// approves or sends back, and never refuses.
    /// </summary>
    public bool IsOwnAffair => Declarant == Role.Village;

    public bool IsInForce(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || day <= until);

    /// <summary>Whether a sum under this account is the matter's.</summary>
    public bool Covers(AccountCode account, Yuan sum) =>
        (Threshold is null || sum >= Threshold)
        && Accounts.Any(a => account.Value.StartsWith(a.Value, StringComparison.Ordinal));

    public bool Equals(Matter? other) =>
        other is not null
        && (Code, Name, Route, Deliberation, WindowRule, Threshold, Law)
            == (other.Code, other.Name, other.Route, other.Deliberation, other.WindowRule, other.Threshold, other.Law)
        && (Declarant, Reviewer, Approver, From, Until) == (other.Declarant, other.Reviewer, other.Approver, other.From, other.Until)
        && Accounts.SequenceEqual(other.Accounts);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
