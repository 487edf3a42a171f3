using static Transparency.Contracts.Escrow.Inspections.Inspection;
using static Transparency.Contracts.Escrow.Inspections.VillageCheck;

namespace Transparency.Contracts.Escrow.Inspections;

/// <summary>The table of (state, event). No rules: what has happened is not judged again.</summary>
internal static class InspectionEvolution
{
    public static Inspection Evolve(Inspection state, InspectionEvent e) => (state, e) switch
    {
        (None, InspectionPlanned x) => new Planned(x.Plan, x.By.Person),
        (Planned s, InspectionNumberCalled x) => new Called(s.Plan, s.Planner, x.Number, x.By.Person),
        (Called s, InspectionVillagesDrawn x) =>
            new Drawn(s.Plan, s.Planner, [.. x.Draw.Places.Take(s.Plan.Count).Select(p => new VillageFile(p.Village, new Waiting()))]),
        (Running s, InspectionFindingsRecorded x) => With(s, x.Result.Village, _ => new Recorded(x.Result, x.By)),
        (Running s, InspectionFindingsReturned x) => With(s, x.Village, check => new Returned(((Recorded)check).Result, x.Reason)),
        (Running s, InspectionResultPublished x) =>
            With(s, x.Result.Village, _ => new Published(x.Result, [.. x.Result.Findings.Select(_ => new Cure.Open())])),
        (Running s, InspectionCureReported x) => With(s, x.Village, x.Ordinal, new Cure.Reported(x.What, x.By)),
        (Running s, InspectionCureSentBack x) => With(s, x.Village, x.Ordinal, new Cure.SentBack(x.Reason)),
        (Running s, InspectionCureAccepted x) => With(s, x.Village, x.Ordinal, new Cure.Accepted()),
        (Reported s, InspectionClosed) => new Closed(s.Plan, s.Planner),
        (Planned or Called, InspectionCancelled) => new Cancelled(((Known)state).Plan, ((Known)state).Planner),
        (Called s, InspectionVoided) => new Cancelled(s.Plan, s.Planner),
        _ => state,
    };

    private static Running With(Running state, VillageCode village, Func<VillageCheck, VillageCheck> next)
    {
        VillageFile[] villages = [.. state.Villages.Select(v => v.Village == village ? v with { Check = next(v.Check) } : v)];
        return Array.TrueForAll(villages, v => v.Check is Published)
            ? new Reported(state.Plan, state.Planner, villages)
            : new Drawn(state.Plan, state.Planner, villages);
    }

    private static Running With(Running state, VillageCode village, int ordinal, Cure cure) =>
        With(state, village, check => check is not Published p ? check
            : p with { Cures = [.. p.Cures.Select((c, i) => i == ordinal - 1 ? cure : c)] });
}
