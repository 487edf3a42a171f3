using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Reports;

/// <summary>Where a village report stands, for the office's lists; private.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="State">name of the state</param>
/// <param name="Edition">editions so far; 0 = never public</param>
/// <param name="PublicSince">of the first edition, or null</param>
/// <param name="Since">of the newest act but those on the notice board</param>
/// <param name="Posted">the edition that was posted last; 0 = none</param>
/// <param name="HangsUntil">the last day on which that one must hang; null when it has been taken down</param>
public sealed record ReportOnDesk(
    string Id, string Obligation, string Village, string Period, string State, int Edition, bool Nothing,
    DateTimeOffset? PublicSince, DateTimeOffset Since, int Posted = 0, DateOnly? HangsUntil = null)
{
    public string Subject => $"{Obligation}/{Village}/{Period}";

    public Readers Readers => ReadersOf(new(Village), State == "Disclosed");

    public static Readers ReadersOf(VillageCode village, bool isPublic) =>
        new(Access.Readers.OfVillages, village, isPublic ? Others.OfCase : Others.Nobody);

    public static ReportOnDesk? Next(ReportOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, ReportPrepared x) => new(
            id, x.Section.Obligation, x.Section.Village.Value, x.Section.Period.ToString(), "Prepared", 0,
            x.Section.Nothing, null, x.By.At),
        (null, _) => null,
        (_, ReportPrepared x) => now with { State = "Prepared", Since = x.By.At },
        (_, ReportReturned x) => now with { State = "Returned", Since = x.By.At },
        (_, ReportDisclosed x) => now with
        {
            State = "Disclosed", Edition = x.Edition, Nothing = x.Section.Nothing,
            PublicSince = now.PublicSince ?? x.By.At, Since = x.By.At,
        },
        (_, ReportPosted x) => now with { Posted = x.Edition, HangsUntil = x.Stands.Last },
        (_, ReportTakenDown) => now with { HangsUntil = null },
        _ => now,
    };
}

/// <summary>What the villages of one officer owe by reports of their own, and the reports that wait to be mended or signed.</summary>
public static class ReportTasks
{
    /// <summary>Cells that are late or due soon and not begun, the earliest due day on top.</summary>
    public static async Task<IReadOnlyList<Cell>> OwedAsync(CaseReader r)
    {
        var villages = r.Rules.Villages.Keys.Where(v => ReportOnDesk.ReadersOf(v, isPublic: false).IsOwn(r.Officer))
            .OrderBy(v => v.Value, StringComparer.Ordinal).ToList();
        var begun = (await OfVillagesAsync(r, villages)).ToDictionary(row => row.Subject);
        Finding Found(Obligation obligation, VillageCode village, Period period) =>
            begun.TryGetValue(new ReportKey(obligation.Code, village, period).ToString(), out var row)
                ? new(row.PublicSince ?? row.Since, row.Nothing)
                : Finding.Silence;
        return
        [
            .. DisclosureCalendar.Of(
                r.Rules.Obligations.Where(o => o.Evidence == Evidence.Report), villages, r.Here.Today, Found,
                (obligation, village, period) => r.Rules.Count(obligation.DueRule, period.Last, village))
                .Where(cell => cell.Status is CellStatus.Late or CellStatus.DueSoon).OrderBy(cell => cell.Due),
        ];
    }

    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        if (!r.Rules.Matters.TryGetValue(ReportDecider.Matter, out var matter)) return [];
        if (!r.Officer.Roles.Any(role => role == matter.Declarant || role == matter.Approver)) return [];
        var owed = (await OwedAsync(r)).Where(cell => r.Officer.Holds(matter.Declarant, cell.Village))
            .Select(cell => TaskOf(r, KeyOf(cell), ReportActs.PrepareReport, cell.Due!.Value));
        return [.. owed, .. await WaitingAsync(r), .. await OnBoardsAsync(r, matter.Approver)];
    }

    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r) =>
    [
        .. from cell in await OwedAsync(r)
           let village = r.Rules.Villages[cell.Village].Name.In(r.Here.Language)
           select new Reminder(
               "duty", cell.Obligation.Name, $"{village} · {cell.Period}", $"/office/reports/{KeyOf(cell)}", cell.Due!.Value),
    ];

    /// <summary>Whether there is something to do is asked of the law.</summary>
    private static async Task<List<DeskTask>> WaitingAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<ReportOnDesk>().Where(x => x.State != "Disclosed").ToListAsync(r.Cancelled))
        {
            if (!row.Readers.Include(r.Officer) || await ReportCase.ReadAsync(r, row.Subject) is not { } file) continue;
            // What waits for its signature is not to be prepared once more.
            var act = row.State == "Prepared" ? ReportActs.SignReport : ReportActs.PrepareReport;
            if (file.Acts.Any(o => o.Act == act && o.NotYet is null))
                tasks.Add(TaskOf(r, ReportKey.Parse(row.Subject)!.Value, act, Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }

    /// <summary>What is public and does not hang on the village's board, and what has hung there long enough.</summary>
    private static async Task<IReadOnlyList<DeskTask>> OnBoardsAsync(CaseReader r, Role? keeper)
    {
        var villages = r.Rules.Villages.Keys.Where(v => r.Officer.Holds(keeper, v)).ToList();
        var rows = (await OfVillagesAsync(r, villages)).Where(row => row.State == "Disclosed").ToList();
        return
        [
            .. rows.Where(row => row.Posted < row.Edition && IsToBePosted(r, row))
                .Select(row => TaskOf(r, ReportKey.Parse(row.Subject)!.Value, ReportActs.PostReport, Shanghai.DayOf(row.Since))),
            .. rows.Where(row => row.Posted == row.Edition && row.HangsUntil < r.Here.Today)
                .Select(row => TaskOf(r, ReportKey.Parse(row.Subject)!.Value, ReportActs.TakeDownReport, row.HangsUntil!.Value.AddDays(1))),
        ];
    }

    private static bool IsToBePosted(CaseReader r, ReportOnDesk row) =>
        r.Rules.Deadlines.InForce(ReportDecider.BoardRule, Shanghai.DayOf(row.Since), VillageCode.Parse(row.Village)) is not null;

    private static async Task<IReadOnlyList<ReportOnDesk>> OfVillagesAsync(CaseReader r, IReadOnlyList<VillageCode> villages)
    {
        var codes = villages.Select(v => v.Value).ToArray();
        return await r.Session.Query<ReportOnDesk>().Where(row => row.Village.IsOneOf(codes)).ToListAsync(r.Cancelled);
    }

    private static ReportKey KeyOf(Cell cell) => new(cell.Obligation.Code, cell.Village, cell.Period);

    private static DeskTask TaskOf(CaseReader r, ReportKey of, Act act, DateOnly on)
    {
        var title = r.Rules.Obligation(of.Obligation)?.Name ?? new Text(of.Obligation);
        var village = r.Rules.Villages.GetValueOrDefault(of.Village)?.Name.In(r.Here.Language);
        return new("case", $"/office/reports/{of}", title, $"{village} · {of.Period}", on) { Act = act.Name };
    }
}
