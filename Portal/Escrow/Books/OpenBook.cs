using Marten;
using Marten.Events;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Escrow;

/// <summary>建账: the balance with which a village's first month under escrow begins. Field: <c>opening</c>.</summary>
public static class OpenBook
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var opening = fields.Required("opening", "yuan", Yuan.Parse);
        return WriteEscrow.OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            // Two who open different months of one village at once would both find none opened.
            await entry.LockAsync($"book/{of.Village}", shared: false);
            var file = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
            return r.Stale(file.Version)
                ?? entry.Decide(file, new BookCommand.OpenBook(of.Village, of.Month, opening, await OpenedBeforeAsync(entry, of.Village), r.By, r.At));
        }, ct);
    }

    private static async Task<Month?> OpenedBeforeAsync(Entry entry, VillageCode village)
    {
        var books = $"book/{village}/";
        var opened = await entry.Documents.Events.QueryAllRawEvents().Where(e => e.StreamKey!.StartsWith(books) && e.EventTypesAre(typeof(BookOpened))).ToListAsync(entry.Cancelled);
        return opened.Count == 0 ? null : ((BookOpened)opened[0].Data).Month;
    }
}
