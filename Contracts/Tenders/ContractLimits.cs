using Transparency.Contracts.Town;
using static Transparency.Contracts.Tenders.TenderCommand;

namespace Transparency.Contracts.Tenders;

/// <summary>How far a contract may go without a further decision, by the rows of the town's table of limits.</summary>
internal static class ContractLimits
{
    public static Refusal? OfAdvance(RuleBook rules, SignContract c)
    {
        if (c.Advance < Yuan.Zero) return Refusal.Mend("advance", "tender.amount");
        if (c.Advance == Yuan.Zero) return null;
        if (rules.Limit(PercentLimit.Advance, c.On) is not { } limit)
            return Refusal.NotNow("limit.none", PercentLimit.Advance).At("advance");
        var most = limit.Of(c.Total);
        return c.Advance > most ? Refusal.Mend("advance", "tender.advance-over", limit.PercentInWords, most, limit.Law.Zh) : null;
    }

    /// <summary>All changes together, up or down, are held against the sum that was signed.</summary>
    public static Refusal? OfChange(RuleBook rules, LotContract contract, Yuan total, DateOnly day)
    {
        if (rules.Limit(PercentLimit.Change, day) is not { } limit) return Refusal.NotNow("limit.none", PercentLimit.Change).At("total");
        var moved = total > contract.Signed ? total - contract.Signed : contract.Signed - total;
        return moved > limit.Of(contract.Signed)
            ? Refusal.Mend("declaration", "tender.change-declared", limit.PercentInWords, contract.Signed, total, limit.Law.Zh)
            : null;
    }

    /// <summary>
    /// Beyond the row a declaration carries the change: approved since the signature, of the same work or contract, for the new sum.
    /// </summary>
    public static Refusal? OfDeclaration(TenderContent content, LotContract contract, NamedDeclaration d, Yuan total) =>
        d.ApprovedOn is not { } on ? Refusal.Mend("declaration", "tender.declared-not-approved", d.Number)
        : on < contract.On ? Refusal.Mend("declaration", "tender.declared-before", d.Number, contract.On)
        : !IsOf(content, contract, d) ? Refusal.Mend("declaration", "tender.declared-other", d.Number)
        : d.Amount < total ? Refusal.Mend("declaration", "tender.declared-less", d.Number, d.Amount, total)
        : null;

    private static bool IsOf(TenderContent content, LotContract contract, NamedDeclaration d) =>
        d.Village == content.Village
        && ((content.Work is { } work && d.Work == work) || (contract.Agreement is { } agreement && d.Agreements.Contains(agreement)));
}
