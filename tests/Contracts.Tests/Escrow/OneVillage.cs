using Transparency.Contracts.Escrow;
using Transparency.Samples;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>All streams of one village in memory: what a store does around the deciders, and nothing of the law.</summary>
internal sealed class OneVillage
{
    private static readonly VillageCode Village = SampleLedgers.Village;
    private readonly Dictionary<string, List<object>> streams = [];

    public IReadOnlyDictionary<string, List<object>> Streams => streams;

    public Book BookIn(Month m) => Fold($"book/{m}", BookDecider.Law);

    public Trust TrustIn(Month m) => Fold($"trust/{m}", TrustDecider.Law);

    public BankMonth BankIn(Month m) => Fold($"bank/{m}", BankDecider.Law);

    public Statement StatementIn(Month m) => Fold($"statement/{m}", StatementDecider.Law);

    public Ledgers Ledgers(Month m) => new(Village, m, BookIn(m), TrustIn(m).Of(Village), BankIn(m), Before(m.Previous));

    public bool Do(Month m, BookCommand c) => Append($"book/{m}", BookDecider.Law, c);

    public bool Do(Month m, TrustCommand c) => Append($"trust/{m}", TrustDecider.Law, c);

    public bool Do(Month m, BankCommand c) => Append($"bank/{m}", BankDecider.Law, c);

    public bool Do(Month m, StatementCommand c)
    {
        if (!Append($"statement/{m}", StatementDecider.Law, c)) return false;
        if (c is StatementCommand.Sign && StatementIn(m) is Statement.Disclosed { File: { Edition: 1, Public: { } section } })
            Assert.True(Do(m, new BookCommand.Close(section, c.By, c.At)) && Do(m, new TrustCommand.Close(section, c.By, c.At)) && Do(m, new BankCommand.Close(c.By, c.At)));
        return true;
    }

    private MonthBefore? Before(Month m) =>
        BookIn(m) is Book.Closed book && TrustIn(m).Of(Village).Closing is { } trust && StatementIn(m) is Statement.Known s ? new(book.Closing, trust, s.File.Public) : null;

    private TState Fold<TState, TCommand, TEvent>(string key, Decider<TState, TCommand, TEvent> law) => law.Fold((streams.GetValueOrDefault(key) ?? []).Cast<TEvent>());

    private bool Append<TState, TCommand, TEvent>(string key, Decider<TState, TCommand, TEvent> law, TCommand command)
    {
        if (law.Decide(SampleRules.Book, Fold(key, law), command) is not Decision<TEvent>.Accepted yes) return false;
        if (!streams.TryGetValue(key, out var stream)) streams[key] = stream = [];
        stream.AddRange(yes.Events.Cast<object>());
        return true;
    }
}
