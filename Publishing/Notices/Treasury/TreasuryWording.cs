using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Treasury;

/// <summary>Words about the town's payments that lists, page and sheet share.</summary>
public static class TreasuryWording
{
    /// <summary>央子镇2026年9月镇级财政支付. In English only where the town has an English name.</summary>
    public static Text Title(TreasurySection s) => new(
        Catalogue.Say(Language.Zh, "treasury.title", s.Town.Zh, Wording.Month(Language.Zh, s.Month)),
        s.Town.En is { } town ? Catalogue.Say(Language.En, "treasury.title", town, Wording.Month(Language.En, s.Month)) : null);

    /// <summary>Where a payment stands on its month's page.</summary>
    public static string Anchor(string voucher) => $"v{voucher.Replace(' ', '-')}";

    /// <summary>A voucher's number; where it is written in Chinese, an English page says so.</summary>
    public static Phrase Number(Language language, string voucher) =>
        Phrase.Of(language, voucher.All(char.IsAscii) ? new Text(voucher, voucher) : new Text(voucher));

    /// <summary>What the line belongs to, by number; empty for nothing.</summary>
    public static string Under(Language language, TreasuryLine l) =>
        l.Reverses is { } key ? Catalogue.Say(language, "treasury.reverses", key.ToString())
        : l.Tender is { } tender ? tender.Value
        : l.Agreement is { } agreement ? agreement.Value
        : l.Declaration?.ToString() ?? "";

    public static IReadOnlyList<CaseSentence> Sentences(Language language, TreasuryEdition edition, Text ask)
    {
        var s = edition.Section;
        return
        [
            new(
                Say("treasury.paid"), Phrase.Plain(Wording.ExactWithUnit(language, s.Total)),
                Phrase.Say(language, "treasury.count", s.Lines.Count)),
            new(
                Say("treasury.signed"), Phrase.Say(language, "treasury.signers", edition.Entered.Unit, edition.Checked.Unit, edition.Unit),
                null),
            new(Say("sentence.ask"), Phrase.Of(language, ask), null),
        ];

        string Say(string code) => Catalogue.Say(language, code);
    }
}
