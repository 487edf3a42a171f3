using Transparency.Contracts;
using Transparency.Contracts.Proposals;
using Transparency.Publishing.Components.Case;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Proposals;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Proposals;

/// <summary>收到 → 受理 → 公开 → 交办 → 答复 → 落实 → 结果.</summary>
internal static class ProposalTimeline
{
    public static IReadOnlyList<TimelineStep> Of(Language language, ProposalOnRegister p, DateOnly asOf)
    {
        List<(DateOnly On, Phrase Words)> done =
        [
            (p.Section.Received, Say("step.received")),
            (p.Section.Admitted, Say("step.admitted", p.Signed.Admitted.Unit)),
            (Shanghai.DayOf(p.Signed.At), Say("step.disclosed", p.Signed.Unit)),
            .. p.Studies.Select(s => (s.By.On, Say("step.studied", s.By.Unit, s.Unit, Day(s.Due)))),
            .. p.Answer is { } a ? [(a.By.On, Answered(a))] : Array.Empty<(DateOnly, Phrase)>(),
            .. p.Carriers.Select(c => (c.By.On, Say("step.carried", c.By.Unit))),
            .. p.Result is { } r ? [(r.By.On, Say("step.result", r.By.Unit))] : Array.Empty<(DateOnly, Phrase)>(),
        ];
        return
        [
            .. done.Select((step, i) => new TimelineStep(i == done.Count - 1 ? "now" : "past", step.On, step.Words, null)),
            .. Next(p, asOf).Select(next => new TimelineStep("next", next.On, Say($"next.{next.Kind}"), null)),
        ];

        Phrase Answered(PublicAnswer a) => Say("step.answered", a.By.Unit, ProposalWording.Outcome(language, a));
        Phrase Say(string code, params IReadOnlyList<object> arguments) => Phrase.Say(language, $"proposals.{code}", arguments);
        string Day(DateOnly day) => CaseWords.DayIn(language, p.Number.Year, day);
    }

    private static IEnumerable<(string Kind, DateOnly? On)> Next(ProposalOnRegister p, DateOnly asOf) => p.Status switch
    {
        ProposalStatus.Disclosed => [("studied", null), AnswerOf(p, asOf)],
        ProposalStatus.Studied => [AnswerOf(p, asOf)],
        ProposalStatus.Answered when p.Answer!.Outcome != ProposalOutcome.No => [("carried", null), ("result", null)],
        ProposalStatus.Carried => [("result", null)],
        _ => [],
    };

    // A day that is over is no day to come.
    private static (string Kind, DateOnly? On) AnswerOf(ProposalOnRegister p, DateOnly asOf) =>
        p.DaysOver(asOf) > 0 ? ("answer-over", null) : ("answer", p.Section.AnswerDue);
}
