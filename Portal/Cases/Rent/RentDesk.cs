using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Pages;

namespace Transparency.Portal.Cases.Rent;

/// <summary>Where the rent of one lease in one year stands; private.</summary>
/// <param name="State">name of the state</param>
public sealed record RentOnDesk(string Id, string Agreement, int Year, string State, DateTimeOffset Since)
{
    public static RentOnDesk? Next(RentOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, RentScheduled x) => new(id, x.Agreement.Value, x.Year, "Kept", x.By.At),
        (null, _) => null,
        (_, RentPrepared x) => now with { State = "Prepared", Since = x.By.At },
        (_, RentChecked x) => now with { State = "Checked", Since = x.By.At },
        (_, RentDisclosed x) => now with { State = "Kept", Since = x.By.At },
        _ => now,
    };
}

/// <summary>Accounts of rent that wait to be checked or signed.</summary>
internal static class RentTasks
{
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        if (!r.Officer.Roles.Any(x => x is Role.FinanceGroup or Role.Supervision)) return [];
        var tasks = new List<DeskTask>();
        foreach (var row in await r.Session.Query<RentOnDesk>().Where(x => x.State != "Kept").ToListAsync(r.Cancelled))
        {
            if (await RentCase.ReadAsync(r, $"{row.Agreement}/{row.Year}") is { } file)
                tasks.AddRange(DeskTask.First(r, file, [RentActs.CheckRent, RentActs.SignRent], Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }
}
