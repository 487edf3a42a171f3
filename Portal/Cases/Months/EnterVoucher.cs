using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>录入凭证: one voucher, by the village's reporting clerk. Fields: <see cref="VoucherFields"/>.</summary>
public static class EnterVoucher
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct) =>
        WriteEscrow.OnVoucherAsync(ledger, r, (entry, of, voucher) => EnterVouchers.RunAsync(entry, of, [voucher], r.By, r.At), ct);
}
