using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;
using InspectionWording = Transparency.Publishing.Notices.Inspections.InspectionWording;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>
/// One inspection of the villages' money, from its plan to its closing. It is public by its plan, so every officer sees it.
/// </summary>
public static class InspectionCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (InspectionId.Parse(subject) is not { } id) return null;
        var told = await r.ReadAsync(StreamKey.Of(id), InspectionDecider.Law);
        var known = told.State as Inspection.Known;
        return new(
            new([.. Readers.Town, .. Readers.Of(r.Rules, InspectionDecider.Matter)], null, Others.EveryOfficer), $"inspections/{id}",
            known is null ? new Shown(new Word("office.new-inspection")) : known.Plan.Title,
            InspectionWording.Number(r.Here.Language, id),
            known is null ? "office.case.none" : $"inspection-state.{told.State.GetType().Name}", ColourOf(told.State))
        {
            Facts = known is null ? [] : [.. Facts(r, known.Plan)],
            Sheets = [.. Sheets(r, id, told)],
            History = InspectedVillage.Seen(r, told.History),
            Acts = [.. (await InspectionActs.OfferedAsync(r, id, told)).OfType<OfferedAct>()],
            PublicPath = known is null ? null : SiteMap.Inspection(id),
        };
    }

    private static string ColourOf(Inspection state) =>
        state switch { Inspection.Closed => "good", Inspection.Cancelled => "stopped", _ => "waiting" };

    private static IEnumerable<Fact> Facts(CaseReader r, InspectionPlan plan)
    {
        yield return new Fact("office.inspection.months", InspectionWording.Months(r.Here.Language, plan));
        yield return new Fact("office.inspection.days", plan.First, new Shown("—"), plan.Last);
        yield return new Fact("field.team", plan.Team);
        yield return new Fact("office.inspection.pool", new Shown(new Sentence("inspection.of-pool", plan.Pool.Count, plan.Count)));
        yield return new Fact("office.inspection.commitment", plan.Commitment);
    }

    private static IEnumerable<Sheet> Sheets(CaseReader r, InspectionId id, Told<Inspection> told)
    {
        if (told.State is Inspection.Running running)
            yield return new Sheet("office.inspection.villages", ["field.village", "office.list.state"],
                [.. running.Villages.Select(v => (IReadOnlyList<Shown>)
                [
                    new Shown(running.Plan.NameOf(v.Village), $"/office/inspections/{id}/{v.Village}"),
                    new Shown(new Word(InspectedVillage.StateOf(r, v.Check))),
                ])]);
        if (told.History.Select(h => h.Event).OfType<InspectionVillagesDrawn>().FirstOrDefault() is { } drawn
            && told.State is Inspection.Known { Plan: var plan })
            yield return new Sheet("office.inspection.draw", ["office.inspection.order", "field.village", "office.inspection.hash"],
                [.. drawn.Draw.Places.Select((p, i) => (IReadOnlyList<Shown>)[new Shown(i + 1), plan.NameOf(p.Village), p.Hash])]);
    }
}
