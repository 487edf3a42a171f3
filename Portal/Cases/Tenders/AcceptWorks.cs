using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Tenders;

/// <summary>验收 of works, goods or services, by another person than who signed.</summary>
public static class AcceptWorks
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var f = new Fields(r.Fields);
        var (lot, on, result) = (TenderFields.Lot(f), f.Required("date", "day", Fields.Day), f.Text("result"));
        return WriteTender.ActAsync(ledger, r, f, new TenderCommand.Accept(lot, on, result, r.By, r.At), ct);
    }
}
