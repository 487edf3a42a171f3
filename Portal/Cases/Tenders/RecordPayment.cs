using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>付款: with the voucher of a village's escrow, or of the town.</summary>
public static class RecordPayment
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (lot, amount, on) = (TenderFields.Lot(f), f.Required("amount", "yuan", Yuan.Parse), f.Required("date", "day", Fields.Day));
        var (village, month) = (f.Optional("village", "village", VillageCode.Parse), f.Optional("month", "month", Month.Parse));
        var voucher = f.Line("voucher");
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.Pay(lot, amount, on, voucher, village, month, r.By, r.At), ct);
    }
}
