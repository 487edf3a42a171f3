namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>In which office somebody signed a voucher on paper. Their names are on the paper only.</summary>
public enum Approver
{
    PartySecretary,
    VillageHead,
    CooperativeChair,
    FinanceGroupHead,
    SupervisionHead,
    TownLeader,
}

/// <summary>联签会审: who must have signed a payment (本镇代管资金规定; D8).</summary>
internal static class JointSigning
{
    /// <summary>Row of the table of matters whose threshold is the smallest amount that must be signed jointly.</summary>
    private const string Matter = "joint-payment";

    /// <summary>Row of the table of matters whose threshold is the smallest amount that needs a decision or a contract behind it.</summary>
    private const string Large = "borrow-lend";

    /// <summary>
    /// Two at least; from the tier on the Party secretary, the village's head or the co-operative's chair,
    /// and the head of the finance group.
    /// </summary>
    public static Refusal? Fault(RuleBook rules, Voucher v)
    {
        if (v.PaidOut == Yuan.Zero) return null;
        if (v.Approvers.Distinct().Count() != v.Approvers.Count) return Refusal.Mend("approvers", "voucher.approver-twice", v.Number);
        if (v.Approvers.Count < 2) return Refusal.Mend("approvers", "voucher.approvers", v.Number);
        if (Tier(rules, Matter) is { } joint && v.PaidOut >= joint && !IsJoint(v.Approvers))
            return Refusal.Mend("approvers", "voucher.joint-signing", v.Number, joint);
        return Tier(rules, Large) is { } large && v.PaidOut >= large && !v.HasCase
            ? Refusal.Mend("agreement", "voucher.reference", v.Number, large)
            : null;
    }

    private static Yuan? Tier(RuleBook rules, string matter) => rules.Matters.GetValueOrDefault(matter)?.Threshold;

    private static bool IsJoint(IReadOnlyList<Approver> by) =>
        by.Contains(Approver.PartySecretary) && by.Contains(Approver.FinanceGroupHead)
            && (by.Contains(Approver.VillageHead) || by.Contains(Approver.CooperativeChair));
}
