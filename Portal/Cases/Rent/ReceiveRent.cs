using Transparency.Contracts;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Rent;

/// <summary>实收. A negative <c>amount</c> takes back a receipt of the same day and voucher; <c>due</c> names the instalment that the payer meant.</summary>
public static class ReceiveRent
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var receipt = new RentReceipt(
            fields.Required("date", "day", Fields.Day), fields.Required("amount", "yuan", Yuan.Parse),
            fields.Line("voucher") is { Length: > 0 } voucher ? voucher : null, fields.Optional("due", "day", Fields.Day));
        return WriteRent.ActAsync(ledger, r, fields, pinned: false, new RentCommand.Receive(receipt, r.By, r.At), ct);
    }
}
