using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Statements;

/// <summary>
/// Of what was paid and needed a decision by the town's table: how much leads to a decision, contract or tender. What a later voucher took
/// back counts no longer. Yuan.
/// </summary>
public sealed record CoverShare(
    Yuan Needed, Yuan Backed, int Count, IReadOnlyList<(VillageMonth Of, StatementLine Line)> Orphans)
{
    /// <summary>Hundredths, rounded down: all is said only of all.</summary>
    public int Percent => Needed == Yuan.Zero ? 100 : (int)(Backed.Fen * 100 / Needed.Fen);

    /// <param name="sections">of one village and year, or of many</param>
    public static CoverShare Of(IEnumerable<StatementSection> sections)
    {
        var all = sections.ToList();
        var back = all.SelectMany(s => s.All.Where(l => l.Reverses is not null).Select(l => (s.Village, l.Reverses!.Value))).ToHashSet();
        var lines =
            (from s in all
             from line in s.Covered
             where !back.Contains((s.Village, new VoucherKey(s.Month, line.Number)))
             select (Of: new VillageMonth(s.Village, s.Month), Line: line)).ToList();
        return new(
            lines.Sum(l => l.Line.Out), lines.Where(l => !l.Line.IsOrphan).Sum(l => l.Line.Out), lines.Count,
            [.. lines.Where(l => l.Line.IsOrphan)]);
    }

    public string Words(Language language) => Catalogue.Say(
        language, Orphans.Count == 0 ? "cover.all" : "cover.share", Count, Wording.ExactWithUnit(language, Needed),
        Wording.ExactWithUnit(language, Backed), Percent, Orphans.Count);
}
