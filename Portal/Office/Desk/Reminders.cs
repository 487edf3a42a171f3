using Marten;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;

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
        var (reader, all) = (new CaseReader(session, here, QueryCollection.Empty, ct), new List<Reminder>());
        foreach (var room in CaseKinds.All.Where(room => room.RemindersAsync is not null)) all.AddRange(await room.RemindersAsync!(reader));
        return
        [
            .. all.Where(r => r.Due >= here.Today && r.Due.DayNumber <= here.Today.DayNumber + DaysAhead)
                .OrderBy(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal),
            .. all.Where(r => r.Due < here.Today)
                .OrderByDescending(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal).Take(MostPassed),
        ];
    }
}
