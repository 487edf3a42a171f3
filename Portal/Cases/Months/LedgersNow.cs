using System.Globalization;
using Marten;
using Marten.Services.BatchQuerying;
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
    /// <summary>Nine streams and eleven rows, asked for at once: a month is looked at with every act upon it.</summary>
    public static async Task<LoadedLedgers> OfAsync(IQuerySession session, VillageMonth of, CancellationToken ct)
    {
        var all = session.CreateBatchQuery();
        var book = Entry.ReadAsync(all, StreamKey.Book(of), BookDecider.Law);
        var trust = Entry.ReadAsync(all, StreamKey.Trust(of.Month), TrustDecider.Law);
        var bank = Entry.ReadAsync(all, StreamKey.Bank(of), BankDecider.Law);
        var statement = Entry.ReadAsync(all, StreamKey.Statement(of), StatementDecider.Law);
        var budget = Entry.ReadAsync(all, StreamKey.Budget(of.Village, of.Month.Year), BudgetDecider.Law);
        var yearAgo = Entry.ReadAsync(all, StreamKey.Statement(new(of.Village, new(of.Month.Number - 12))), StatementDecider.Law);
        var before = MonthBeforeAsync(all, of.Previous);
        var earlier = PaidOnDesk.EarlierAsync(all, of);
        await all.Execute(ct);
        var (held, sub, told) = (await book, (await trust).State.Of(of.Village), await bank);
        var ledgers = new Ledgers(
            of.Village, of.Month, held.State, sub, told.State, await before, Public(await yearAgo), (await budget).State)
        {
            Earlier = await earlier,
        };
        return new(held, await trust, told, ledgers, Hands.Of(held.State, sub, told.State, (await statement).State));
    }

    public static async Task<Hands> HandsAsync(Entry entry, VillageMonth of)
    {
        var all = entry.Documents.CreateBatchQuery();
        var book = entry.LoadAsync(all, StreamKey.Book(of), BookDecider.Law);
        var trust = entry.LoadAsync(all, StreamKey.Trust(of.Month), TrustDecider.Law);
        var bank = entry.LoadAsync(all, StreamKey.Bank(of), BankDecider.Law);
        var statement = entry.LoadAsync(all, StreamKey.Statement(of), StatementDecider.Law);
        await all.Execute(entry.Cancelled);
        return Hands.Of((await book).State, (await trust).State.Of(of.Village), (await bank).State, (await statement).State);
    }

    /// <summary>How the month ended, or null while it has not.</summary>
    private static async Task<MonthBefore?> MonthBeforeAsync(IBatchedQuery all, VillageMonth of)
    {
        var book = Entry.ReadAsync(all, StreamKey.Book(of), BookDecider.Law);
        var trust = Entry.ReadAsync(all, StreamKey.Trust(of.Month), TrustDecider.Law);
        var statement = Entry.ReadAsync(all, StreamKey.Statement(of), StatementDecider.Law);
        if ((await book).State is not Book.Closed closed) return null;
        var inTrust = (await trust).State.Of(of.Village).Closing ?? closed.Closing;
        return new(closed.Closing, closed.Balances, inTrust, Public(await statement));
    }

    private static StatementSection? Public(Loaded<Statement, StatementCommand, StatementEvent> file) =>
        (file.State as Statement.Known)?.File.Public;
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
