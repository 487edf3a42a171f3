using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>What a person matches where the rule found nothing, and transfers on their way between village book and trust ledger.</summary>
public sealed class MatchTests
{
    private static readonly Yuan Hundred = new(100_00);
    private static readonly Transit First = new("1", new(2026, 8, 1), Yuan.Zero, Hundred);
    private static readonly Transit Second = new("2", new(2026, 8, 2), Yuan.Zero, Hundred);
    private static readonly BankLine Both = new(new(2026, 8, 20), "", Yuan.Zero, Hundred + Hundred);
    private static readonly Unexplained Told = new(Both.Date, Both.In, Both.Out);

    private static Scenario<BankMonth, BankCommand, BankEvent> Bank =>
        new Scenario<BankMonth, BankCommand, BankEvent>(BankDecider.Law, []).And(new BankCommand.Enter(SampleLedgers.Village, August, Opening, [Both], Opening - Both.Out, null, Hands.None, Bookkeeper, On(1)));

    private static Reconciliation Of(BankMonth bank) => Reconciliation.Of(Opening - Both.Out, Opening, Yuan.Zero, Both.Out, [], (BankMonth.Entered)bank, [First, Second], null);

    private static BankCommand.Match Match => new([First, Second], [Told], new("两张凭证合并付款"), Of(Bank.State), Hands.None, Bookkeeper, On(2));

    [Fact]
    public void One_payment_of_two_vouchers_is_matched_by_a_person_and_undone()
    {
        Assert.Equal((2, 1, 0), Open(Bank.State));
        var matched = Bank.And(Match);
        Assert.Equal((0, 0, 1), Open(matched.State));
        Assert.Equal((2, 1, 0), Open(matched.And(new BankCommand.UndoMatch(1, Hands.None, Bookkeeper, On(3))).State));
        matched.When(new BankCommand.UndoMatch(2, Hands.None, Bookkeeper, On(3))).Refused("bank.no-match");
        // An ordinal that was undone is not given again.
        Assert.Equal(2, Assert.IsType<BankLinesMatched>(matched.And(new BankCommand.UndoMatch(1, Hands.None, Bookkeeper, On(3))).When(Match).Then()).Ordinal);
    }

    [Fact]
    public void Only_equal_sums_that_are_open_are_matched_by_a_bookkeeper_of_a_month_that_is_open()
    {
        Bank.When(Match with { Vouchers = [First] }).Refused("bank.match-sum");
        Bank.When(Match with { Vouchers = [] }).Refused("bank.match-nothing");
        Bank.When(Match with { Vouchers = [First, First] }).Refused("bank.match-voucher");
        Bank.When(Match with { Lines = [Told with { Date = new(2026, 8, 21) }] }).Refused("bank.match-line");
        Bank.When(Match with { Reason = new("") }).Refused("reason.missing");
        Bank.When(Match with { By = Clerk }).Refused("officer.may-not");
        Bank.And(Match).When(Match with { Open = Of(Bank.And(Match).State) }).Refused("bank.match-voucher");
        Bank.And(new BankCommand.Close(Supervision, On(5))).When(Match).Refused("bank.closed");
        new Scenario<BankMonth, BankCommand, BankEvent>(BankDecider.Law, []).When(Match).Refused("bank.unknown");
    }

    [Fact]
    public void A_transfer_that_has_not_arrived_is_listed_and_booked_when_it_comes()
    {
        var paidIn = Stove with { Number = "0809", Date = new(2026, 8, 31), Lines = [new(AccountCode.Escrow, Hundred, Yuan.Zero), new(AccountCode.Cash, Yuan.Zero, Hundred)], Payee = null };
        var ready = Ready with { Book = BookOf(August, Opening, [.. Vouchers, paidIn]) };
        var section = Accepted(ready);
        Assert.Equal(("0809", true, Hundred, Hundred), (Assert.Single(section.Reconciliation.Transfers).Number, section.Reconciliation.Agrees, section.Closing - section.Reconciliation.Trust, section.Reconciliation.TrustAdjusted - section.Reconciliation.Trust));

        var trust = new Scenario<Trust, TrustCommand, TrustEvent>(TrustDecider.Law, []);
        var arrived = Assert.IsType<VouchersBooked>(trust.When(new TrustCommand.BookAll(SampleLedgers.Village, [], section.Reconciliation.Transfers, [], Hands.None, Bookkeeper, On(2))).Then());
        Assert.Equal(new BookedVoucher("0809", Hundred, Yuan.Zero, August), Assert.Single(arrived.Vouchers));
        trust.When(new TrustCommand.BookAll(SampleLedgers.Village, [], section.Reconciliation.Transfers, ["0809"], Hands.None, Bookkeeper, On(2))).Refused("trust.nothing-waits");
        trust.When(new TrustCommand.BookAll(SampleLedgers.Village, ready.Entered, [], ["0801"], Hands.None, Bookkeeper, On(2))).Refused("trust.no-transfer");

        var september = Ready with
        {
            Month = August.Next, Book = new Book.None(), Trust = new([.. arrived.Vouchers], [], [Bookkeeper.Person], null), Before = new(section.Closing, section.Carried, section.Reconciliation.Trust, section),
            Bank = BankOf(August.Next, BankClosing, [new(new(2026, 9, 1), "0809", Hundred, Yuan.Zero), new(new(2026, 9, 2), "0803", Yuan.Zero, new(3_200_00))], BankClosing + Hundred - new Yuan(3_200_00)),
        };
        Assert.Equal((0, 0, true), (Accepted(september).Reconciliation.Transfers.Count, Accepted(september).Reconciliation.InTransit.Count, Accepted(september).Reconciliation.Agrees));
    }

    [Fact]
    public void What_was_taken_back_before_the_bank_paid_it_never_reaches_the_bank()
    {
        var back = new Transit("r1", new(2026, 8, 9), Hundred, Yuan.Zero, new(August, "1"));
        var again = new Transit("a9", new(2026, 8, 9), Yuan.Zero, Hundred, new(August, "r1"));
        BankMonth.Entered quiet = BankOf(August, Opening, [], Opening);
        IReadOnlyList<Transit> InTransit(params Transit[] booked) => Reconciliation.Of(Opening, Opening, Yuan.Zero, Yuan.Zero, [], quiet, booked, null).InTransit;
        Assert.Equal([Second], InTransit(First, back, Second));
        // A reversal that was reversed itself, whichever stands first.
        Assert.Equal(-Hundred.Fen, InTransit(First, again, back).Sum(t => t.In.Fen - t.Out.Fen));
        Assert.Equal(-Hundred.Fen, InTransit(First, back, again).Sum(t => t.In.Fen - t.Out.Fen));
    }

    private static (int InTransit, int Unexplained, int ByHand) Open(BankMonth bank) => Of(bank) is var r ? (r.InTransit.Count, r.Unexplained.Count, r.ByHand) : default;

    private static StatementSection Accepted(Ledgers ledgers) => Assert.IsType<Result<StatementSection>.Of>(ledgers.Section(SampleRules.Book, NoWords)).Value;
}
