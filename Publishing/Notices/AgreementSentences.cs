using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>是什么 · 多少钱 · 和谁签 · 到哪天 · 找谁 of one agreement.</summary>
public static class AgreementSentences
{
    public static IReadOnlyList<CaseSentence> Of(Language language, AgreementSection section, Text ask) =>
    [
        new(Say(language, "sentence.asset"), Phrase.Of(language, section.Asset), Area(language, section)),
        Amount(language, section),
        new(Say(language, "sentence.with"), Phrase.Of(language, section.With), null),
        new(
            Say(language, "sentence.until"),
            Phrase.Plain(Say(language, "term.to", section.End)),
            Phrase.Plain(Say(language, "term.from", section.Start))),
        new(Say(language, "sentence.ask"), Phrase.Of(language, ask), null),
    ];

    private static Phrase? Area(Language language, AgreementSection section) =>
        section.Area is { } area ? Phrase.Plain(Wording.Area(language, area)) : null;

    private static CaseSentence Amount(Language language, AgreementSection section)
    {
        var exact = Wording.ExactWithUnit(language, section.Total);
        return new(
            Say(language, "sentence.worth"),
            Phrase.Plain(Wording.Money(language, section.Total)),
            section.Yearly is { } yearly
                ? Phrase.Say(language, "amount.yearly", exact, Wording.ExactWithUnit(language, yearly))
                : Phrase.Plain(exact));
    }

    private static string Say(Language language, string code, params IReadOnlyList<object> arguments) =>
        Catalogue.Say(language, code, arguments);
}
