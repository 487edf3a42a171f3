using Transparency.Portal.Cases.Pages;

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
    public static async Task<IReadOnlyList<Reminder>> OfAsync(RoomByRoom rooms, DateOnly today)
    {
        var all = await rooms.AllAsync(room => room.RemindersAsync);
        return
        [
            .. all.Where(r => r.Due >= today && r.Due.DayNumber <= today.DayNumber + DaysAhead)
                .OrderBy(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal),
            .. all.Where(r => r.Due < today)
                .OrderByDescending(r => r.Due).ThenBy(r => r.Path, StringComparer.Ordinal).Take(MostPassed),
        ];
    }
}
