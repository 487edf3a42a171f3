using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Officers;

/// <summary>Appointments and changes that wait for another administrator.</summary>
internal static class OfficerTasks
{
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        if (!r.Officer.Roles.Contains(Role.Administrator)) return tasks;
        foreach (var row in (await r.Session.Query<OfficerOnRecord>().ToListAsync(r.Cancelled)).Where(o => o.Waiting is not null))
        {
            if (await OfficerCase.ReadAsync(r, row.Key) is { } file)
                tasks.AddRange(DeskTask.First(r, file, [OfficerActs.Confirm], Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }
}
