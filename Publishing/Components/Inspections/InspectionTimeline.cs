using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Publishing.Components.Case;
using Transparency.Publishing.Register;
using Transparency.Publishing.Texts;

namespace Transparency.Publishing.Components.Inspections;

internal static class InspectionTimeline
{
    public static IReadOnlyList<TimelineStep> Of(Language language, InspectionOnRegister i)
    {
        List<(int Act, DateOnly On, Phrase Words, Text? Note)> done = [(1, i.Planned.On, Step("planned", i.Planned), null)];
        if (i.Number is { } number) done.Add((number.Act, number.By.On, Step("called", number.By), null));
        if (i.Draw is { } draw) done.Add((draw.Act, draw.By.On, Step("drawn", draw.By), null));
        foreach (var r in i.Results)
        {
            done.Add((r.Act, r.Confirmed.On, Phrase.Say(language, "inspection.step.result", r.Of.VillageName, r.Confirmed.Unit), null));
            foreach (var (finding, cure) in r.Findings)
                if (cure is not null) done.Add((cure.Act, cure.Accepted.On, Cured(r.Of.VillageName, finding.Name, cure.Accepted), null));
        }
        if (i.End is { } end) done.Add((end.Act, end.By.On, Step(end.Kind, end.By), end.Cancelled));
        return
        [
            .. done.OrderBy(d => d.Act).Select(d => new TimelineStep(d.Act == i.Acts ? "now" : "past", d.On, d.Words, d.Note)),
            .. Next(i).Select(next => new TimelineStep("next", next.On, Phrase.Say(language, $"inspection.next.{next.Kind}"), null)),
        ];

        Phrase Step(string kind, PublicAct act) => Phrase.Say(language, $"inspection.step.{kind}", act.Unit);
        Phrase Cured(Text village, Text finding, PublicAct by) =>
            Phrase.Say(language, "inspection.step.cured", village, finding, by.Unit);
    }

    private static IEnumerable<(string Kind, DateOnly? On)> Next(InspectionOnRegister i) => i.Status switch
    {
        InspectionStatus.Planned => [("drawn", null), ("results", i.Plan.Last)],
        InspectionStatus.Looking => [("results", i.Plan.Last)],
        InspectionStatus.Curing => [("cured", LastCure(i)), ("closed", null)],
        InspectionStatus.Cured => [("closed", null)],
        _ => [],
    };

    private static DateOnly LastCure(InspectionOnRegister i) =>
        i.Results.SelectMany(r => r.Findings).Where(f => f.Cure is null).Max(f => f.Of.CureUntil);
}
