using Transparency.Contracts;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Case;

/// <summary>One line of a timeline, of whatever kind of case.</summary>
/// <param name="Place"><c>past</c>, <c>now</c> (the newest act: where the case stands) or <c>next</c></param>
/// <param name="On">null when the day is not known yet</param>
public sealed record TimelineStep(string Place, DateOnly? On, Phrase Words, Text? Note);

internal static class DeclarationTimeline
{
    /// <param name="result">what came of the decision, or null</param>
    public static IReadOnlyList<TimelineStep> Of(
        Language language, DeclarationOnRegister d, DecisionResult? result, Text government)
    {
        var last = d.Timeline.Count - 1;
        return
        [
            .. d.Timeline.Select((line, i) => new TimelineStep(
                i == last && result is null ? "now" : "past", On(d, line), Words(language, d, line), NoteOf(d, line))),
            .. result is null ? [] : new[] { new TimelineStep("now", result.On, Say("timeline.ResultPosted", result.Unit), null) },
            .. Next(d).Select(next => new TimelineStep("next", next.On, Say($"timeline.next.{next.Kind}", government), null)),
        ];

        Phrase Say(string code, Text by) => Phrase.Say(language, code, by);
    }

    private static Phrase Words(Language language, DeclarationOnRegister d, PublicActLine line) => line.Kind switch
    {
        "Decided" when d.Editions[0].Section.Decision is { } decision => DecisionWords.Decided(language, decision),
        "Proposed" or "Discussed" or "ProposedAndDiscussed" when d.Editions[0].Section.Decision is { Number.Village: null } =>
            Phrase.Say(language, $"timeline.town.{line.Kind}"),
        "WindowOpened" or "WindowReopened" =>
            Phrase.Say(
                language, $"timeline.{line.Kind}", line.Round,
                CaseWords.Span(language, d.Editions.First(e => e.Round == line.Round).Window.Rule)),
        _ => Phrase.Say(language, $"timeline.{line.Kind}", line.Unit ?? new Text("", "")),
    };

    // The window is closed at 24:00, which a clock already counts to the next day.
    private static DateOnly On(DeclarationOnRegister d, PublicActLine line) =>
        line.Kind == "WindowClosed" ? d.Editions.Last(e => e.Round == line.Round).Window.Last : line.On;

    // What a reopened window changed stands in its edition only.
    private static Text? NoteOf(DeclarationOnRegister d, PublicActLine line) =>
        line.Kind == "WindowReopened" ? d.Editions.FirstOrDefault(e => e.Round == line.Round)?.Note : line.Note;

    private static IEnumerable<(string Kind, DateOnly? On)> Next(DeclarationOnRegister d) => d.Status switch
    {
        PublicStatus.InPublicity when d.Concludes => [("WindowClosed", d.Window.Last)],
        PublicStatus.InPublicity => [("WindowClosed", d.Window.Last), ("Approval", null)],
        PublicStatus.WindowClosed when d.Concludes => [("Conclusion", null)],
        PublicStatus.WindowClosed => [("Approval", null)],
        PublicStatus.SentBack => [("Restarted", null)],
        PublicStatus.UnderReviewAgain when d.Concludes => [("ReviewedAgain", null), ("WindowReopened", null)],
        PublicStatus.UnderReviewAgain => [("ReviewedAgain", null), ("WindowReopened", null), ("Approval", null)],
        _ => [],
    };
}
