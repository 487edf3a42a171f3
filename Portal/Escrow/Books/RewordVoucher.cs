using Transparency.Contracts.Escrow;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Escrow;

/// <summary>更正凭证文字: words, head, payee and links, also in a closed month; number, day and amount stay. The public sees it with a corrected statement.</summary>
public static class RewordVoucher
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteEscrow.OnVoucherAsync(ledger, r, (_, voucher) => new BookCommand.Reword(voucher, r.By, r.At), ct);
}
