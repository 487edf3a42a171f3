using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Town;

namespace Transparency.Contracts.Escrow.Cover;

/// <summary>That a payment needed a decision, as the public sees it beside the payment.</summary>
/// <param name="Matter">code of the row of the town's table</param>
/// <param name="Reason">the reporting clerk's words why nothing stands behind it; null where something does</param>
public sealed record LineCover(string Matter, Text Name, Text? Reason);

/// <summary>
/// Which payments need a decision, a contract or a tender behind them: those under an account that a matter names, once the village has
/// paid this payee the matter's smallest amount within twelve months, where the matter wants some body's decision.
/// </summary>
public static class CoveredPayment
{
    /// <summary>Null where the table asks for no decision.</summary>
    /// <param name="spending">of the twelve months that end with the voucher's own</param>
    public static Matter? Of(RuleBook rules, Voucher v, Spending spending) => v.PaidOut == Yuan.Zero ? null :
        PaidTo.Of(v).Select(paid => rules.MatterOf(rules.Accounts.Now(paid.Account), spending.To(paid))).OfType<Matter>()
            .Where(m => m.Deliberation is not null)
            .OrderByDescending(m => m.Threshold ?? Yuan.Zero).ThenBy(m => m.Code, StringComparer.Ordinal).FirstOrDefault();

    public static LineCover? CoverOf(RuleBook rules, Voucher v, Spending spending) =>
        Of(rules, v, spending) is { } matter ? new(matter.Code, matter.Name, v.HasCase ? null : v.NoCase) : null;

    /// <summary>Pays, and neither names a case nor says why there is none.</summary>
    public static bool IsSilent(Voucher v) => v.PaidOut > Yuan.Zero && !v.HasCase && v.NoCase is null;

    /// <summary>The first that needs a case and has neither one nor the clerk's reason; null for none.</summary>
    public static (Voucher Voucher, Matter Matter)? Silent(RuleBook rules, IEnumerable<Voucher> vouchers, Spending spending) =>
        vouchers.Where(IsSilent)
            .Select(v => Of(rules, v, spending) is { } matter ? (v, matter) : ((Voucher, Matter)?)null)
            .FirstOrDefault(found => found is not null);
}
