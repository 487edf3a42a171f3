using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Cases.Treasury;

/// <summary>What the town paid in one month; its own officers see it.</summary>
public static class TreasuryCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (Month.Parse(subject) is not { } month) return null;
        var told = await r.ReadAsync(StreamKey.Treasury(month), TreasuryDecider.Law);
        var kept = told.State as TreasuryMonth.Kept;
        var section = kept is null || !r.Rules.Matters.ContainsKey(TreasuryDecider.Matter) ? null : TreasurySection.Of(r.Rules, kept);
        IReadOnlyList<Pages.OfferedAct> acts = [.. TreasuryActs.Offered(r, month, told, section).OfType<Pages.OfferedAct>()];
        return new(
            TreasuryOnDesk.ReadersOf(kept is { Edition: > 0 } && !kept.Waiting.Any()), $"treasury/{month}",
            new Shown(new Word("office.treasury.case")), Wording.Month(r.Here.Language, month),
            StateOf(kept), kept is { Edition: > 0 } && !kept.Waiting.Any() ? "good" : "waiting")
        {
            Sheets = section is null ? [] : [.. Sheets(kept!, section)],
            History = told.History,
            Acts = acts,
            PublicPath = kept is { Edition: > 0 } ? SiteMap.Treasury(month) : null,
            Foreseen = section is null || !kept!.Waiting.Any() ? null : await ForeseenAsync(r, month, kept, section, acts),
            Note = kept is null ? null : new Sentence("office.treasury.note"),
        };
    }

    private static string StateOf(TreasuryMonth.Kept? kept) =>
        kept is null ? "office.case.none"
        : !kept.Waiting.Any() ? "treasury-state.Signed"
        : kept.Checked is null ? "treasury-state.Entered" : "treasury-state.Checked";

    private static async Task<Foreseen> ForeseenAsync(
        CaseReader r, Month month, TreasuryMonth.Kept kept, TreasurySection section, IReadOnlyList<Pages.OfferedAct> acts)
    {
        var (checkedBy, by) = kept.Checked is { } done
            ? (done.Signed, Signers.Next(r, acts, TreasuryActs.Sign))
            : (Signers.Next(r, acts, TreasuryActs.Check), Signers.Open(r));
        var entered = Signers.Act(kept.Waiting.Last().Entered);
        var signed = new TreasuryDisclosed(kept.Edition + 1, section, section.Hash, entered, Signers.Act(checkedBy), by);
        var key = StreamKey.Treasury(month);
        var row = TreasuryOnRegister.Evolve(await r.Session.LoadAsync<TreasuryOnRegister>(key, r.Cancelled), key, signed)!;
        return new([row], (model, language) => SitePages.Treasury(model, row, language, "/"));
    }

    /// <summary>What waits stands first: it is what is to be checked against the papers.</summary>
    private static IEnumerable<Sheet> Sheets(TreasuryMonth.Kept kept, TreasurySection section)
    {
        var waiting = kept.Waiting.Select(e => e.Payment.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var (code, waits) in new[] { ("office.treasury.waits", true), ("office.treasury.public", false) })
        {
            if (section.Lines.Where(l => waiting.Contains(l.Number) == waits).ToList() is { Count: > 0 } lines)
                yield return new(
                    code, ["field.voucher", "field.date", "field.purpose", "field.payee", "field.amount", "office.treasury.under"],
                    [.. lines.Select(l => Row(l, kept.Find(l.Number)!))], waits);
        }
    }

    private static IReadOnlyList<Shown> Row(TreasuryLine l, TreasuryEntry entry) =>
    [
        l.Number, l.On, l.Purpose, new Text(l.Payee.Zh, l.Payee.En), l.Net,
        entry.TakenBack is { } by ? new Shown(new Sentence("office.treasury.taken-back", by.ToString()))
            : l.Reverses is { } key ? new Shown(new Sentence("office.treasury.reverses", key.ToString()))
            : l.Tender is { } tender ? new Shown(tender.Value, $"/office/tenders/{tender.Value}")
            : l.Agreement is { } agreement ? new Shown(agreement.Value, $"/office/agreements/{agreement.Value}")
            : l.Declaration?.ToString() ?? "",
    ];
}
