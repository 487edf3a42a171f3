using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>拒付、退回凭证: the agent's refusal with its public reason. Fields: <c>voucher, reason, reason_en</c>.</summary>
public static class RefuseVoucher
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (number, reason) = (fields.Line("voucher"), fields.Text("reason"));
        return WriteEscrow.OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            var entered = (await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law)).State is Book.Kept kept ? kept.Entered : [];
            var file = await entry.LoadAsync(StreamKey.Trust(of.Month), TrustDecider.Law);
            return entry.Decide(file, new TrustCommand.Refuse(of.Village, number, reason, entered, await LedgersNow.HandsAsync(entry, of), r.By, r.At));
        }, ct);
    }
}
