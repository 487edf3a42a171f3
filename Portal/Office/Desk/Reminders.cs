using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Office.Desk;

/// <summary>One last day that comes near or has passed.</summary>
/// <param name="Kind">code of its words: <c>office.reminder.{Kind}</c></param>
public sealed record Reminder(string Kind, Text Title, string? Number, string Path, DateOnly Due);

/// <summary>Last days of the week ahead, and those that have passed, of all that an officer may see, whoever is to act: the office is reminded before each deadline.</summary>
public static class Reminders
{
    private const int DaysAhead = 7;

    /// <summary>A town that begins with old debts still sees what comes next.</summary>
    private const int MostPassed = 20;

    /// <summary>What comes first on top, then what has passed, the newest first.</summary>
    public static async Task<IReadOnlyList<Reminder>> OfAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        List<Reminder> all = [.. await WindowsAsync(session, here, ct), .. await AnswersAsync(session, here, ct), .. await TendersAsync(session, here, ct), .. await DutiesAsync(session, here, ct), .. await InspectionTasks.CuresAsync(session, here, ct)];
        return
        [
            .. all.Where(r => r.Due >= here.Today && r.Due.DayNumber <= here.Today.DayNumber + DaysAhead).OrderBy(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal),
            .. all.Where(r => r.Due < here.Today).OrderByDescending(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal).Take(MostPassed),
        ];
    }

    private static async Task<IEnumerable<Reminder>> WindowsAsync(IQuerySession session, Screen here, CancellationToken ct) =>
        from d in await session.Query<DeclarationOnRegister>().Where(d => d.Status == PublicStatus.InPublicity).ToListAsync(ct)
        where Sight.OfCase(here.Officer!, d.Section.Village)
        select new Reminder("window", d.Section.Title, d.Number.ToString(), PathOf(d), d.Window.Last);

    /// <summary>One for each declaration: the first answer that is due.</summary>
    private static async Task<IEnumerable<Reminder>> AnswersAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var waiting = (await session.Query<ObjectionOnRegister>().Where(o => o.Settled == null && o.Due != null).ToListAsync(ct)).GroupBy(o => o.Declaration).ToDictionary(g => g.Key, g => g.Min(o => o.Due!.Value));
        return from d in await session.LoadManyAsync<DeclarationOnRegister>(ct, [.. waiting.Keys])
               where Sight.OfCase(here.Officer!, d.Section.Village)
               select new Reminder("answer", d.Section.Title, d.Number.ToString(), $"{PathOf(d)}#letters", waiting[d.Id]);
    }

    private static async Task<IEnumerable<Reminder>> TendersAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var waiting = await session.Query<TenderOnDesk>().Where(t => t.State == "Announced" || t.State == "CandidatesPublished").ToListAsync(ct);
        return from t in await session.LoadManyAsync<TenderOnRegister>(ct, [.. waiting.Select(t => t.Id)])
               where Sight.OfMoney(here.Officer!, t.Section.Village)
               let due = t.Status == TenderStatus.Candidates ? t.Window?.Last : t.Current.Notice is { } notice ? Shanghai.DayOf(notice.Deadline) : (DateOnly?)null
               where due is not null
               select new Reminder(t.Status == TenderStatus.Candidates ? "candidates" : "bids", t.Section.Title, t.Tender.Value, $"/office/tenders/{t.Tender}", due.Value);
    }

    private static async Task<IEnumerable<Reminder>> DutiesAsync(IQuerySession session, Screen here, CancellationToken ct) =>
        from cell in (await DutyTasks.OwedAsync(session, here, ct)).Concat(await StatementsAsync(session, here, ct))
        let village = here.Rules.Villages[cell.Village].Name
        select new Reminder("duty", cell.Obligation.Name, $"{village.In(here.Language)} · {cell.Period}", cell.Obligation.Evidence == Evidence.Statement
            ? $"/office/statements/{new VillageMonth(cell.Village, new(cell.Period.Number))}" : $"/office/reports/{new ReportKey(cell.Obligation.Code, cell.Village, cell.Period)}", cell.Due!.Value);

    /// <summary>Monthly statements: whether one is public is told by its key alone.</summary>
    private static async Task<IEnumerable<Cell>> StatementsAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var villages = here.Rules.Villages.Keys.Where(v => Sight.OfMoney(here.Officer!, v)).OrderBy(v => v.Value, StringComparer.Ordinal).ToList();
        var known = (await session.Query<StatementOnRegister>().Select(s => s.Id).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        return DisclosureCalendar.Of(
            here.Rules.Obligations.Where(o => o.Evidence == Evidence.Statement), villages, here.Today,
            (_, village, period) => known.Contains(StreamKey.Statement(new(village, new(period.Number)))) ? new(here.Now) : Finding.Silence,
            (obligation, village, period) => here.Rules.Count(obligation.DueRule, period.Last, village)).Where(cell => cell.Status is CellStatus.Late or CellStatus.DueSoon);
    }

    private static string PathOf(DeclarationOnRegister d) => $"/office/declarations/{StreamKey.IdOf(d.Id)}";
}
