using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>Reporting clerk, bookkeeper, finance group and supervision of one month, for one person who holds all four roles: whoever acted as one acts as no other.</summary>
public sealed class FourHandsTests
{
    private static readonly Role[] Four = [Role.Village, Role.Bookkeeper, Role.FinanceGroup, Role.Supervision];
    private static readonly Officer All = SampleOfficers.Everyone;
    private static readonly IReadOnlyDictionary<VoucherKey, EnteredVoucher> NoOriginals = new Dictionary<VoucherKey, EnteredVoucher>();

    /// <summary>Every act of a month and as whom it is done.</summary>
    public static TheoryData<string, Role, Role> Pairs()
    {
        var pairs = new TheoryData<string, Role, Role>();
        foreach (var (act, role) in Acts.Select(a => (a.Key, a.Value.As)))
            foreach (var other in Four.Where(r => r != role))
                pairs.Add(act, role, other);
        return pairs;
    }

    private static readonly Dictionary<string, (Role As, Func<Hands, Refusal?> Try)> Acts = new()
    {
        ["enter"] = (Role.Village, hands => Why(BookDecider.Law, new Book.None(), new BookCommand.Enter(SampleLedgers.Village, August, [Rent], NoOriginals, hands, All, On(1)))),
        ["reword"] = (Role.Village, hands => Why(BookDecider.Law, BookOf(August, Opening, Rent), new BookCommand.Reword(Rent with { Summary = new("改字") }, hands, All, On(1)))),
        ["book"] = (Role.Bookkeeper, hands => Why(TrustDecider.Law, TrustDecider.Law.Initial, new TrustCommand.BookAll(SampleLedgers.Village, [new(Rent, Clerk.Person)], [], [], hands, All, On(1)))),
        ["refuse"] = (Role.Bookkeeper, hands => Why(TrustDecider.Law, TrustDecider.Law.Initial, new TrustCommand.Refuse(SampleLedgers.Village, Rent.Number, new("没有发票"), [new(Rent, Clerk.Person)], hands, All, On(1)))),
        ["bank"] = (Role.Bookkeeper, hands => Why(BankDecider.Law, new BankMonth.None(), new BankCommand.Enter(SampleLedgers.Village, August, Opening, Lines, BankClosing, null, hands, All, On(1)))),
        ["match"] = (Role.Bookkeeper, hands => Why(BankDecider.Law, Ready.Bank, new BankCommand.Match([], [], new("x"), null, hands, All, On(1)), "bank.match-nothing")),
        ["undo"] = (Role.Bookkeeper, hands => Why(BankDecider.Law, Ready.Bank, new BankCommand.UndoMatch(1, hands, All, On(1)), "bank.no-match")),
    };

    [Theory, MemberData(nameof(Pairs))]
    public void Who_acted_as_one_of_the_four_acts_as_no_other(string act, Role role, Role other)
    {
        Assert.Equal(Refused.As("escrow.other-hand", new Word($"role.{other}"), new Word($"role.{role}")), Acts[act].Try(new([new(other, All.Person)])));
        Assert.Null(Acts[act].Try(new([new(role, All.Person), new(other, new("somebody-else"))])));
    }

    /// <summary>A month in which this person has had one part, for every part, against every signature under its statement.</summary>
    [Theory]
    [InlineData(Role.Village)]
    [InlineData(Role.Bookkeeper)]
    [InlineData(Role.FinanceGroup)]
    [InlineData(Role.Supervision)]
    public void Nor_does_a_statement_take_a_second_hand_from_anybody(Role part)
    {
        var ledgers = part switch
        {
            Role.Village => Ready with { Book = ((Book.Open)Ready.Book) with { Clerks = [All.Person] } },
            Role.Bookkeeper => Ready with { Trust = Ready.Trust with { Bookkeepers = [All.Person] } },
            _ => Ready,
        };
        var file = StatementFile.Begin(SampleLedgers.Village, August);
        if (part is Role.FinanceGroup or Role.Supervision) file = file.With(part, All.Person);
        (Role As, Statement State, StatementCommand Command)[] steps =
        [
            (Role.Bookkeeper, new Statement.Returned(file, new("x")), new StatementCommand.Prepare(ledgers, NoWords, All, On(1))),
            (Role.FinanceGroup, new Statement.Prepared(file, NoWords, Section, Bookkeeper.Sign(On(1))), new StatementCommand.Check(ledgers, Section.Hash, All, On(2))),
            (Role.FinanceGroup, new Statement.Prepared(file, NoWords, Section, Bookkeeper.Sign(On(1))), new StatementCommand.Return(ledgers, new("x"), All, On(2))),
            (Role.Supervision, new Statement.Checked(file, NoWords, Section, Bookkeeper.Sign(On(1)), FinanceGroup.Sign(On(2))), new StatementCommand.Sign(ledgers, Section.Hash, All, On(3))),
            (Role.Supervision, new Statement.Checked(file, NoWords, Section, Bookkeeper.Sign(On(1)), FinanceGroup.Sign(On(2))), new StatementCommand.Return(ledgers, new("x"), All, On(3))),
        ];
        Assert.All(steps, s => Assert.Equal(s.As == part ? null : "escrow.other-hand", Why(StatementDecider.Law, s.State, s.Command)?.Code));
    }

    private static Refusal? Why<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> law, TState state, TCommand command, string? otherwise = null) =>
        law.Decide(SampleRules.Book, state, command) is Decision<TEvent>.Refused no && no.Why.Code != otherwise ? no.Why : null;
}
