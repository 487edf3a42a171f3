using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>更正凭证文字: words, payee, approvers and links, also in a closed month; number, day and lines stay. The public sees it with a corrected statement.</summary>
public static class RewordVoucher
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteEscrow.OnVoucherAsync(ledger, r, async (entry, of, voucher) =>
            entry.Decide(await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law), new BookCommand.Reword(voucher, await LedgersNow.HandsAsync(entry, of), r.By, r.At)), ct);
}
