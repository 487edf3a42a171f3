using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Publishing.Notices.Inspections;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>Where an inspection stands, for the office's lists; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Villages">codes of those that were drawn</param>
public sealed record InspectionOnDesk(
    string Id, string Number, Text Title, int Count, string State, IReadOnlyList<string> Villages, DateTimeOffset Since)
{
    public bool Ended => State is "Closed" or "Cancelled";

    public static InspectionOnDesk? Next(InspectionOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, InspectionPlanned x) => new(id, x.Plan.Id.Value, x.Plan.Title, x.Plan.Count, "Planned", [], x.By.At),
        (null, _) => null,
        (_, InspectionNumberCalled x) => now with { State = "Called", Since = x.By.At },
        (_, InspectionVillagesDrawn x) =>
            now with { State = "Drawn", Villages = [.. x.Draw.Places.Take(now.Count).Select(p => p.Village.Value)], Since = x.By.At },
        (_, InspectionClosed x) => now with { State = "Closed", Since = x.By.At },
        (_, InspectionCancelled or InspectionVoided) when e is InspectionEvent x => now with { State = "Cancelled", Since = x.By.At },
        (_, InspectionEvent x) => now with { Since = x.By.At },
        _ => now,
    };
}

/// <summary>Tasks in inspections: what the law allows this officer now, by the day on which it is due where there is one.</summary>
internal static class InspectionTasks
{
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await RunningAsync(r))
        {
            if (await InspectionCase.ReadAsync(r, row.Number) is { } whole)
                tasks.AddRange(DeskTask.First(r, whole, InspectionActs.Tasks, Shanghai.DayOf(row.Since)));
            var known = await r.Session.LoadAsync<InspectionOnRegister>(row.Id, r.Cancelled);
            foreach (var village in row.Villages.Select(VillageCode.Of))
            {
                if (await InspectedVillage.ReadAsync(r, $"{row.Number}/{village}") is not { } file) continue;
                // What waits to be confirmed is not to be recorded once more.
                var isRecorded = file.State.EndsWith(".Recorded", StringComparison.Ordinal);
                var may = InspectedVillageActs.Tasks.Take(isRecorded ? 1 : int.MaxValue);
                tasks.AddRange(DeskTask.First(r, file, may, DueOf(known!, village)));
            }
        }
        return tasks;
    }

    /// <summary>Last days for cures, one for each village that an officer may see.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r)
    {
        var running = await RunningAsync(r);
        return
        [
            .. from i in await r.Session.LoadManyAsync<InspectionOnRegister>(r.Cancelled, [.. running.Select(x => x.Id)])
               let number = InspectionWording.Number(r.Here.Language, i.Plan.Id)
               from result in i.Results
               where Sight.OfMoney(r.Officer, result.Of.Village) && result.Findings.Any(f => f.Cure is null)
               let path = $"/office/inspections/{i.Plan.Id}/{result.Of.Village}"
               select new Reminder("cure", result.Of.VillageName, number, path, DueOf(i, result.Of.Village)),
        ];
    }

    /// <summary>The first cure that is due; before there is one, the last day of looking.</summary>
    private static DateOnly DueOf(InspectionOnRegister i, VillageCode village) =>
        i.ResultOf(village)?.Findings.Where(f => f.Cure is null).Select(f => (DateOnly?)f.Of.CureUntil).Min() ?? i.Plan.Last;

    private static Task<IReadOnlyList<InspectionOnDesk>> RunningAsync(CaseReader r) =>
        r.Session.Query<InspectionOnDesk>().Where(i => i.State != "Closed" && i.State != "Cancelled").OrderBy(i => i.Id)
            .ToListAsync(r.Cancelled);
}
