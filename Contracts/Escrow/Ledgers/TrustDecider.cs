using System.Collections.Immutable;
using static Transparency.Contracts.Escrow.TrustCommand;

namespace Transparency.Contracts.Escrow;

/// <summary>One month of the town's trust ledger: a sub-ledger for each village, in which nothing has happened until something has.</summary>
public sealed record Trust(ImmutableSortedDictionary<string, SubLedger> Villages)
{
    public SubLedger Of(VillageCode village) => Villages.GetValueOrDefault(village.Value) ?? SubLedger.Empty;
}

/// <param name="Closing">null while the month is open</param>
public sealed record SubLedger(IReadOnlyList<BookedVoucher> Booked, IReadOnlyList<RefusedVoucher> Refused, Yuan? Closing)
{
    public static readonly SubLedger Empty = new([], [], null);

    public bool Has(string number) => Booked.Any(b => b.Number == number) || Refused.Any(r => r.Number == number);

    public Yuan In => Booked.Aggregate(Yuan.Zero, (sum, b) => sum + b.In);

    public Yuan Out => Booked.Aggregate(Yuan.Zero, (sum, b) => sum + b.Out);
}

/// <summary>A voucher that the agent refused, with its public reason.</summary>
public sealed record RefusedVoucher(string Number, Text Reason);

public abstract record TrustCommand(VillageCode Village, Officer By, DateTimeOffset At)
{
    /// <summary>Books all that was entered and is neither booked nor refused.</summary>
    /// <param name="Entered">the month of the village's book as it is now</param>
    public sealed record BookAll(VillageCode Village, IReadOnlyList<EnteredVoucher> Entered, Officer By, DateTimeOffset At) : TrustCommand(Village, By, At);

    public sealed record Refuse(VillageCode Village, string Number, Text Reason, IReadOnlyList<EnteredVoucher> Entered, Officer By, DateTimeOffset At) : TrustCommand(Village, By, At);

    /// <summary>Part of signing a statement, never an act of its own.</summary>
    public sealed record Close(StatementSection Section, Officer By, DateTimeOffset At) : TrustCommand(Section.Village, By, At);
}

public static class TrustDecider
{
    public static readonly Decider<Trust, TrustCommand, TrustEvent> Law = new(new(ImmutableSortedDictionary<string, SubLedger>.Empty.WithComparers(StringComparer.Ordinal)), Decide, Evolve);

    private static Decision<TrustEvent> Decide(RuleBook rules, Trust state, TrustCommand command) => (state.Of(command.Village), command) switch
    {
        ({ Closing: not null }, _) => new Refusal("trust.closed"),
        (_, BookAll or Refuse) when !command.By.Roles.Contains(Role.Bookkeeper) => new Refusal("officer.may-not", new Word("role.Bookkeeper")),

        (var s, BookAll c) => Book(s, c),

        (_, Refuse c) when c.Reason.IsEmpty || !c.Reason.IsClean => new Refusal("reason.missing"),
        (_, Refuse c) when c.Entered.All(e => e.Voucher.Number != c.Number) => new Refusal("voucher.unknown", c.Number),
        (var s, Refuse c) when s.Has(c.Number) => new Refusal("voucher.settled-already", c.Number),
        (_, Refuse c) => new VoucherRefused(c.Village, c.Number, c.Reason, c.By.Sign(c.At)),

        (_, Close { Section: var s } c) => new TrustClosed(s.Village, s.Reconciliation.TrustOpening, s.Income, s.Expense, s.Reconciliation.Trust, c.By.Sign(c.At)),
        _ => throw new InvalidOperationException("every act has its row"),
    };

    private static Trust Evolve(Trust state, TrustEvent e)
    {
        var s = state.Of(e.Village);
        var next = e switch
        {
            VouchersBooked x => s with { Booked = [.. s.Booked, .. x.Vouchers] },
            VoucherRefused x => s with { Refused = [.. s.Refused, new(x.Number, x.Reason)] },
            TrustClosed x => s with { Closing = x.Closing },
            _ => s,
        };
        return new(state.Villages.SetItem(e.Village.Value, next));
    }

    private static Decision<TrustEvent> Book(SubLedger s, BookAll c)
    {
        var waiting = c.Entered.Where(e => !s.Has(e.Voucher.Number)).ToList();
        return waiting.Count == 0 ? new Refusal("trust.nothing-waits")
            : waiting.Find(e => e.By == c.By.Person) is { } own ? new Refusal("voucher.own-entry", own.Voucher.Number)
            : new VouchersBooked(c.Village, [.. waiting.Select(e => new BookedVoucher(e.Voucher.Number, e.Voucher.In, e.Voucher.Out))], c.By.Sign(c.At));
    }
}
