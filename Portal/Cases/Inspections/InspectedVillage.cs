using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;
using InspectionWording = Transparency.Publishing.Notices.Inspections.InspectionWording;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>One drawn village of an inspection. Before its result is public only the town's officers see what was recorded.</summary>
public static class InspectedVillage
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        if (InspectionKey.Parse(subject) is not { Village: { } village } key ) return null;
        var told = await r.ReadAsync(StreamKey.Of(key.Id), InspectionDecider.Law);
        if (told.State is not Inspection.Known { Plan: var plan }
            || told.History.Select(h => h.Event).OfType<InspectionVillagesDrawn>().FirstOrDefault() is not { } drawn
            || drawn.Draw.Places.Take(plan.Count).All(p => p.Village != village)) return null;
        var row = (await r.Session.LoadAsync<InspectionOnRegister>(StreamKey.Of(key.Id), r.Cancelled))!;
        var check = (told.State as Inspection.Running)?.Of(village)?.Check;
        IReadOnlyList<OfferedAct> acts = [.. (await InspectedVillageActs.OfferedAsync(r, told, key, check)).OfType<OfferedAct>()];
        return new(
            new(Readers.OfMoney, village, Others.OfMoney), $"inspections/{key}", plan.NameOf(village),
            InspectionWording.Number(r.Here.Language, key.Id),
            check is null ? "inspection-state.Closed" : StateOf(r, check), check is null or VillageCheck.Published ? "good" : "waiting")
        {
            Facts =
            [
                new Fact("office.inspection.of", new Shown(plan.Title, $"/office/inspections/{key.Id}")),
                new Fact("office.inspection.months", InspectionWording.Months(r.Here.Language, plan)),
                new Fact("office.inspection.days", plan.First, new Shown("—"), plan.Last),
            ],
            Sheets = [.. Sheets(r, check, row.ResultOf(village))],
            History = [.. Seen(r, told.History).Where(h => VillageOf(h.Event) == village)],
            Acts = acts,
            PublicPath = row.ResultOf(village) is null ? null : SiteMap.Inspection(key.Id),
            Foreseen = check is VillageCheck.Recorded recorded && SeesDrafts(r) ? Foresee(r, row, recorded, acts) : null,
            Note = check is VillageCheck.Returned { Reason: var reason } && SeesDrafts(r) ? new Sentence("office.returned", reason) : null,
        };
    }

    /// <summary>Code of its words: to others than the town's officers a village whose result is not public is only waiting.</summary>
    public static string StateOf(CaseReader r, VillageCheck check) =>
        $"village-check.{(check is VillageCheck.Published || SeesDrafts(r) ? check.GetType().Name : nameof(VillageCheck.Waiting))}";

    public static IReadOnlyList<Happening> Seen(CaseReader r, IReadOnlyList<Happening> history) =>
        SeesDrafts(r) ? history : [.. history.Where(h => h.Event is not (InspectionFindingsRecorded or InspectionFindingsReturned))];

    private static bool SeesDrafts(CaseReader r) => r.Officer.Roles.Any(Readers.Town.Contains);

    private static VillageCode? VillageOf(object e) => e switch
    {
        InspectionFindingsRecorded x => x.Result.Village,
        InspectionFindingsReturned x => x.Village,
        InspectionResultPublished x => x.Result.Village,
        InspectionCureReported x => x.Village,
        InspectionCureSentBack x => x.Village,
        InspectionCureAccepted x => x.Village,
        _ => null,
    };

    private static IEnumerable<Sheet> Sheets(CaseReader r, VillageCheck? check, PublicResult? result)
    {
        if (check is VillageCheck.Recorded or VillageCheck.Returned && SeesDrafts(r))
        {
            var draft = check is VillageCheck.Recorded s ? s.Result : ((VillageCheck.Returned)check).Result;
            yield return new Sheet("office.inspection.found",
                ["office.inspection.finding", "office.column.found_month", "office.column.found_what", "office.column.cure_until"],
                draft.Findings.Count == 0 ? [[.. Nothing]]
                : [.. draft.Findings.Select(Row)],
                Signed: check is VillageCheck.Recorded);
        }
        if (result is not null)
            yield return new Sheet("office.inspection.found",
                [
                    "office.inspection.finding", "office.column.found_month", "office.column.found_what", "office.column.cure_until",
                    "office.inspection.cure",
                ],
                result.Findings.Count == 0 ? [[.. Nothing, new Shown((object?)null)]]
                : [.. result.Findings.Select(f => (IReadOnlyList<Shown>)[.. Row(f.Of), InspectionWording.Cure(r.Here.Language, f)])]);
    }

    private static IReadOnlyList<Shown> Nothing =>
        [new(new Word("office.inspection.nothing")), new((object?)null), new((object?)null), new((object?)null)];

    private static IReadOnlyList<Shown> Row(Finding f) => [f.Name, f.Month?.ToString(), f.What, f.CureUntil];

    private static Foreseen Foresee(
        CaseReader r, InspectionOnRegister row, VillageCheck.Recorded s, IReadOnlyList<OfferedAct> acts)
    {
        var confirmed = new InspectionResultPublished(
            s.Result, s.Result.Hash, Signers.Act(s.By), Signers.Next(r, acts, InspectedVillageActs.ConfirmFindings));
        var next = InspectionOnRegister.Evolve(row, row.Id, confirmed)!;
        return new([next], (model, language) => SitePages.Inspection(model, next, language, "/"));
    }
}
