using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office;
using Transparency.Portal.Office.Desk;
using Transparency.Portal.Office.Frame;
using Transparency.Publishing.Register;
using InspectionWording = Transparency.Publishing.Notices.Inspections.InspectionWording;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>Tasks in inspections: what the law allows this officer now, by the day on which it is due where there is one.</summary>
internal static class InspectionTasks
{
    private static readonly string[] OfWhole = ["call-number", "draw-villages", "close-inspection"];

    private static readonly string[] OfVillages = ["confirm-findings", "record-findings", "accept-cure", "report-cure"];

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await RunningAsync(r.Session, r.Cancelled))
        {
            if (await InspectionCase.ReadAsync(r, row.Number) is { } whole) tasks.AddRange(First(whole, OfWhole, Shanghai.DayOf(row.Since)));
            var known = await r.Session.LoadAsync<InspectionOnRegister>(row.Id, r.Cancelled);
            foreach (var village in row.Villages.Select(VillageCode.Of))
                if (await InspectedVillage.ReadAsync(r, $"{row.Number}/{village}") is { } file)
                    // What waits to be confirmed is not to be recorded once more.
                    tasks.AddRange(First(file, file.State.EndsWith(".Recorded", StringComparison.Ordinal) ? OfVillages[..1] : OfVillages, DueOf(known!, village)));
        }
        return tasks;
    }

    /// <summary>Last days for cures, one for each village that an officer may see.</summary>
    public static async Task<IEnumerable<Reminder>> CuresAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var running = await RunningAsync(session, ct);
        return from i in await session.LoadManyAsync<InspectionOnRegister>(ct, [.. running.Select(x => x.Id)])
               from result in i.Results
               where Sight.OfMoney(here.Officer!, result.Of.Village) && result.Findings.Any(f => f.Cure is null)
               select new Reminder("cure", result.Of.VillageName, InspectionWording.Number(here.Language, i.Plan.Id), $"/office/inspections/{i.Plan.Id}/{result.Of.Village}", DueOf(i, result.Of.Village));
    }

    /// <summary>The first cure that is due; before there is one, the last day of looking.</summary>
    private static DateOnly DueOf(InspectionOnRegister i, VillageCode village) =>
        i.ResultOf(village)?.Findings.Where(f => f.Cure is null).Select(f => (DateOnly?)f.Of.CureUntil).Min() ?? i.Plan.Last;

    private static Task<IReadOnlyList<InspectionOnDesk>> RunningAsync(IQuerySession session, CancellationToken ct) =>
        session.Query<InspectionOnDesk>().Where(i => i.State != "Closed" && i.State != "Cancelled").OrderBy(i => i.Id).ToListAsync(ct);

    private static IEnumerable<DeskTask> First(CaseView file, IEnumerable<string> acts, DateOnly on) =>
        acts.Where(name => file.Acts.Any(a => a.Name == name && a.NotYet is null)).Take(1).Select(name => new DeskTask("case", $"/office/{file.Path}", file.Title.Value as Text ?? new(""), file.Number, on) { Act = name });
}
