using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.Components.Escrow;

/// <summary>
/// The lines of public statements that belong to a case, oldest first: the way from a contract, tender or declaration to its money.
/// </summary>
internal static class EscrowLines
{
    public static IReadOnlyList<(VillageMonth Month, StatementLine Line)> Of(SiteModel model, AgreementId id) =>
        On(model, Slices.Agreement(id), line => line.Agreement == id);

    public static IReadOnlyList<(VillageMonth Month, StatementLine Line)> Of(SiteModel model, TenderId id) =>
        On(model, Slices.Tender(id), line => line.Tender == id);

    public static IReadOnlyList<(VillageMonth Month, StatementLine Line)> Of(SiteModel model, DeliberationId id) =>
        On(model, Slices.Deliberation(id), line => line.Deliberation == id);

    /// <summary>What names the declaration, or the village decision on which it rests.</summary>
    public static IReadOnlyList<(VillageMonth Month, StatementLine Line)> Of(SiteModel model, DeclarationOnRegister d)
    {
        var named = On(model, Slices.Numbered(d.Number), line => line.Declaration == d.Number);
        var decided = d.Section.Decision is { Number: var id } ? Of(model, id).Where(x => x.Line.Declaration is null) : [];
        return [.. named.Concat(decided).OrderBy(x => x.Line.Date).ThenBy(x => x.Line.Number, StringComparer.Ordinal)];
    }

    /// <summary>What the town paid from its own budget under a declaration.</summary>
    public static IReadOnlyList<PaidVoucher> OfTown(SiteModel model, DeclarationNumber number) =>
    [
        .. from month in model.In<TreasuryOnRegister>(Slices.Numbered(number)).OrderBy(t => t.Month)
           from line in month.Section.Lines
           where line.Declaration == number && line.Reverses is null
           select new PaidVoucher(new(null, month.Month), line.Number, line.Amount, line.On, month.BackOf(line.Number)),
    ];

    private static IReadOnlyList<(VillageMonth Month, StatementLine Line)> On(
        SiteModel model, string slice, Func<StatementLine, bool> belongs) =>
    [
        .. from s in model.In<StatementOnRegister>(slice).OrderBy(s => s.Month)
           from line in s.Section.All.Where(belongs)
           select (s.Of, line),
    ];
}
