using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Office.Desk;

/// <summary>
/// Last days of the week ahead, and those that have passed, of all that an officer may see, whoever is to act: the office is reminded
/// before each deadline.
/// </summary>
public static class Reminders
{
    private const int DaysAhead = 7;

    /// <summary>A town that begins with old debts still sees what comes next.</summary>
    private const int MostPassed = 20;

    /// <summary>What comes first on top, then what has passed, the newest first.</summary>
    public static async Task<IReadOnlyList<Reminder>> OfAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        List<Reminder> all = [.. await WindowsAsync(session, here, ct), .. await AnswersAsync(session, here, ct)];
        var reader = new CaseReader(session, here, QueryCollection.Empty, ct);
        foreach (var room in CaseKinds.All.Where(room => room.RemindersAsync is not null)) all.AddRange(await room.RemindersAsync!(reader));
        return
        [
            .. all.Where(r => r.Due >= here.Today && r.Due.DayNumber <= here.Today.DayNumber + DaysAhead)
                .OrderBy(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal),
            .. all.Where(r => r.Due < here.Today)
                .OrderByDescending(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal).Take(MostPassed),
        ];
    }

    private static async Task<IEnumerable<Reminder>> WindowsAsync(IQuerySession session, Screen here, CancellationToken ct) =>
        from d in await session.Query<DeclarationOnRegister>().Where(d => d.Status == PublicStatus.InPublicity).ToListAsync(ct)
        where Sight.OfCase(here.Officer!, d.Section.Village)
        select new Reminder("window", d.Section.Title, d.Number.ToString(), PathOf(d), d.Window.Last);

    /// <summary>One for each declaration: the first answer that is due.</summary>
    private static async Task<IEnumerable<Reminder>> AnswersAsync(IQuerySession session, Screen here, CancellationToken ct)
    {
        var waiting = (await session.Query<ObjectionOnRegister>().Where(o => o.Settled == null && o.Due != null).ToListAsync(ct))
            .GroupBy(o => o.Declaration).ToDictionary(g => g.Key, g => g.Min(o => o.Due!.Value));
        return from d in await session.LoadManyAsync<DeclarationOnRegister>(ct, [.. waiting.Keys])
               where Sight.OfCase(here.Officer!, d.Section.Village)
               select new Reminder("answer", d.Section.Title, d.Number.ToString(), $"{PathOf(d)}#letters", waiting[d.Id]);
    }

    private static string PathOf(DeclarationOnRegister d) => $"/office/declarations/{StreamKey.IdOf(d.Id)}";
}
