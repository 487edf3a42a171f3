using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>The streams of one village's month as they stand now.</summary>
/// <param name="Hands">who has had a part in the month</param>
public sealed record LoadedLedgers(
    Loaded<Book, BookCommand, BookEvent> Book,
    Loaded<Trust, TrustCommand, TrustEvent> Trust,
    Loaded<BankMonth, BankCommand, BankEvent> Bank,
    Ledgers Ledgers, Hands Hands);

public static class LedgersNow
{
    public static async Task<LoadedLedgers> OfAsync(IQuerySession session, VillageMonth of, CancellationToken ct)
    {
        var book = await Entry.LoadAsync(session, StreamKey.Book(of), BookDecider.Law, ct);
        var trust = await Entry.LoadAsync(session, StreamKey.Trust(of.Month), TrustDecider.Law, ct);
        var bank = await Entry.LoadAsync(session, StreamKey.Bank(of), BankDecider.Law, ct);
        var statement = await Entry.LoadAsync(session, StreamKey.Statement(of), StatementDecider.Law, ct);
        var budget = await Entry.LoadAsync(session, StreamKey.Budget(of.Village, of.Month.Year), BudgetDecider.Law, ct);
        var sub = trust.State.Of(of.Village);
        var yearAgo = await PublicAsync(session, new(of.Village, new(of.Month.Number - 12)), ct);
        var before = await BeforeAsync(session, of.Previous, ct);
        return new(
            book, trust, bank, new(of.Village, of.Month, book.State, sub, bank.State, before, yearAgo, budget.State)
            {
                Earlier = await PaidOnDesk.EarlierAsync(session, of, ct),
            },
            Hands.Of(book.State, sub, bank.State, statement.State));
    }

    public static async Task<Hands> HandsAsync(Entry entry, VillageMonth of) => Hands.Of(
        (await entry.LoadAsync(StreamKey.Book(of), BookDecider.Law)).State,
        (await entry.LoadAsync(StreamKey.Trust(of.Month), TrustDecider.Law)).State.Of(of.Village),
        (await entry.LoadAsync(StreamKey.Bank(of), BankDecider.Law)).State,
        (await entry.LoadAsync(StreamKey.Statement(of), StatementDecider.Law)).State);

    /// <summary>How the month ended, or null while it has not.</summary>
    private static async Task<MonthBefore?> BeforeAsync(IQuerySession session, VillageMonth of, CancellationToken ct)
    {
        var book = await Entry.LoadAsync(session, StreamKey.Book(of), BookDecider.Law, ct);
        if (book.State is not Book.Closed closed) return null;
        var trust = await Entry.LoadAsync(session, StreamKey.Trust(of.Month), TrustDecider.Law, ct);
        var inTrust = trust.State.Of(of.Village).Closing ?? closed.Closing;
        return new(closed.Closing, closed.Balances, inTrust, await PublicAsync(session, of, ct));
    }

    private static async Task<StatementSection?> PublicAsync(IQuerySession session, VillageMonth of, CancellationToken ct) =>
        ((await Entry.LoadAsync(session, StreamKey.Statement(of), StatementDecider.Law, ct)).State as Statement.Known)?.File.Public;
}

/// <summary>
/// What is open between trust ledger and bank, by keys that a form can carry:
/// <c>2026-08/0803</c> for a voucher, <c>2026-08-09/-5400.00/1</c> for a line of the bank.
/// </summary>
public static class OpenItems
{
    public static IReadOnlyDictionary<string, Transit> Vouchers(Reconciliation? now) =>
        (now?.InTransit ?? []).ToDictionary(t => $"{Month.Of(t.Date)}/{t.Number}", StringComparer.Ordinal);

    /// <summary>Lines of one day and amount are told apart by their order.</summary>
    public static IReadOnlyDictionary<string, Unexplained> Lines(Reconciliation? now)
    {
        var lines = new Dictionary<string, Unexplained>(StringComparer.Ordinal);
        foreach (var same in (now?.Unexplained ?? []).GroupBy(u => u))
        {
            foreach (var (i, line) in same.Index())
                lines[string.Create(CultureInfo.InvariantCulture, $"{line.Date:yyyy-MM-dd}/{line.In - line.Out}/{i + 1}")] = line;
        }
        return lines;
    }
}
