using Transparency.Contracts;
using Transparency.Publishing.Components.Case;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Leases;

/// <summary>经过 of one agreement in a drive, with the next step while there is one.</summary>
internal static class CleanUpTimeline
{
    public static IReadOnlyList<TimelineStep> Of(Language language, CleanUpOnRegister c)
    {
        var last = c.Timeline.Count - 1;
        return
        [
            .. c.Timeline.Select((line, i) => new TimelineStep(
                i == last ? "now" : "past", line.On, Phrase.Say(language, $"cleanup.step.{line.Kind}", line.Unit), Reason(line))),
            .. Next(c).Select(next => new TimelineStep("next", null, Phrase.Say(language, $"cleanup.next.{next}"), null)),
        ];
    }

    // What was found stands above in full.
    private static Text? Reason(CleanUpLine line) => line.Kind == "Verified" ? null : line.Note;

    private static IEnumerable<CleanUpStage> Next(CleanUpOnRegister c) =>
        c.Pause == CleanUpPause.InOrder ? [] : Enum.GetValues<CleanUpStage>().Where(stage => stage > c.Stage);
}
