using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>All streams of some villages in memory: what a store does around the deciders, and nothing of the law.</summary>
internal sealed class SomeVillages
{
    private readonly Dictionary<string, List<object>> streams = [];

    public IReadOnlyDictionary<string, List<object>> Streams => streams;

    public IEnumerable<object> In(string stream) => streams.GetValueOrDefault(stream) ?? [];

    public Book BookIn(VillageMonth m) => Fold($"book/{m}", BookDecider.Law);

    public Trust TrustIn(Month m) => Fold($"trust/{m}", TrustDecider.Law);

    public BankMonth BankIn(VillageMonth m) => Fold($"bank/{m}", BankDecider.Law);

    public Statement StatementIn(VillageMonth m) => Fold($"statement/{m}", StatementDecider.Law);

    public Hands Hands(VillageMonth m) => Contracts.Escrow.Ledgers.Hands.Of(BookIn(m), TrustIn(m.Month).Of(m.Village), BankIn(m), StatementIn(m));

    public Ledgers Ledgers(VillageMonth m) => new(m.Village, m.Month, BookIn(m), TrustIn(m.Month).Of(m.Village), BankIn(m), Before(m.Previous), null, Budget.None);

    public bool Do(VillageMonth m, BookCommand c) => Append($"book/{m}", BookDecider.Law, c);

    public bool Do(VillageMonth m, TrustCommand c) => Append($"trust/{m.Month}", TrustDecider.Law, c);

    public bool Do(VillageMonth m, BankCommand c) => Append($"bank/{m}", BankDecider.Law, c);

    public bool Do(VillageMonth m, StatementCommand c)
    {
        if (!Append($"statement/{m}", StatementDecider.Law, c)) return false;
        if (c is StatementCommand.Sign && StatementIn(m) is Statement.Disclosed { File: { Edition: 1, Public: { } section } })
            Assert.True(Do(m, new BookCommand.Close(section, c.By, c.At)) && Do(m, new TrustCommand.Close(section, c.By, c.At)) && Do(m, new BankCommand.Close(c.By, c.At)));
        return true;
    }

    /// <summary>As the office enters them: with the vouchers that they take back, and a mark on each of those.</summary>
    public bool Enter(VillageMonth m, Voucher v, Officer by, DateTimeOffset at)
    {
        var originals = new Dictionary<VoucherKey, EnteredVoucher>();
        if (v.Reverses is { } key && BookIn(new(m.Village, key.Month)) is Book.Kept kept && kept.Entered.FirstOrDefault(e => e.Voucher.Number == key.Number) is { } original
            && TrustIn(key.Month).Of(m.Village).Refused.All(r => r.Number != key.Number)) originals[key] = original;
        if (!Do(m, new BookCommand.Enter(m.Village, m.Month, [v], originals, Hands(m), by, at))) return false;
        return v.Reverses is not { } taken || taken.Month == m.Month || Do(new(m.Village, taken.Month), new BookCommand.MarkReversed(taken.Number, new(m.Month, v.Number), by, at));
    }

    private MonthBefore? Before(VillageMonth m) =>
        BookIn(m) is Book.Closed book && TrustIn(m.Month).Of(m.Village).Closing is { } trust && StatementIn(m) is Statement.Known s ? new(book.Closing, book.Balances, trust, s.File.Public) : null;

    private TState Fold<TState, TCommand, TEvent>(string key, Decider<TState, TCommand, TEvent> law) => law.Fold(In(key).Cast<TEvent>());

    private bool Append<TState, TCommand, TEvent>(string key, Decider<TState, TCommand, TEvent> law, TCommand command)
    {
        if (law.Decide(SampleRules.Book, Fold(key, law), command) is not Decision<TEvent>.Accepted yes) return false;
        if (!streams.TryGetValue(key, out var stream)) streams[key] = stream = [];
        stream.AddRange(yes.Events.Cast<object>());
        return true;
    }
}
