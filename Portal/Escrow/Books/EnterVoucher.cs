using Transparency.Contracts.Escrow;
using Transparency.Portal.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Escrow;

/// <summary>录入凭证: one voucher, by the village's clerk or a bookkeeper. Fields: <see cref="VoucherFields"/>.</summary>
public static class EnterVoucher
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteEscrow.OnVoucherAsync(ledger, r, (of, voucher) => new BookCommand.Enter(of.Village, of.Month, [voucher], r.By, r.At), ct);
}
