using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Statements;
using static Transparency.Contracts.Escrow.Ledgers.Book;
using static Transparency.Contracts.Escrow.Ledgers.BookCommand;

namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>One month of a village's own book.</summary>
public abstract record Book
{
    public sealed record None : Book;

    /// <summary>What later states share.</summary>
    /// <param name="Opening">only in the village's first month; <paramref name="Others"/> too</param>
    /// <param name="Clerks">who entered or reworded anything</param>
    public abstract record Kept(
        VillageCode Village, Month Month, Yuan? Opening, IReadOnlyList<AccountBalance> Others,
        IReadOnlyList<EnteredVoucher> Entered, IReadOnlyList<PersonId> Clerks) : Book;

    public sealed record Open(
        VillageCode Village, Month Month, Yuan? Opening, IReadOnlyList<AccountBalance> Others,
        IReadOnlyList<EnteredVoucher> Entered, IReadOnlyList<PersonId> Clerks)
        : Kept(Village, Month, Opening, Others, Entered, Clerks);

    /// <param name="Closing">with which the next month opens</param>
    /// <param name="Balances">with which the other accounts of the next month open</param>
    public sealed record Closed(
        VillageCode Village, Month Month, Yuan? Opening, IReadOnlyList<AccountBalance> Others,
        IReadOnlyList<EnteredVoucher> Entered, IReadOnlyList<PersonId> Clerks,
        Yuan Closing, IReadOnlyList<AccountBalance> Balances) : Kept(Village, Month, Opening, Others, Entered, Clerks);
}

public abstract record BookCommand(Officer By, DateTimeOffset At)
{
    /// <param name="OpenedBefore">the month with which this village's books were opened already, or null</param>
    public sealed record OpenBook(
        VillageCode Village, Month Month, Yuan Opening, IReadOnlyList<AccountBalance> Others,
        Month? OpenedBefore, Officer By, DateTimeOffset At) : BookCommand(By, At);

    /// <param name="Originals">the vouchers that these take back, as they stand in their months,
    /// without those that the agent refused</param>
    public sealed record Enter(
        VillageCode Village, Month Month, IReadOnlyList<Voucher> Vouchers,
        IReadOnlyDictionary<VoucherKey, EnteredVoucher> Originals, Hands Hands, Officer By, DateTimeOffset At) : BookCommand(By, At)
    {
        /// <summary>What the vouchers name.</summary>
        public Behind Behind { get; init; } = Behind.Nothing;

        /// <summary>What the village paid in the eleven months before.</summary>
        public IReadOnlyList<PaidTo> Earlier { get; init; } = [];
    }

    /// <summary>
    /// Part of entering a reversing voucher, never an act of its own; a closed month takes it, since none of its sums moves.
    /// </summary>
    public sealed record MarkReversed(string Number, VoucherKey Reversal, Officer By, DateTimeOffset At) : BookCommand(By, At);

    /// <param name="IsSettled">booked or refused: under which contract it pays is fixed</param>
    public sealed record Reword(Voucher Voucher, Hands Hands, Officer By, DateTimeOffset At, bool IsSettled = true) : BookCommand(By, At)
    {
        /// <summary>What the voucher names now.</summary>
        public Behind Behind { get; init; } = Behind.Nothing;
    }

    /// <summary>Part of signing a statement, never an act of its own.</summary>
    public sealed record Close(StatementSection Section, Officer By, DateTimeOffset At) : BookCommand(By, At);
}

/// <summary>
/// The table of (state, command). What is entered here is only a claim: another person books it (<see cref="TrustDecider"/>).
/// </summary>
public static class BookDecider
{
    public static readonly Decider<Book, BookCommand, BookEvent> Law = new(new None(), Decide, Evolve, c => c.At)
    {
        Concerns = (_, command) => command switch
        {
            Enter c => new(c.By, c.Vouchers.Select(v => v.Payee).OfType<Party>()),
            Reword c => new(c.By, c.Voucher.Payee is { } payee ? [payee] : []),
            _ => null,
        },
    };

    private static Decision<BookEvent> Decide(RuleBook rules, Book state, BookCommand command) => (state, command) switch
    {
        (Closed, OpenBook or Enter or Close) => Refusal.NotNow("book.closed"),

        (_, OpenBook c) when !c.By.Roles.Contains(Role.Bookkeeper) => Refusal.NotYours("officer.may-not", new Word("role.Bookkeeper")),
        (_, OpenBook c) when !rules.Villages.ContainsKey(c.Village) => Refusal.NotNow("village.unknown", c.Village.Value),
        (_, OpenBook { OpenedBefore: { } before }) => Refusal.Twice("book.opened-already", before.ToString()),
        (_, OpenBook c) when c.Others.FirstOrDefault(o => !MayOpen(rules, o)) is { } no =>
            Refusal.Mend("others", "book.opening-account", no.Account.Value),
        (_, OpenBook c) => new BookOpened(c.Village, c.Month, c.Opening, c.Others, c.By.Sign(c.At)),

        (_, Enter c) when MayNotKeep(c.By, c.Village, c.Hands) is { } no => no,
        (_, Enter { Vouchers: [] }) => Refusal.Mend(null, "book.nothing-entered"),
        (_, Enter c)
            when c.Vouchers.Select(v => VoucherGuards.Fault(rules, c.Village, c.Month, v, c.At))
                .FirstOrDefault(no => no is not null) is { } no =>
            no,
        (_, Enter c) when Twice(state, c.Vouchers) is { } number => Refusal.Mend("voucher", "voucher.known-already", number),
        (_, Enter c) when Reversals.Fault(c) is { } no => no,
        (_, Enter c) when c.Vouchers.Select(v => c.Behind.Fault(c.Village, v)).FirstOrDefault(no => no is not null) is { } no => no,
        (_, Enter c) when Silent(rules, state, c) is { } no => no,
        (_, Enter c) =>
            new Decision<BookEvent>.Accepted(
                [new VouchersEntered(c.Village, c.Month, c.Vouchers, c.By.Sign(c.At)), .. Reversals.OfOwnMonth(c)]),

        (Kept s, MarkReversed c) when s.Entered.All(e => e.Voucher.Number != c.Number) =>
            Refusal.NotNow("voucher.unknown", c.Number).At("voucher"),
        (Kept, MarkReversed c) => new VoucherReversed(c.Number, c.Reversal, c.By.Sign(c.At)),
        (None, MarkReversed c) => Refusal.NotNow("voucher.unknown", c.Number).At("voucher"),

        (Kept s, Reword c) when MayNotKeep(c.By, s.Village, c.Hands) is { } no => no,
        (Kept s, Reword c) => RewordOf(rules, s, c),

        (None, Reword c) => Refusal.NotNow("voucher.unknown", c.Voucher.Number).At("voucher"),

        (_, Close { Section: var s } c) =>
            new BookClosed(s.Village, s.Month, s.Opening, s.Income, s.Expense, s.Closing, s.Carried, c.By.Sign(c.At)),
        _ => throw new InvalidOperationException("every act has its row"),
    };

    private static Book Evolve(Book state, BookEvent e) => (state, e) switch
    {
        (None, BookOpened x) => new Open(x.Village, x.Month, x.Opening, x.Others, [], []),
        (Open s, BookOpened x) => s with { Opening = x.Opening, Others = x.Others },
        (None, VouchersEntered x) => new Open(x.Village, x.Month, null, [], Entries(x), [x.By.Person]),
        (Open s, VouchersEntered x) => s with { Entered = [.. s.Entered, .. Entries(x)], Clerks = With(s.Clerks, x.By) },
        (Kept s, VoucherReworded x) =>
            Amended(s, Changed(s, x.Voucher.Number, e => Reworded(e, x.Voucher)), With(s.Clerks, x.By)),
        (Kept s, VoucherReversed x) => Amended(s, Changed(s, x.Number, e => e with { ReversedBy = x.Reversal }), s.Clerks),
        (Open s, BookClosed x) => new Closed(s.Village, s.Month, s.Opening, s.Others, s.Entered, s.Clerks, x.Closing, x.Others),
        (None, BookClosed x) => new Closed(x.Village, x.Month, null, [], [], [], x.Closing, x.Others),
        _ => state,
    };

    private static Decision<BookEvent> RewordOf(RuleBook rules, Kept s, Reword c) =>
        s.Entered.FirstOrDefault(e => e.Voucher.Number == c.Voucher.Number) is not { Voucher: var known } entered
            ? Refusal.NotNow("voucher.unknown", c.Voucher.Number).At("voucher")
        : VoucherGuards.Fault(rules, s.Village, s.Month, c.Voucher, c.At) is { } no ? no
        : !known.SameMoney(c.Voucher) ? Refusal.Mend("date", "voucher.money-fixed", c.Voucher.Number)
        : known.PaidOut > Yuan.Zero && known.Under != c.Voucher.Under && (c.IsSettled || entered.ReversedBy is not null)
            ? Refusal.Mend("tender", "voucher.purpose-fixed", c.Voucher.Number)
        : known == c.Voucher ? Refusal.Mend("summary", "voucher.nothing-changed", c.Voucher.Number)
        : Named(known) != Named(c.Voucher) && c.Behind.Fault(s.Village, c.Voucher) is { } open ? open
        : IsExplained(known) && !IsExplained(c.Voucher) ? Refusal.Mend("no_case", "voucher.case-dropped", c.Voucher.Number)
        : new VoucherReworded(c.Voucher, c.By.Sign(c.At));

    private static (DeliberationId?, DeclarationNumber?) Named(Voucher v) => (v.Deliberation, v.Declaration);

    private static bool IsExplained(Voucher v) => v.HasCase || v.NoCase is not null;

    /// <summary>Instalments count together, those of this month too, whether or not they are booked.</summary>
    private static Refusal? Silent(RuleBook rules, Book state, Enter c)
    {
        var entered = state is Kept s ? s.Entered.Select(e => e.Voucher) : [];
        var spending = Spending.Of(rules.Accounts, c.Earlier, entered.Concat(c.Vouchers));
        return CoveredPayment.Silent(rules, c.Vouchers, spending) is var (v, matter)
            ? Refusal.Mend("no_case", "voucher.case-missing", v.Number, matter.Name, new Word($"body.{matter.Deliberation}"))
            : null;
    }

    private static EnteredVoucher Reworded(EnteredVoucher e, Voucher now) => e with { Voucher = now, AsEntered = e.AsEntered ?? e.Voucher };

    private static IReadOnlyList<EnteredVoucher> Entries(VouchersEntered x) =>
        [.. x.Vouchers.Select(v => new EnteredVoucher(v, x.By.Person))];

    private static Kept Amended(Kept s, IReadOnlyList<EnteredVoucher> entered, IReadOnlyList<PersonId> clerks) =>
        s is Closed closed ? closed with { Entered = entered, Clerks = clerks } : (Open)s with { Entered = entered, Clerks = clerks };

    private static IReadOnlyList<EnteredVoucher> Changed(Kept s, string number, Func<EnteredVoucher, EnteredVoucher> change) =>
        [.. s.Entered.Select(e => e.Voucher.Number == number ? change(e) : e)];

    private static IReadOnlyList<PersonId> With(IReadOnlyList<PersonId> clerks, Signature by) =>
        clerks.Contains(by.Person) ? clerks : [.. clerks, by.Person];

    private static string? Twice(Book state, IReadOnlyList<Voucher> fresh)
    {
        var numbers = state is Kept s ? s.Entered.Select(e => e.Voucher.Number).ToHashSet(StringComparer.Ordinal) : [];
        return fresh.FirstOrDefault(v => !numbers.Add(v.Number))?.Number;
    }

    /// <summary>Own funds, income and expense have no opening here; the escrow account has its own.</summary>
    private static bool MayOpen(RuleBook rules, AccountBalance o) =>
        !o.Account.IsEscrow && rules.Accounts.Of(o.Account) is { HasBalance: true };

    /// <summary>Only the village's reporting clerk (报账员), and nobody who keeps, checks or signs the same month.</summary>
    private static Refusal? MayNotKeep(Officer by, VillageCode village, Hands hands) =>
        !by.Holds(Role.Village, village) ? Refusal.NotYours("officer.may-not", new Word("role.Village")) : hands.Refuse(Role.Village, by);
}
