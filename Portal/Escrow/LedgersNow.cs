using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Store;

namespace Transparency.Portal.Escrow;

/// <summary>The streams of one village's month as they stand now.</summary>
public sealed record LoadedLedgers(
    Loaded<Book, BookCommand, BookEvent> Book, Loaded<Trust, TrustCommand, TrustEvent> Trust, Loaded<BankMonth, BankCommand, BankEvent> Bank, Ledgers Ledgers);

public static class LedgersNow
{
    public static async Task<LoadedLedgers> OfAsync(IQuerySession session, VillageMonth of, CancellationToken ct)
    {
        var book = await Entry.LoadAsync(session, StreamKey.Book(of), BookDecider.Law, ct);
        var trust = await Entry.LoadAsync(session, StreamKey.Trust(of.Month), TrustDecider.Law, ct);
        var bank = await Entry.LoadAsync(session, StreamKey.Bank(of), BankDecider.Law, ct);
        return new(book, trust, bank, new(of.Village, of.Month, book.State, trust.State.Of(of.Village), bank.State, await BeforeAsync(session, of.Previous, ct)));
    }

    /// <summary>How the month ended, or null while it has not.</summary>
    private static async Task<MonthBefore?> BeforeAsync(IQuerySession session, VillageMonth of, CancellationToken ct)
    {
        var book = await Entry.LoadAsync(session, StreamKey.Book(of), BookDecider.Law, ct);
        if (book.State is not Book.Closed closed) return null;
        var trust = await Entry.LoadAsync(session, StreamKey.Trust(of.Month), TrustDecider.Law, ct);
        var statement = await Entry.LoadAsync(session, StreamKey.Statement(of), StatementDecider.Law, ct);
        return new(closed.Closing, trust.State.Of(of.Village).Closing ?? closed.Closing, (statement.State as Statement.Known)?.File.Public);
    }
}
