using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Suppressions;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Suppressions;

/// <summary>Where a suppression stands, for the office's lists; private.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="State">name of the state</param>
/// <param name="Number">null until it is confirmed</param>
public sealed record SuppressionOnDesk(string Id, string State, string Address, string? Number, DateTimeOffset Since)
{
    public string Subject => StreamKey.IdOf(Id);

    public Readers Readers => ReadersOf(State == "Confirmed");

    public static Readers ReadersOf(bool isPublic) => new(Access.Readers.Town, null, isPublic ? Others.OfCase : Others.Nobody);

    public static SuppressionOnDesk? Next(SuppressionOnDesk? now, string id, object e) => (now, e) switch
    {
        (null, SuppressionProposed x) => new(id, "Proposed", x.Words.Address, null, x.By.At),
        (null, _) => null,
        (_, SuppressionDeclined x) => now with { State = "Declined", Since = x.By.At },
        (_, SuppressionConfirmed x) => now with { State = "Confirmed", Number = $"{x.Number}", Since = x.By.At },
        _ => now,
    };
}

/// <summary>What waits to be confirmed.</summary>
internal static class SuppressionTasks
{
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        if (!Sight.OfCase(r.Officer, village: null)) return tasks;
        foreach (var row in await r.Session.Query<SuppressionOnDesk>().Where(s => s.State == "Proposed").ToListAsync(r.Cancelled))
        {
            if (await SuppressionCase.ReadAsync(r, row.Subject) is { } file)
                tasks.AddRange(DeskTask.First(r, file, [SuppressionActs.Confirm], Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }
}
