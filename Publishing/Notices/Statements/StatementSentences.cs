using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Statements;

/// <summary>收多少 · 支多少 · 还剩多少 · 账对得上吗 · 谁签的字 · 找谁 of one statement.</summary>
public static class StatementSentences
{
    public static IReadOnlyList<CaseSentence> Of(Language language, StatementEdition edition, Text ask)
    {
        var s = edition.Section;
        return
        [
            Sum("statement.income", s.Income, s.Earlier is [.., var before] ? before.Income : null),
            Sum("statement.expense", s.Expense, s.Earlier is [.., var last] ? last.Expense : null),
            Sum("statement.left", s.Closing, s.Opening, "statement.opening-was"),
            new(Say("statement.signed"), Phrase.Say(language, "statement.signers", edition.Checked.Unit, edition.Unit), null),
            new(Say("sentence.ask"), Phrase.Of(language, ask), null),
        ];

        CaseSentence Sum(string label, Yuan amount, Yuan? compared, string with = "statement.month-before") =>
            new(
                Say(label),
                Phrase.Plain(Wording.ExactWithUnit(language, amount)),
                compared is { } other ? Phrase.Say(language, with, Wording.Exact(other)) : null);

        string Say(string code) => Catalogue.Say(language, code);
    }
}
