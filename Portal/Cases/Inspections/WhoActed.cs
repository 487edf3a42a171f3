using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>
/// Who entered, booked, prepared, checked or signed anything of one village in the months inspected; the law lets none of them
/// judge it.
/// </summary>
public static class WhoActed
{
    /// <returns>none before the draw</returns>
    public static async Task<IReadOnlySet<PersonId>> OfAsync(
        IQuerySession session, Inspection state, VillageCode village, CancellationToken ct)
    {
        var persons = new HashSet<PersonId>();
        if (state is not Inspection.Running { Plan: var plan }) return persons;
        for (var month = plan.From; month <= plan.To; month = month.Next)
        {
            VillageMonth of = new(village, month);
            foreach (var key in new[] { StreamKey.Book(of), StreamKey.Bank(of), StreamKey.Statement(of), StreamKey.Trust(month) })
                persons.UnionWith((await session.Events.FetchStreamAsync(key, token: ct))
                    .Where(e => IsOf(village, e.Data)).Select(e => ((ISigned)e.Data).By.Person));
        }
        return persons;
    }

    // The trust ledger of a month is all villages' in one stream.
    private static bool IsOf(VillageCode village, object e) => e switch
    {
        VouchersBooked x => x.Village == village,
        VoucherRefused x => x.Village == village,
        TrustClosed x => x.Village == village,
        _ => true,
    };
}
