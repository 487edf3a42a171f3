using Transparency.Contracts;
using Transparency.Publishing.Components.Case;
using Transparency.Publishing.Notices;
using Transparency.Publishing.Notices.Tenders;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Tenders;

/// <summary>A tender's way from plan to last payment. What happens to many lots on one day is one line.</summary>
internal static class TenderTimeline
{
    public static IReadOnlyList<TimelineStep> Of(Language language, TenderOnRegister t)
    {
        // A payment may be entered after the acceptance that followed it: people read by the day on which it was.
        var lines = Gathered(t.Timeline.OrderBy(l => l.On)).ToList();
        return
        [
            .. lines.Select((line, i) => new TimelineStep(
                i == lines.Count - 1 ? "now" : "past", line[0].On, Words(language, t, line), line.Count == 1 ? line[0].Note : null)),
            .. Next(t).Select(next => new TimelineStep("next", next.On, Phrase.Say(language, $"tender.timeline.next.{next.Kind}"), null)),
        ];
    }

    private static IEnumerable<List<TenderLine>> Gathered(IEnumerable<TenderLine> lines)
    {
        var same = new List<TenderLine>();
        foreach (var line in lines)
        {
            if (same.Count > 0 && (same[0].Kind != line.Kind || same[0].On != line.On || line.Lot is null))
            {
                yield return same;
                same = [];
            }
            same.Add(line);
        }
        if (same.Count > 0) yield return same;
    }

    private static Phrase Words(Language language, TenderOnRegister t, List<TenderLine> same)
    {
        var (line, sum) = (same[0], same.Sum(l => l.Amount ?? Yuan.Zero));
        return line.Kind switch
        {
            "Plan" when t.DeclarationNumber is { } number => Phrase.Say(language, "tender.timeline.Plan.declared", number),
            "Plan" => Phrase.Say(language, "tender.timeline.Plan", line.Unit),
            "Opening" => Phrase.Say(language, "tender.timeline.Opening", t.Opening!.Bids.DistinctBy(b => b.Bidder.Zh).Count()),
            "Candidates" when t.Window is { } window =>
                Phrase.Say(language, "tender.timeline.Candidates", CaseWords.DayIn(language, t.Tender.Year, window.Last)),
            "Award" => Phrase.Say(language, "tender.timeline.Award", line.Unit, line.Amount ?? TenderSentences.Awarded(t)),
            "Signed" or "Changed" or "Paid" or "Reversed" or "PartAccepted" or "Accepted" when same.Count > 1 =>
                Phrase.Say(language, $"tender.timeline.{line.Kind}.several", same.Count, sum),
            "Signed" or "Changed" or "Paid" or "Reversed" or "PartAccepted" =>
                Phrase.Say(language, $"tender.timeline.{line.Kind}", Lot(language, t, line), sum),
            "Accepted" => Phrase.Say(language, "tender.timeline.Accepted", Lot(language, t, line), line.Unit),
            _ => Phrase.Say(language, $"tender.timeline.{line.Kind}", line.Unit),
        };
    }

    /// <summary>Which lot, where there are several.</summary>
    private static Phrase Lot(Language language, TenderOnRegister t, TenderLine line) =>
        t.Section.Lots.Count > 1 && line.Lot is { } lot
            ? Phrase.Say(language, "tender.timeline.lot", t.LotOf(lot).Title)
            : Phrase.Plain("");

    private static IEnumerable<(string Kind, DateOnly? On)> Next(TenderOnRegister t) => t.Status switch
    {
        TenderStatus.Planned => [("Call", null), ("Opening", null), ("Award", null)],
        TenderStatus.Calling => [("Opening", t.Current.Notice is { } n ? Shanghai.DayOf(n.Deadline) : null), ("Award", null)],
        TenderStatus.Opened or TenderStatus.Evaluated => [("Award", null), ("Signed", null)],
        TenderStatus.Candidates => [("CandidatesEnd", t.Window?.Last), ("Award", null)],
        TenderStatus.Awarded => [("Signed", null), ("Accepted", null), ("Paid", null)],
        TenderStatus.Performing when t.Contracts.All(c => c.AcceptedOn is not null) => [("Paid", null)],
        TenderStatus.Performing => [("Accepted", null), ("Paid", null)],
        _ => [],
    };
}
