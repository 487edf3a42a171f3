using static Transparency.Contracts.Agreements.Rent.RentCommand;

namespace Transparency.Contracts.Agreements.Rent;

/// <summary>The right role, three persons, a schedule and receipts that can be true.</summary>
internal static class RentGuards
{
    /// <summary>The matter whose row says who prepares, checks and signs.</summary>
    public const string Matter = "rent-ledger";

    /// <summary>Longest voucher number, in UTF-16 units.</summary>
    private const int LongestVoucher = 40;

    /// <summary>The village's own clerk may keep the schedule and the receipts too.</summary>
    public static Refusal? OfRole(RuleBook rules, VillageCode village, RentCommand command)
    {
        if (!rules.Matters.TryGetValue(Matter, out var matter)) return Refusal.NotNow("matter.unknown", Matter);
        if (command is Schedule or Receive && command.By.Holds(Role.Village, village)) return null;
        var needed = command switch { Check => matter.Reviewer, Sign => matter.Approver, _ => matter.Declarant };
        return command.By.Holds(needed, village) ? null : Refusal.NotYours("officer.may-not", new Word($"role.{needed}"));
    }

    public static Refusal? OfPersons(RentYear.Known state, RentCommand command) => command switch
    {
        Check or Sign when state.Book.Keepers.Contains(command.By.Person) => Refusal.NotYours("rent.own-entry"),
        Sign when state is RentYear.Checked s && s.By.Person == command.By.Person => Refusal.NotYours("rent.own-check"),
        _ => null,
    };

    public static Refusal? OfSchedule(RentYear state, Schedule c)
    {
        if (c.State is not Agreement.Registered known) return Refusal.NotNow("agreement.unknown");
        if (known.Content.Kind != AgreementKind.Lease) return Refusal.NotNow("rent.not-a-lease", c.Agreement.Value);
        if (c.Dues.Count == 0) return Refusal.Mend("rows", "rent.no-rows");
        if (c.Dues.FirstOrDefault(d => d.Amount <= Yuan.Zero) is { } worthless)
            return Refusal.Mend("rows", "rent.row-amount", worthless.Day);
        if (c.Dues.FirstOrDefault(d => d.Day.Year != c.Year) is { } outside)
            return Refusal.Mend("rows", "rent.row-year", outside.Day, c.Year);
        if (c.Dues.GroupBy(d => d.Day).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refusal.Mend("rows", "rent.row-twice", twice.Key);
        // What was public is owed: only a contract that was changed in public lowers or moves it.
        if (state is RentYear.Known { Book: { Edition: > 0 } book } && known.Edition <= book.ContractEdition
            && book.Dues.Except(c.Dues).FirstOrDefault() is { } gone)
            return Refusal.Wait("rent.schedule-public", gone.Day, gone.Amount);
        var due = c.Dues.Sum(d => d.Amount);
        return state is RentYear.Known s && s.Book.Received > due ? Refusal.Mend("rows", "rent.more-than-due", due, s.Book.Received) : null;
    }

    /// <summary>
    /// What is public as due is what the disclosed contract says: its rent of one year, and no more than that in the year in which it
    /// begins or ends. Where rent is not paid by the year, no more than the whole contract.
    /// </summary>
    public static Refusal? OfTerms(int year, Yuan due, Agreement.Registered lease)
    {
        var (start, end, yearly, total) = lease.Disclosed is { } s
            ? (s.Start, s.End, s.Yearly, s.Total)
            : (lease.Content.Start, lease.Content.End, lease.Content.Yearly, lease.Content.Total);
        var isWhole = start.Year < year && year < end.Year;
        var rent = yearly ?? total;
        return year < start.Year || year > end.Year ? Refusal.Mend("rows", "rent.outside-term", year, start, end)
            : due > rent || (isWhole && yearly is not null && due < rent)
                ? Refusal.Mend("rows", "rent.schedule-differs", due, rent)
            : null;
    }

    public static Refusal? OfReceipt(RentBook book, Receive c) => c.Receipt switch
    {
        { Amount.Fen: 0 } => Refusal.Mend("amount", "rent.amount-zero"),
        var r when r.On > Shanghai.DayOf(c.At) => Refusal.Mend("date", "rent.in-future", r.On),
        { Voucher: { } v } when v.Length is 0 or > LongestVoucher || !new Text(v).IsClean => Refusal.Mend("voucher", "rent.voucher"),
        { For: { } day } when book.Dues.All(d => d.Day != day) => Refusal.Mend("due", "rent.row-unknown", day),
        { Amount.Fen: > 0 } r when c.Basis.IsKept && OfVoucher(book, r, c.Basis) is { } no => no,
        { Amount.Fen: < 0 } r when book.TakenBackBy(r) is null => Refusal.Mend("amount", "rent.nothing-to-take-back", r.On, r.Amount),
        var r when book.Received + r.Amount > book.Due => Refusal.Mend("amount", "rent.more-than-due", book.Due, book.Received + r.Amount),
        _ => null,
    };

    /// <summary>A receipt is part of a booked voucher that names the lease, each yuan of it once.</summary>
    private static Refusal? OfVoucher(RentBook book, RentReceipt r, ReceiptBasis basis) =>
        r.Voucher is not { } number ? Refusal.Mend("voucher", "rent.voucher-missing", r.On)
        : basis.Voucher is not { } paid ? Refusal.Mend("voucher", "rent.voucher-unknown", number, Month.Of(r.On).ToString())
        : !paid.IsFor(book.Agreement) ? Refusal.Mend("voucher", "rent.voucher-other", number, book.Agreement.Value)
        : book.Under(paid.Key) + basis.Counted + r.Amount > paid.Amount
            ? Refusal.Mend("amount", "rent.voucher-sum", number, paid.Amount, book.Under(paid.Key) + basis.Counted + r.Amount)
        : null;
}
