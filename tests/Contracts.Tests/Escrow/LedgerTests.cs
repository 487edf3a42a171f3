using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>Village book, trust ledger and bank month: who may write into them, and what may not stand there.</summary>
public sealed class LedgerTests
{
    private static Scenario<Book, BookCommand, BookEvent> NoBook => new(BookDecider.Law, []);

    private static Scenario<Trust, TrustCommand, TrustEvent> NoTrust => new(TrustDecider.Law, []);

    private static Scenario<BankMonth, BankCommand, BankEvent> NoBank => new(BankDecider.Law, []);

    private static BookCommand.Enter Enter(params Voucher[] vouchers) => new(SampleLedgers.Village, August, vouchers, NoOriginals, Hands.None, Clerk, On(1));

    private static readonly IReadOnlyDictionary<VoucherKey, EnteredVoucher> NoOriginals = new Dictionary<VoucherKey, EnteredVoucher>();

    private static IReadOnlyList<EnteredVoucher> Entered => ((Book.Kept)BookOf(August, null, Vouchers)).Entered;

    [Fact]
    public void Vouchers_are_entered_in_a_batch_and_keep_who_entered_them()
    {
        var book = NoBook.And(new BookCommand.OpenBook(SampleLedgers.Village, August, Opening, [], null, Bookkeeper, On(1))).And(Enter([.. Vouchers]));
        var state = Assert.IsType<Book.Open>(book.State);
        Assert.Equal((Opening, 3), (state.Opening!.Value, state.Entered.Count));
        Assert.All(state.Entered, e => Assert.Equal(Clerk.Person, e.By));
    }

    [Fact]
    public void A_voucher_that_cannot_be_is_refused_by_name()
    {
        NoBook.When(Enter(Rent with { Number = "" })).Refused("voucher.number");
        NoBook.When(Enter(Rent with { Number = "08/01" })).Refused("voucher.number");
        NoBook.When(Enter(Rent with { Number = new('1', 21) })).Refused("voucher.number");
        NoBook.When(Enter(Rent with { Date = new(2026, 9, 1) })).Refused("voucher.other-month");
        NoBook.When(Enter(Rent with { Lines = [new(AccountCode.Escrow, new(1), new(1)), Rent.Lines[1]] })).Refused("voucher.one-side");
        NoBook.When(Enter(Rent with { Lines = [new(AccountCode.Escrow, Yuan.Zero, Yuan.Zero)] })).Refused("voucher.one-side");
        NoBook.When(Enter(Rent with { Lines = [new(AccountCode.Escrow, new(-1), Yuan.Zero)] })).Refused("voucher.one-side");
        NoBook.When(Enter(Rent with { Lines = SampleAccounts.Received(new("99999"), new(1)) })).Refused("voucher.account");
        NoBook.When(Enter(Rent with { Summary = new(" ") })).Refused("voucher.summary");
        NoBook.When(Enter(Rent with { Summary = new("a\u0001") })).Refused("voucher.summary");
        NoBook.When(Enter(Ditch with { Payee = null })).Refused("voucher.payee-missing");
        NoBook.When(Enter(Rent with { Agreement = new AgreementId("04-2026-L-0003") })).Refused("voucher.agreement-village");
        NoBook.When(Enter(Ditch with { Tender = new TenderId("04-2026-W-0003") })).Refused("voucher.tender-village");
        NoBook.And(Enter(Ditch with { Tender = new TenderId("00-2026-G-0001") }));
        NoBook.When(new BookCommand.Enter(new("77"), August, [Rent with { Agreement = null }], NoOriginals, Hands.None, Clerk with { Villages = [new("77")] }, On(1))).Refused("village.unknown");
    }

    [Fact]
    public void A_book_refuses_strangers_repetitions_and_a_second_opening()
    {
        NoBook.When(Enter()).Refused("book.nothing-entered");
        NoBook.When(Enter(Rent) with { By = SampleOfficers.Clerk }).Refused("officer.may-not");
        NoBook.When(Enter(Rent, Ditch with { Number = Rent.Number })).Refused("voucher.known-already");
        NoBook.And(Enter(Rent)).When(Enter(Rent)).Refused("voucher.known-already");
        NoBook.When(new BookCommand.OpenBook(SampleLedgers.Village, August, Opening, [], null, Clerk, On(1))).Refused("officer.may-not");
        NoBook.When(new BookCommand.OpenBook(new("77"), August, Opening, [], null, Bookkeeper, On(1))).Refused("village.unknown");
        NoBook.When(new BookCommand.OpenBook(SampleLedgers.Village, August, Opening, [], July, Bookkeeper, On(1))).Refused("book.opened-already");
    }

    [Fact]
    public void Words_may_be_mended_and_sums_never()
    {
        var book = NoBook.And(Enter(Rent));
        var reworded = book.And(new BookCommand.Reword(Rent with { Summary = new("三号盐田租金") }, Hands.None, Clerk, On(2)));
        Assert.Equal("三号盐田租金", ((Book.Open)reworded.State).Entered[0].Voucher.Summary.Zh);
        NoBook.When(new BookCommand.Reword(Rent, Hands.None, Clerk, On(2))).Refused("voucher.unknown");
        book.When(new BookCommand.Reword(Ditch, Hands.None, Clerk, On(2))).Refused("voucher.unknown");
        book.When(new BookCommand.Reword(Rent with { Lines = SampleAccounts.Received(SampleAccounts.RentSaltpan, new(1)) }, Hands.None, Clerk, On(2))).Refused("voucher.money-fixed");
        book.When(new BookCommand.Reword(Rent, Hands.None, Clerk, On(2))).Refused("voucher.nothing-changed");
        book.When(new BookCommand.Reword(Rent with { Summary = new("") }, Hands.None, Clerk, On(2))).Refused("voucher.summary");
        book.When(new BookCommand.Reword(Rent with { Summary = new("x") }, Hands.None, SampleOfficers.Clerk, On(2))).Refused("officer.may-not");
    }

    [Fact]
    public void Another_person_books_what_was_entered()
    {
        var booked = Assert.IsType<VouchersBooked>(NoTrust.When(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Bookkeeper, On(2))).Then());
        Assert.Equal(["0801", "0802", "0803"], booked.Vouchers.Select(v => v.Number));
        NoTrust.When(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Clerk, On(2))).Refused("officer.may-not");
        NoTrust.When(new TrustCommand.BookAll(SampleLedgers.Village, [new(Rent, Bookkeeper.Person)], [], [], Hands.None, Bookkeeper, On(2))).Refused("voucher.own-entry");
        NoTrust.And(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Bookkeeper, On(2))).When(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Bookkeeper, On(2))).Refused("trust.nothing-waits");
    }

    [Fact]
    public void A_refused_voucher_is_never_booked_and_says_why()
    {
        var refused = NoTrust.And(new TrustCommand.Refuse(SampleLedgers.Village, "0803", new("没有发票", "no invoice"), Entered, Hands.None, Bookkeeper, On(2)));
        var booked = Assert.IsType<VouchersBooked>(refused.When(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Bookkeeper, On(2))).Then());
        Assert.Equal(["0801", "0802"], booked.Vouchers.Select(v => v.Number));
        refused.When(new TrustCommand.Refuse(SampleLedgers.Village, "0803", new("x"), Entered, Hands.None, Bookkeeper, On(2))).Refused("voucher.settled-already");
        NoTrust.When(new TrustCommand.Refuse(SampleLedgers.Village, "0803", new(""), Entered, Hands.None, Bookkeeper, On(2))).Refused("reason.missing");
        NoTrust.When(new TrustCommand.Refuse(SampleLedgers.Village, "0899", new("x"), Entered, Hands.None, Bookkeeper, On(2))).Refused("voucher.unknown");
    }

    [Fact]
    public void One_villages_money_never_touches_anothers()
    {
        var trust = NoTrust.And(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Bookkeeper, On(2)));
        Assert.Equal((new Yuan(150_000_00), Yuan.Zero), (trust.State.Of(SampleLedgers.Village).In, trust.State.Of(SampleRules.Jiajiahewu).In));
    }

    [Fact]
    public void A_bank_month_goes_on_from_the_balance_before()
    {
        var bank = NoBank.And(new BankCommand.Enter(SampleLedgers.Village, August, Opening, [Lines[0]], Opening + new Yuan(150_000_00), Opening, Hands.None, Bookkeeper, On(1)))
            .And(new BankCommand.Enter(SampleLedgers.Village, August, Opening + new Yuan(150_000_00), [Lines[1]], BankClosing, Opening, Hands.None, Bookkeeper, On(1)));
        Assert.Equal((Opening, BankClosing, 2), bank.State is BankMonth.Entered s ? (s.Opening, s.Closing, s.Lines.Count) : default);
        NoBank.And(new BankCommand.Enter(SampleLedgers.Village, August, Opening, [], Opening, null, Hands.None, Bookkeeper, On(1)));
    }

    [Fact]
    public void A_bank_month_that_cannot_be_is_refused_by_name()
    {
        var right = new BankCommand.Enter(SampleLedgers.Village, August, Opening, Lines, BankClosing, null, Hands.None, Bookkeeper, On(1));
        NoBank.When(right with { By = Clerk }).Refused("officer.may-not");
        NoBank.When(right with { Account = new("77") }).Refused("village.unknown");
        NoBank.When(right with { Closing = new(1) }).Refused("bank.unbalanced");
        NoBank.When(right with { Before = new(1) }).Refused("bank.opening");
        NoBank.When(right with { Lines = [Lines[1], Lines[0]] }).Refused("bank.order");
        NoBank.When(right with { Month = July }).Refused("bank.other-month");
        NoBank.When(right with { Lines = [Lines[0] with { Out = new(1) }] }).Refused("bank.one-side");
        NoBank.And(right).When(right).Refused("bank.order");
        NoBank.And(right).When(right with { Lines = [], Opening = BankClosing }).Refused("bank.nothing-new");
        NoBank.When(new BankCommand.Close(Supervision, On(2))).Refused("bank.unknown");
    }

    [Fact]
    public void Nothing_goes_into_a_closed_month()
    {
        var book = NoBook.And(Enter([.. Vouchers])).And(new BookCommand.Close(Section, Supervision, On(5)));
        book.When(Enter(Rent with { Number = "0899" })).Refused("book.closed");
        book.When(new BookCommand.Close(Section, Supervision, On(5))).Refused("book.closed");
        book.When(new BookCommand.OpenBook(SampleLedgers.Village, August, Opening, [], null, Bookkeeper, On(5))).Refused("book.closed");
        book.And(new BookCommand.Reword(Rent with { Summary = new("改字") }, Hands.None, Clerk, On(6)));

        var trust = NoTrust.And(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Bookkeeper, On(2))).And(new TrustCommand.Close(Section, Supervision, On(5)));
        trust.When(new TrustCommand.BookAll(SampleLedgers.Village, Entered, [], [], Hands.None, Bookkeeper, On(6))).Refused("trust.closed");
        trust.When(new TrustCommand.Refuse(SampleLedgers.Village, "0801", new("x"), Entered, Hands.None, Bookkeeper, On(6))).Refused("trust.closed");
        trust.When(new TrustCommand.Close(Section, Supervision, On(6))).Refused("trust.closed");

        var bank = NoBank.And(new BankCommand.Enter(SampleLedgers.Village, August, Opening, Lines, BankClosing, null, Hands.None, Bookkeeper, On(1))).And(new BankCommand.Close(Supervision, On(5)));
        bank.When(new BankCommand.Enter(SampleLedgers.Village, August, BankClosing, Lines, BankClosing, null, Hands.None, Bookkeeper, On(6))).Refused("bank.closed");
    }
}
