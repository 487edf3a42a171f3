using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Publicity;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Demo;

/// <summary>
/// The demo's past happened before any portal served it, so what its certificates say of the looks at its pages is invented as all
/// of its data is: as a rule each look found the page; now and then nobody answered, or the portal itself was away.
/// </summary>
public static class InventedChecks
{
    private const int MinutesIntoSlot = 7;

    /// <summary>All looks of open windows up to now.</summary>
    public static async Task<Refusal?> RunAsync(OpenStore open, DateTimeOffset now, CancellationToken ct)
    {
        await using var session = open.Store.QuerySession();
        foreach (var row in await session.Query<DeclarationOnRegister>().Where(d => d.Status == PublicStatus.InPublicity).ToListAsync(ct))
        {
            var opened = row.Editions.First(e => e.Round == row.Current.Round).At;
            var found = PublicitySlots.Between(opened, row.Window.Ends).Select(slot => slot.AddMinutes(MinutesIntoSlot)).Index()
                .Where(x => x.Item > opened && x.Item < now).Select(x => Invented(row.Number.Ordinal, x.Index, x.Item)).OfType<Found>();
            var recorded = await RecordChecks.RunAsync(open.Ledger, new(StreamKey.IdOf(row.Id)), "scenario", [.. found], ct);
            if (recorded is Outcome.Refused no) return no.Why;
        }
        return null;
    }

    private static Found? Invented(int ordinal, int look, DateTimeOffset at) => (((ordinal * 31) + (look * 7)) % 97) switch
    {
        5 => null,
        11 => new Found(at, CheckResult.Unreachable, null, null),
        23 => new Found(at, CheckResult.Unreachable, null, 503),
        _ => new Found(at, CheckResult.Stood, null, 200),
    };
}
