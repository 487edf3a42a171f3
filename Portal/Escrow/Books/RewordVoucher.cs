using Transparency.Contracts.Escrow;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Escrow;

/// <summary>更正凭证文字: words, head, payee and links, also in a closed month; number, day and amount stay. The public sees it with a corrected statement.</summary>
public static class RewordVoucher
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) => WriteEscrow.OnMonthAsync(ledger, r, null, async (entry, of) =>
    {
        var fields = new Fields(r.Fields);
        var (voucher, person) = VoucherFields.Read(fields, of, entry.Rules);
        if (fields.Fault is { } no) return no;
        var file = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
        if (person is not null) entry.Documents.Store(person);
        return r.Stale(file.Version) ?? entry.Decide(file, new BookCommand.Reword(voucher, r.By, r.At));
    }, ct);
}
