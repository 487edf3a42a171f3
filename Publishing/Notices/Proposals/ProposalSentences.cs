using Transparency.Contracts;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Notices.Proposals;

/// <summary>建议什么 · 谁提的 · 谁在办 · 哪天答复 · 怎么样了 of one proposal.</summary>
public static class ProposalSentences
{
    public static IReadOnlyList<CaseSentence> Of(Language language, ProposalOnRegister p, DateOnly asOf)
    {
        return
        [
            new(Label("what"), Phrase.Of(language, p.Section.Title), null),
            new(Label("who"), ProposalWording.Author(language, p.Section), p.Joined > 0 ? Say("joined", p.Joined) : null),
            new(Label("unit"), Unit(), null),
            new(Label("answer-due"), Due(), p.Answer is { DaysLate: > 0 and var late } ? Say("late", late) : null),
            new(Label("now"), Phrase.Plain(ProposalWording.State(language, p)), Outcome()),
        ];

        string Label(string name) => Catalogue.Say(language, $"proposals.{name}");
        Phrase Say(string name, params IReadOnlyList<object> arguments) => Phrase.Say(language, $"proposals.{name}", arguments);
        Phrase Unit() => p switch
        {
            { Study: null } => Say("unit.none"),
            { Answer: null } => Say("unit.until", p.Study.Unit, Day(p.Study.Due)),
            _ => Phrase.Of(language, p.Study.Unit),
        };
        Phrase Due() => p.Answer is { } answer ? Say("answered-on", Day(answer.By.On))
            : p.DaysOver(asOf) > 0 ? Say("overdue", Day(p.Section.AnswerDue))
            : Say("answer-due.by", Day(p.Section.AnswerDue));
        Phrase? Outcome() => p.Answer is { } answer ? Phrase.Plain(ProposalWording.Outcome(language, answer)) : null;
        string Day(DateOnly day) => CaseWords.DayIn(language, p.Number.Year, day);
    }
}
