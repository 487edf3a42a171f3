using System.Collections.Immutable;
using Transparency.Contracts.Escrow.Statements;
using static Transparency.Contracts.Escrow.Ledgers.TrustCommand;

namespace Transparency.Contracts.Escrow.Ledgers;

/// <summary>
/// One month of the town's trust ledger: a sub-ledger for each village, in which nothing has happened until something has.
/// </summary>
public sealed record Trust(ImmutableSortedDictionary<string, SubLedger> Villages)
{
    public SubLedger Of(VillageCode village) => Villages.GetValueOrDefault(village.Value) ?? SubLedger.Empty;
}

/// <param name="Bookkeepers">who booked or refused anything</param>
/// <param name="Closing">null while the month is open</param>
public sealed record SubLedger(
    IReadOnlyList<BookedVoucher> Booked, IReadOnlyList<RefusedVoucher> Refused, IReadOnlyList<PersonId> Bookkeepers, Yuan? Closing)
{
    public static readonly SubLedger Empty = new([], [], [], null);

    /// <summary>Numbers of this month that are booked or refused.</summary>
    public HashSet<string> Settled => [.. Booked.Where(b => b.From is null).Select(b => b.Number), .. Refused.Select(r => r.Number)];

    public bool Has(string number) => Booked.Any(b => b.Number == number && b.From is null) || Refused.Any(r => r.Number == number);

    /// <summary>Whether a transfer of an earlier month has arrived in this one.</summary>
    public bool HasArrived(Transit transfer) => Booked.Any(b => b.Number == transfer.Number && b.From == Month.Of(transfer.Date));

    public Yuan In => Booked.Sum(b => b.In);

    public Yuan Out => Booked.Sum(b => b.Out);
}

/// <summary>A voucher that the agent refused, with its public reason.</summary>
public sealed record RefusedVoucher(string Number, Text Reason);

public abstract record TrustCommand(VillageCode Village, Officer By, DateTimeOffset At)
{
    /// <summary>
    /// Books all that was entered and is neither booked nor refused, and the transfers of earlier months that have arrived.
    /// </summary>
    /// <param name="Entered">the month of the village's book as it is now</param>
    /// <param name="Carried">transfers of earlier months that were on their way</param>
    /// <param name="NotYet">transfers that have not arrived: they stay on their way</param>
    public sealed record BookAll(
        VillageCode Village, IReadOnlyList<EnteredVoucher> Entered, IReadOnlyList<Transit> Carried, IReadOnlyList<string> NotYet,
        Hands Hands, Officer By, DateTimeOffset At) : TrustCommand(Village, By, At);

    public sealed record Refuse(
        VillageCode Village, string Number, Text Reason, IReadOnlyList<EnteredVoucher> Entered,
        Hands Hands, Officer By, DateTimeOffset At) : TrustCommand(Village, By, At);

    /// <summary>Part of signing a statement, never an act of its own.</summary>
    public sealed record Close(StatementSection Section, Officer By, DateTimeOffset At) : TrustCommand(Section.Village, By, At);
}

public static class TrustDecider
{
    public static readonly Decider<Trust, TrustCommand, TrustEvent> Law = new(
        new(ImmutableSortedDictionary<string, SubLedger>.Empty.WithComparers(StringComparer.Ordinal)), Decide, Evolve)
    {
        Concerns = (state, command) => command is BookAll c ? new(c.By, Waiting(state.Of(c.Village), c.Entered)) : null,
    };

    /// <summary>Whom the vouchers pay that are booked now.</summary>
    private static IEnumerable<Party> Waiting(SubLedger s, IReadOnlyList<EnteredVoucher> entered)
    {
        var settled = s.Settled;
        return entered.Where(e => !settled.Contains(e.Voucher.Number)).Select(e => e.Voucher.Payee).OfType<Party>();
    }

    private static Decision<TrustEvent> Decide(RuleBook rules, Trust state, TrustCommand command) =>
        (state.Of(command.Village), command) switch
    {
        ({ Closing: not null }, _) => Refusal.NotNow("trust.closed"),
        (_, BookAll or Refuse) when !command.By.Roles.Contains(Role.Bookkeeper) =>
            Refusal.NotYours("officer.may-not", new Word("role.Bookkeeper")),
        (_, BookAll c) when c.Entered.FirstOrDefault(e => e.By == c.By.Person) is { } own =>
            Refusal.NotYours("voucher.own-entry", own.Voucher.Number),
        (_, BookAll c) when c.Hands.Refuse(Role.Bookkeeper, c.By) is { } no => no,
        (_, Refuse c) when c.Hands.Refuse(Role.Bookkeeper, c.By) is { } no => no,

        (var s, BookAll c) => Book(s, c),

        (_, Refuse c) when c.Reason.IsEmpty || !c.Reason.IsClean => Refusal.Mend("reason", "reason.missing"),
        (var s, Refuse c) => RefuseOf(s, c),

        (_, Close { Section: var s } c) =>
            new TrustClosed(s.Village, s.Reconciliation.TrustOpening, s.Reconciliation.TrustIn, s.Reconciliation.TrustOut,
                s.Reconciliation.Trust, c.By.Sign(c.At)),
        _ => throw new InvalidOperationException("every act has its row"),
    };

    private static Trust Evolve(Trust state, TrustEvent e)
    {
        var s = state.Of(e.Village);
        var next = e switch
        {
            VouchersBooked x => s with { Booked = [.. s.Booked, .. x.Vouchers], Bookkeepers = With(s.Bookkeepers, x.By) },
            VoucherRefused x => s with { Refused = [.. s.Refused, new(x.Number, x.Reason)], Bookkeepers = With(s.Bookkeepers, x.By) },
            TrustClosed x => s with { Closing = x.Closing },
            _ => s,
        };
        return new(state.Villages.SetItem(e.Village.Value, next));
    }

    private static Decision<TrustEvent> Book(SubLedger s, BookAll c)
    {
        var settled = s.Settled;
        var waiting = c.Entered.Select(e => e.Voucher).Where(v => !settled.Contains(v.Number)).ToList();
        var carried = c.Carried.Where(t => !s.HasArrived(t)).ToList();
        if (c.NotYet.FirstOrDefault(n => carried.All(t => t.Number != n) && waiting.All(v => v.Number != n || !v.IsTransfer)) is { } no)
            return Refusal.Mend("not_yet", "trust.no-transfer", no);
        List<BookedVoucher> booked =
        [
            .. carried.Where(t => !c.NotYet.Contains(t.Number)).Select(t => new BookedVoucher(t.Number, t.In, t.Out, Month.Of(t.Date))),
            .. waiting.Where(v => !c.NotYet.Contains(v.Number)).Select(v => new BookedVoucher(v.Number, v.In, v.Out)),
        ];
        return booked.Count == 0 ? Refusal.NotNow("trust.nothing-waits") : new VouchersBooked(c.Village, booked, c.By.Sign(c.At));
    }

    /// <summary>
    /// What takes another voucher back has to stand, and so has what was taken back: who took back wrongly takes that back.
    /// </summary>
    private static Decision<TrustEvent> RefuseOf(SubLedger s, Refuse c) =>
        c.Entered.FirstOrDefault(e => e.Voucher.Number == c.Number) is not { } known
            ? Refusal.NotNow("voucher.unknown", c.Number).At("voucher")
        : s.Has(c.Number) ? Refusal.Twice("voucher.settled-already", c.Number).At("voucher")
        : known.Voucher.Reverses is not null || known.ReversedBy is not null ? Refusal.Mend("voucher", "voucher.reversal-stands", c.Number)
        : new VoucherRefused(c.Village, c.Number, c.Reason, c.By.Sign(c.At));

    private static IReadOnlyList<PersonId> With(IReadOnlyList<PersonId> bookkeepers, Signature by) =>
        bookkeepers.Contains(by.Person) ? bookkeepers : [.. bookkeepers, by.Person];
}
