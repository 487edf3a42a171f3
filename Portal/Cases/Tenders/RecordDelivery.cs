using Transparency.Contracts;
using Transparency.Contracts.Coal;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>到货: what arrived for one lot of coal, weighed and measured; public by the act.</summary>
public static class RecordDelivery
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (lot, on, note) = (TenderFields.Lot(f), f.Required("date", "day", Fields.Day), f.Text("note"));
        var (tonnes, heat, accepted) = (f.Required("tonnes", "figure", TenderTables.Figure), f.Required("calorific", "figure", TenderTables.Figure), f.Flag("accepted"));
        return f.Fault is { } no ? Outcome.No(no) : ledger.WriteAsync(r.Writer, async entry =>
        {
            var tender = await entry.LoadAsync(WriteTender.IdOf(r));
            var file = await entry.LoadAsync(StreamKey.Delivery(WriteTender.IdOf(r), lot), DeliveryDecider.Law);
            return entry.Decide(file, new DeliverCoal(tender.State, lot, on, tonnes, heat, accepted, note, r.By, r.At));
        }, ct);
    }
}
