using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Cases.Reports;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Desk;

/// <summary>What the villages of one officer owe by reports of their own, and the reports that wait to be mended or signed.</summary>
public static class DutyTasks
{
    private static readonly string[] Acts = ["sign-report", "prepare-report"];

    /// <summary>Cells that are late or due soon and not begun, the earliest due day on top.</summary>
    public static async Task<IReadOnlyList<Cell>> OwedAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var villages = here.Rules.Villages.Keys.Where(v => Sight.OfCase(here.Officer!, v)).OrderBy(v => v.Value, StringComparer.Ordinal).ToList();
        var begun = (await OfVillagesAsync(session, villages, ct)).ToDictionary(r => r.Subject);
        return
        [
            .. DisclosureCalendar.Of(
                here.Rules.Obligations.Where(o => o.Evidence == Evidence.Report), villages, here.Today,
                (obligation, village, period) => begun.TryGetValue(new ReportKey(obligation.Code, village, period).ToString(), out var row) ? new(row.PublicSince ?? row.Since, row.Nothing) : Finding.Silence,
                (obligation, village, period) => here.Rules.Count(obligation.DueRule, period.Last, village))
                .Where(cell => cell.Status is CellStatus.Late or CellStatus.DueSoon).OrderBy(cell => cell.Due),
        ];
    }

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var officer = here.Officer!;
        if (!here.Rules.Matters.TryGetValue(ReportDecider.Matter, out var matter) || !officer.Roles.Any(r => r == matter.Declarant || r == matter.Approver)) return [];
        var owed = (await OwedAsync(session, here, ct)).Where(cell => officer.Holds(matter.Declarant, cell.Village))
            .Select(cell => TaskOf(here, new(cell.Obligation.Code, cell.Village, cell.Period), "prepare-report", cell.Due!.Value));
        return [.. owed, .. await WaitingAsync(session, here, ct)];
    }

    /// <summary>Whether there is something to do is asked of the law.</summary>
    private static async Task<List<DeskTask>> WaitingAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var (reader, tasks) = (new CaseReader(session, here, QueryCollection.Empty, ct), new List<DeskTask>());
        foreach (var row in await session.Query<ReportOnDesk>().Where(r => r.State != "Disclosed").ToListAsync(ct))
        {
            if (await ReportCase.ReadAsync(reader, row.Subject) is not { } file) continue;
            // What waits for its signature is not to be prepared once more.
            var act = Acts.FirstOrDefault(a => (a == "sign-report") == (row.State == "Prepared") && file.Acts.Any(o => o.Name == a && o.NotYet is null));
            if (act is not null) tasks.Add(TaskOf(here, ReportKey.Parse(row.Subject)!.Value, act, Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }

    private static async Task<IReadOnlyList<ReportOnDesk>> OfVillagesAsync(IQuerySession session, IReadOnlyList<VillageCode> villages, CancellationToken ct)
    {
        var codes = villages.Select(v => v.Value).ToArray();
        return await session.Query<ReportOnDesk>().Where(r => r.Village.IsOneOf(codes)).ToListAsync(ct);
    }

    private static DeskTask TaskOf(Screen here, ReportKey of, string act, DateOnly on) =>
        new("case", $"/office/reports/{of}", here.Rules.Obligation(of.Obligation)?.Name ?? new Text(of.Obligation),
            $"{here.Rules.Villages.GetValueOrDefault(of.Village)?.Name.In(here.Language)} · {of.Period}", on) { Act = act };
}
