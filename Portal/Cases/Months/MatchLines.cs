using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>人工勾对: what a person found to belong together. Fields: <c>vouchers</c> and <c>lines</c> (keys of open items, parted by spaces), <c>reason, reason_en</c>.</summary>
public static class MatchLines
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var (vouchers, lines, reason) = (Keys(fields, "vouchers"), Keys(fields, "lines"), fields.Text("reason"));
        return WriteEscrow.OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            var now = await LedgersNow.OfAsync(entry.Documents, of, entry.Cancelled);
            var open = now.Ledgers.Reconciled();
            var (items, unexplained) = (OpenItems.Vouchers(open), OpenItems.Lines(open));
            if (vouchers.FirstOrDefault(k => !items.ContainsKey(k)) is { } voucher) return Refusal.Mend("vouchers", "bank.match-voucher", voucher);
            if (lines.FirstOrDefault(k => !unexplained.ContainsKey(k)) is { } line) return Refusal.Mend("lines", "bank.match-line", line);
            return r.Stale(now.Bank.Version)
                ?? entry.Decide(now.Bank, new BankCommand.Match([.. vouchers.Select(k => items[k])], [.. lines.Select(k => unexplained[k])], reason, open, now.Hands, r.By, r.At));
        }, ct);
    }

    private static string[] Keys(Fields f, string name) => [.. f.Line(name).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
}

/// <summary>取消勾对. Field: <c>ordinal</c> of the match.</summary>
public static class UndoMatch
{
    public static Task<Outcome> RunAsync(Ledger ledger, ActRequest r, CancellationToken ct)
    {
        var fields = new Fields(r.Fields);
        var ordinal = fields.Required("ordinal", "count", Fields.Count);
        return WriteEscrow.OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            var file = await entry.LoadAsync(StreamKey.Bank(of), BankDecider.Law);
            return r.Stale(file.Version) ?? entry.Decide(file, new BankCommand.UndoMatch(ordinal, await LedgersNow.HandsAsync(entry, of), r.By, r.At));
        }, ct);
    }
}
