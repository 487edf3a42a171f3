using Transparency.Contracts;
using Transparency.Contracts.Escrow;

namespace Transparency.Portal.Cases.Months;

/// <summary>One month of a village's own book, counted; private.</summary>
/// <param name="Entered">vouchers</param>
/// <param name="IsFirst">the village's books were opened with it</param>
public sealed record BookOnDesk(string Id, string Village, string Month, int Entered, bool IsFirst, bool IsClosed)
{
    public static BookOnDesk? Next(BookOnDesk? now, string id, object e) => e switch
    {
        BookOpened x => (now ?? New(id, x.Village, x.Month)) with { IsFirst = true },
        VouchersEntered x => More(now ?? New(id, x.Village, x.Month), x.Vouchers.Count),
        BookClosed x => (now ?? New(id, x.Village, x.Month)) with { IsClosed = true },
        _ => now,
    };

    private static BookOnDesk New(string id, VillageCode village, Month month) => new(id, village.Value, month.ToString(), 0, false, false);

    private static BookOnDesk More(BookOnDesk book, int entered) => book with { Entered = book.Entered + entered };
}

/// <summary>One month of the trust ledger, counted by village; private.</summary>
/// <param name="Settled">vouchers booked or refused</param>
public sealed record TrustOnDesk(string Id, IReadOnlyDictionary<string, int> Settled)
{
    public static TrustOnDesk? Next(TrustOnDesk? now, string id, object e) => e switch
    {
        VouchersBooked x => More(now, id, x.Village, x.Vouchers.Count),
        VoucherRefused x => More(now, id, x.Village, 1),
        _ => now,
    };

    private static TrustOnDesk More(TrustOnDesk? now, string id, VillageCode village, int count)
    {
        var settled = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (known, number) in now?.Settled ?? new Dictionary<string, int>()) settled[known] = number;
        settled[village.Value] = settled.GetValueOrDefault(village.Value) + count;
        return new(id, settled);
    }
}

/// <summary>That a month of a bank account is there; private.</summary>
public sealed record BankOnDesk(string Id, string Village, string Month)
{
    public static BankOnDesk? Next(BankOnDesk? now, string id, object e) =>
        e is BankLinesEntered x ? new(id, x.Account.Value, x.Month.ToString()) : now;
}

/// <summary>Where a month's statement stands; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Edition">0 = never public</param>
public sealed record StatementOnDesk(
    string Id, string Village, string Month, string State, int Edition, int Questions, DateTimeOffset Since)
{
    public static StatementOnDesk? Next(StatementOnDesk? now, string id, object e) => (now, e) switch
    {
        (_, StatementPrepared x) => (now ?? New(id, x)) with { State = "Prepared", Since = x.By.At },
        (null, _) => null,
        (_, StatementReturned x) => now with { State = "Returned", Since = x.By.At },
        (_, StatementChecked x) => now with { State = "Checked", Since = x.By.At },
        (_, StatementDisclosed x) => now with { State = "Disclosed", Edition = x.Edition, Since = x.By.At },
        (_, StatementQuestioned x) => now with { Questions = now.Questions + 1, Since = x.By.At },
        (_, StatementAnswered) => now with { Questions = now.Questions - 1 },
        _ => now,
    };

    private static StatementOnDesk New(string id, StatementPrepared x) =>
        new(id, x.Section.Village.Value, x.Section.Month.ToString(), "", 0, 0, x.By.At);
}
