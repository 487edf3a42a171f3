using static Transparency.Contracts.Escrow.Book;
using static Transparency.Contracts.Escrow.BookCommand;

namespace Transparency.Contracts.Escrow;

/// <summary>One month of a village's own book.</summary>
public abstract record Book
{
    public sealed record None : Book;

    /// <summary>What later states share.</summary>
    public abstract record Kept(VillageCode Village, Month Month, Yuan? Opening, IReadOnlyList<EnteredVoucher> Entered) : Book;

    /// <param name="Opening">only in the village's first month</param>
    public sealed record Open(VillageCode Village, Month Month, Yuan? Opening, IReadOnlyList<EnteredVoucher> Entered) : Kept(Village, Month, Opening, Entered);

    /// <param name="Closing">with which the next month opens</param>
    public sealed record Closed(VillageCode Village, Month Month, Yuan? Opening, IReadOnlyList<EnteredVoucher> Entered, Yuan Closing) : Kept(Village, Month, Opening, Entered);
}

public abstract record BookCommand(Officer By, DateTimeOffset At)
{
    /// <param name="OpenedBefore">the month with which this village's books were opened already, or null</param>
    public sealed record OpenBook(VillageCode Village, Month Month, Yuan Opening, Month? OpenedBefore, Officer By, DateTimeOffset At) : BookCommand(By, At);

    public sealed record Enter(VillageCode Village, Month Month, IReadOnlyList<Voucher> Vouchers, Officer By, DateTimeOffset At) : BookCommand(By, At);

    public sealed record Reword(Voucher Voucher, Officer By, DateTimeOffset At) : BookCommand(By, At);

    /// <summary>Part of signing a statement, never an act of its own.</summary>
    public sealed record Close(StatementSection Section, Officer By, DateTimeOffset At) : BookCommand(By, At);
}

/// <summary>The table of (state, command). What is entered here is only a claim: another person books it (<see cref="TrustDecider"/>).</summary>
public static class BookDecider
{
    public static readonly Decider<Book, BookCommand, BookEvent> Law = new(new None(), Decide, Evolve);

    private static Decision<BookEvent> Decide(RuleBook rules, Book state, BookCommand command) => (state, command) switch
    {
        (Closed, OpenBook or Enter or Close) => new Refusal("book.closed"),

        (_, OpenBook c) when !c.By.Roles.Contains(Role.Bookkeeper) => new Refusal("officer.may-not", new Word("role.Bookkeeper")),
        (_, OpenBook c) when !rules.Villages.ContainsKey(c.Village) => new Refusal("village.unknown", c.Village.Value),
        (_, OpenBook { OpenedBefore: { } before }) => new Refusal("book.opened-already", before.ToString()),
        (_, OpenBook c) => new BookOpened(c.Village, c.Month, c.Opening, c.By.Sign(c.At)),

        (_, Enter c) when MayNotKeep(c.By, c.Village) is { } no => no,
        (_, Enter { Vouchers: [] }) => new Refusal("book.nothing-entered"),
        (_, Enter c) when c.Vouchers.Select(v => VoucherGuards.Fault(rules, c.Village, c.Month, v)).FirstOrDefault(no => no is not null) is { } no => no,
        (_, Enter c) when Twice(state, c.Vouchers) is { } number => new Refusal("voucher.known-already", number),
        (_, Enter c) => new VouchersEntered(c.Village, c.Month, c.Vouchers, c.By.Sign(c.At)),

        (Kept s, Reword c) when MayNotKeep(c.By, s.Village) is { } no => no,
        (Kept s, Reword c) => RewordOf(rules, s, c),

        (None, Reword c) => new Refusal("voucher.unknown", c.Voucher.Number),

        (_, Close { Section: var s } c) => new BookClosed(s.Village, s.Month, s.Opening, s.Income, s.Expense, s.Closing, c.By.Sign(c.At)),
        _ => throw new InvalidOperationException("every act has its row"),
    };

    private static Book Evolve(Book state, BookEvent e) => (state, e) switch
    {
        (None, BookOpened x) => new Open(x.Village, x.Month, x.Opening, []),
        (Open s, BookOpened x) => s with { Opening = x.Opening },
        (None, VouchersEntered x) => new Open(x.Village, x.Month, null, Entries(x)),
        (Open s, VouchersEntered x) => s with { Entered = [.. s.Entered, .. Entries(x)] },
        (Open s, VoucherReworded x) => s with { Entered = Reworded(s, x.Voucher) },
        (Closed s, VoucherReworded x) => s with { Entered = Reworded(s, x.Voucher) },
        (Open s, BookClosed x) => new Closed(s.Village, s.Month, s.Opening, s.Entered, x.Closing),
        (None, BookClosed x) => new Closed(x.Village, x.Month, null, [], x.Closing),
        _ => state,
    };

    private static Decision<BookEvent> RewordOf(RuleBook rules, Kept s, Reword c) =>
        s.Entered.FirstOrDefault(e => e.Voucher.Number == c.Voucher.Number)?.Voucher is not { } known ? new Refusal("voucher.unknown", c.Voucher.Number)
        : VoucherGuards.Fault(rules, s.Village, s.Month, c.Voucher) is { } no ? no
        : !known.SameMoney(c.Voucher) ? new Refusal("voucher.money-fixed", c.Voucher.Number)
        : known == c.Voucher ? new Refusal("voucher.nothing-changed", c.Voucher.Number)
        : new VoucherReworded(c.Voucher, c.By.Sign(c.At));

    private static IReadOnlyList<EnteredVoucher> Entries(VouchersEntered x) => [.. x.Vouchers.Select(v => new EnteredVoucher(v, x.By.Person))];

    private static IReadOnlyList<EnteredVoucher> Reworded(Kept s, Voucher words) =>
        [.. s.Entered.Select(e => e.Voucher.Number == words.Number ? e with { Voucher = words, AsEntered = e.AsEntered ?? e.Voucher } : e)];

    private static string? Twice(Book state, IReadOnlyList<Voucher> fresh)
    {
        var numbers = state is Kept s ? s.Entered.Select(e => e.Voucher.Number).ToHashSet(StringComparer.Ordinal) : [];
        return fresh.FirstOrDefault(v => !numbers.Add(v.Number))?.Number;
    }

    /// <summary>The village's reporting clerk (报账员), or the agent's bookkeeper for it.</summary>
    private static Refusal? MayNotKeep(Officer by, VillageCode village) =>
        by.Holds(Role.Village, village) || by.Roles.Contains(Role.Bookkeeper) ? null : new("officer.may-not", new Word("role.Village"));
}
