using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Ledgers;

namespace Transparency.Contracts.Escrow.Cover;

/// <summary>The decisions and declarations that vouchers name, as they stand when they are entered.</summary>
/// <param name="Declarations">by their public numbers; what has no number is not among them</param>
public sealed record Behind(
    IReadOnlyDictionary<DeliberationId, Deliberation> Decisions, IReadOnlyDictionary<DeclarationNumber, Declaration> Declarations)
{
    public static readonly Behind Nothing =
        new(new Dictionary<DeliberationId, Deliberation>(), new Dictionary<DeclarationNumber, Declaration>());

    /// <summary>
    /// A payment rests on a decision that has been taken and posted, and on a declaration that was approved: of this village, or the town's
    /// own. Null where it does, and for a voucher that pays nothing out.
    /// </summary>
    public Refusal? Fault(VillageCode village, Voucher v)
    {
        if (v.PaidOut == Yuan.Zero) return null;
        if (v.Deliberation is { } id)
        {
            if (Decisions.GetValueOrDefault(id) is not Deliberation.Known known)
                return Refusal.Mend("deliberation", "voucher.decision-unknown", v.Number, id.Value);
            if (VillageDecision.Of(known) is null) return Refusal.Mend("deliberation", "voucher.decision-open", v.Number, id.Value);
        }
        if (v.Declaration is not { } number) return null;
        return Declarations.GetValueOrDefault(number) switch
        {
            Declaration.Approved approved when approved.Section.Village is { } other && other != village =>
                Refusal.Mend("declaration", "voucher.declaration-village", v.Number, number.ToString()),
            Declaration.Approved => null,
            null or Declaration.None => Refusal.Mend("declaration", "voucher.declaration-unknown", v.Number, number.ToString()),
            _ => Refusal.Mend("declaration", "voucher.declaration-open", v.Number, number.ToString()),
        };
    }
}
