using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

using LoadedStatement = Loaded<Statement, StatementCommand, StatementEvent>;

/// <summary>What acts on a village's month have in common: read the subject (<c>09/2026-08</c>), load, compare what was seen, decide.</summary>
internal static class WriteEscrow
{
    public static Task<Outcome> OnMonthAsync(Ledger ledger, ActRequest r, Fields? fields, Func<Entry, VillageMonth, Task<Refusal?>> act, CancellationToken ct) =>
        VillageMonth.Parse(r.Subject) is not { } of ? Outcome.No(Refusal.Mend(null, "escrow.subject", r.Subject))
        : fields?.Fault is { } no ? Outcome.No(no)
        : ledger.WriteAsync(r.Writer, entry => act(entry, of), ct);

    /// <summary>An act on the village's book that carries one voucher; a natural person's full name goes into a document of its own.</summary>
    public static Task<Outcome> OnVoucherAsync(Ledger ledger, ActRequest r, Func<Entry, VillageMonth, Voucher, Task<Refusal?>> act, CancellationToken ct) =>
        OnMonthAsync(ledger, r, null, async (entry, of) =>
        {
            var fields = new Fields(r.Fields);
            var (voucher, person) = VoucherFields.Read(fields, of, entry.Rules);
            if (fields.Fault is { } no) return no;
            var file = await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law);
            if (person is not null) entry.Documents.Store(person);
            return r.Stale(file.Version) ?? await act(entry, of, voucher);
        }, ct);

    /// <summary>An act whose command needs nothing but the request.</summary>
    public static Task<Outcome> OnStatementAsync(Ledger ledger, ActRequest r, Fields fields, StatementCommand command, CancellationToken ct) =>
        OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            var file = await entry.LoadAsync(StreamKey.Statement(of), StatementDecider.Law);
            return r.Stale(file.Version) ?? entry.Decide(file, command);
        }, ct);

    /// <summary>An act that is decided by what the ledgers say now; pinned by a hash, so a moved version alone does not refuse it.</summary>
    public static Task<Outcome> OnLedgersAsync(Ledger ledger, ActRequest r, Fields fields, Func<Entry, LoadedStatement, LoadedLedgers, Refusal?> act, CancellationToken ct) =>
        OnMonthAsync(ledger, r, fields, async (entry, of) =>
        {
            var file = await entry.LoadAsync(StreamKey.Statement(of), StatementDecider.Law);
            return act(entry, file, await LedgersNow.OfAsync(entry.Documents, of, entry.Cancelled));
        }, ct);
}
