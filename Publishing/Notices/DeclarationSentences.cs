using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices;

/// <summary>办什么 · 花多少 · 给谁办 · 到哪天 · 找谁 of one edition.</summary>
public static class DeclarationSentences
{
    /// <param name="status">where the case stands: on its page the present one, on a frozen edition <see cref="StatusThen"/></param>
    public static IReadOnlyList<CaseSentence> Of(Language language, DeclarationNumber number, Edition edition, PublicStatus status)
    {
        var section = edition.Section;
        return
        [
            new(Label("what"), Phrase.Of(language, section.What), null),
            Amount(language, section),
            new(Label("for-whom"), Phrase.Of(language, section.ForWhom), null),
            Until(language, number, edition, status),
            new(Label("ask"), Phrase.Of(language, section.Ask), null),
        ];

        string Label(string name) => Catalogue.Say(language, $"sentence.{name}");
    }

    /// <summary>What the edition itself says, whatever came later: an edition is frozen.</summary>
    public static PublicStatus StatusThen(this Edition edition) => edition.Kind switch
    {
        EditionKind.Approval => PublicStatus.Approved,
        EditionKind.Refusal => PublicStatus.Refused,
        EditionKind.Withdrawal => PublicStatus.Withdrawn,
        EditionKind.Revocation => PublicStatus.Revoked,
        EditionKind.Return => PublicStatus.SentBack,
        EditionKind.Conclusion => PublicStatus.Concluded,
        _ => PublicStatus.InPublicity,
    };

    private static CaseSentence Amount(Language language, DeclarationSection section)
    {
        if (section.Sources.Count > 0) return Spent(language, section);
        if (section.Subjects.Count == 0) return new(Catalogue.Say(language, "sentence.amount"), Phrase.Say(language, "amount.none"), null);
        var sum = section.Subjects.Sum(s => s.Total);
        var count = Phrase.Say(language, "amount.agreements-count", section.Subjects.Count);
        return new(
            Catalogue.Say(language, "sentence.worth"),
            Phrase.Say(language, "amount.agreements", sum),
            Wording.IsExact(language, sum)
                ? count
                : Phrase.Say(language, "amount.agreements-exact", Wording.ExactWithUnit(language, sum), count));
    }

    private static CaseSentence Spent(Language language, DeclarationSection section)
    {
        var sources = section.Sources.Count == 1
            ? Phrase.Of(language, section.Sources[0].Source)
            : Phrase.Join(
                Catalogue.Say(language, "mark.comma") + Wording.Gap(language),
                section.Sources.Select(s => Phrase.Say(language, "amount.source", s.Source, s.Amount)));
        return new(
            Catalogue.Say(language, "sentence.amount"),
            Phrase.Plain(Wording.Money(language, section.Amount)),
            Wording.IsExact(language, section.Amount)
                ? sources
                : Phrase.Say(language, "amount.exact", Wording.ExactWithUnit(language, section.Amount), sources));
    }

    private static CaseSentence Until(Language language, DeclarationNumber number, Edition edition, PublicStatus status)
    {
        var window = edition.Window;
        var (opened, last) = (CaseWords.DayIn(language, number.Year, window.Trigger), CaseWords.DayIn(language, number.Year, window.Last));
        var span = CaseWords.Span(language, window.Rule);
        var ranOut = status == PublicStatus.WindowClosed || edition.At >= window.Ends;
        return status switch
        {
            PublicStatus.InPublicity => Say("until.open", last) with { Aside = Phrase.Say(language, "until.rule", span, window.Rule.Law) },
            PublicStatus.UnderReviewAgain => Say("until.again"),
            _ when ranOut => Say("until.closed", last) with { Aside = Phrase.Say(language, "until.ran", opened, last, span) },
            _ => Say("until.stopped"),
        };

        CaseSentence Say(string code, params IReadOnlyList<object> arguments) =>
            new(Catalogue.Say(language, "sentence.until"), Phrase.Say(language, code, arguments), null);
    }
}
