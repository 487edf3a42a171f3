using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>红字冲销: takes an earlier voucher back, line by line, in this month. Fields: <c>original</c> (<c>2026-07/0703</c>), <c>voucher, date, summary, summary_en</c>.</summary>
public static class ReverseVoucher
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (key, number, date, summary) = (fields.Required("original", "voucher-key", VoucherKey.Parse), fields.Line("voucher"), fields.Required("date", "day", Fields.Day), fields.Text("summary"));
        return WriteEscrow.OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            var book = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
            if (r.Stale(book.Version) is { } stale) return stale;
            if (await EnterVouchers.OriginalAsync(entry, new(of.Village, key.Month), key.Number) is not { Voucher: var original }) return Refusal.Mend("reverses", "voucher.reversed-unknown", number, key.ToString());
            return await EnterVouchers.RunAsync(entry, of, [original with { Number = number, Date = date, Summary = summary, Lines = original.Mirrored, Approvers = [], Reverses = key }], r.By, r.At);
        }, ct);
    }
}
