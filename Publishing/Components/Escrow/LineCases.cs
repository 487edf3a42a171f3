using System.Runtime.CompilerServices;
using Transparency.Contracts;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Publishing.Components.Escrow;

/// <summary>The way from a line of a statement to what it belongs to.</summary>
internal static class LineCases
{
    /// <summary>Most payments of a year that its page explains one by one.</summary>
    private const int Largest = 5;

    // Which pages a year's largest payments lead to is asked at every publication, of every year; a section never changes.
    private static readonly ConditionalWeakTable<StatementSection, Payments> Known = [];

    /// <summary>Contract, tender, declaration and village decision, as far as they have a page.</summary>
    public static IEnumerable<SiteCase> Of(SiteModel model, StatementLine line)
    {
        if (line.Agreement is { } agreement && Find(model, Slices.Agreement(agreement), agreement.Value) is { } a) yield return a;
        if (line.Tender is { } tender && Find(model, Slices.Tender(tender), tender.Value) is { } t) yield return t;
        if (line.Declaration is { } number && Find(model, Slices.Numbered(number), number.ToString()) is { } d) yield return d;
        if (line.Deliberation is { } decision && DecisionOf(model, decision) is { } v && v.Number != line.Declaration?.ToString())
            yield return v;
    }

    /// <summary>The largest payments of some statements, without those that were taken back.</summary>
    public static IReadOnlyList<(VillageMonth Of, StatementLine Line)> LargestOf(IEnumerable<StatementSection> sections)
    {
        var all = sections.Select(s => (Of: new VillageMonth(s.Village, s.Month), Paid: Known.GetValue(s, Payments.Of))).ToList();
        var back = all.SelectMany(s => s.Paid.TakenBack.Select(key => (s.Of.Village, key))).ToHashSet();
        return
        [
            .. (from s in all
                from line in s.Paid.Largest.Where(l => !back.Contains((s.Of.Village, new(s.Of.Month, l.Number)))).Take(Largest)
                orderby line.Out descending, line.Date, line.Number
                select (s.Of, line)).Take(Largest),
        ];
    }

    /// <summary>The declaration that rests on it; on a routine matter it stands by itself.</summary>
    private static SiteCase? DecisionOf(SiteModel model, DeliberationId id) => model.CasesIn(Slices.Deliberation(id)).FirstOrDefault(c =>
        c.Row is DeliberationOnRegister || (c.Row is DeclarationOnRegister d && d.Section.Decisions.Any(x => x.Number == id)));

    private static SiteCase? Find(SiteModel model, string slice, string number) =>
        model.CasesIn(slice).FirstOrDefault(c => c.Number == number);

    /// <param name="Largest">largest first</param>
    /// <param name="TakenBack">of the same village</param>
    private sealed record Payments(IReadOnlyList<StatementLine> Largest, IReadOnlyList<VoucherKey> TakenBack)
    {
        public static Payments Of(StatementSection s) => new(
            [.. s.Lines.Where(l => l.Out > Yuan.Zero).OrderByDescending(l => l.Out).ThenBy(l => l.Date).ThenBy(l => l.Number)],
            [.. s.All.Select(l => l.Reverses).OfType<VoucherKey>()]);
    }
}
