using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>What a voucher must be on both sides, who must have signed it, and how it is taken back.</summary>
public sealed class DoubleEntryTests
{
    private static readonly Yuan Hundred = new(100_00);
    private static readonly Voucher Mended = Stove with { Number = "0804", Date = new(2026, 8, 20), Lines = SampleAccounts.Paid(SampleAccounts.Repairs, Hundred) };

    private static Scenario<Book, BookCommand, BookEvent> Book(params Voucher[] vouchers) =>
        vouchers.Length == 0 ? new(BookDecider.Law, []) : new Scenario<Book, BookCommand, BookEvent>(BookDecider.Law, []).And(Enter(vouchers));

    private static BookCommand.Enter Enter(params Voucher[] vouchers) => new(SampleLedgers.Village, August, vouchers, new Dictionary<VoucherKey, EnteredVoucher>(), Hands.None, Clerk, On(1));

    private static BookCommand.Enter Back(Voucher original, Voucher back, VoucherKey? reversedBy = null) =>
        Enter(back) with { Originals = new Dictionary<VoucherKey, EnteredVoucher> { [back.Reverses!.Value] = new(original, Clerk.Person, null, reversedBy) } };

    private static Voucher Mirror(Voucher original, string number = "0899") =>
        original with { Number = number, Date = new(2026, 8, 25), Lines = original.Mirrored, Approvers = [], Reverses = new(Month.Of(original.Date), original.Number) };

    [Fact]
    public void Debits_and_credits_are_equal_and_the_money_moves_one_way()
    {
        Book().When(Enter(Mended with { Lines = [new(AccountCode.Escrow, Yuan.Zero, Hundred), new(SampleAccounts.Repairs, new(99_00), Yuan.Zero)] })).Refused("voucher.unbalanced");
        Book().When(Enter(Mended with { Lines = [] })).Refused("voucher.unbalanced");
        Book().When(Enter(Mended with { Lines = [new(AccountCode.Escrow, Hundred, Yuan.Zero), new(AccountCode.Escrow, Yuan.Zero, Hundred)] })).Refused("voucher.both-ways");
        Book().When(Enter(Mended with { Lines = [.. Enumerable.Repeat(SampleAccounts.Paid(SampleAccounts.Repairs, new(1)), 21).SelectMany(l => l)] })).Refused("voucher.too-many-lines");
        var several = Mended with { Lines = [new(AccountCode.Escrow, Yuan.Zero, Hundred), new(SampleAccounts.Repairs, new(60_00), Yuan.Zero), new(SampleAccounts.Office, new(40_00), Yuan.Zero)] };
        Assert.Equal((Hundred, Yuan.Zero, false), (several.Out, several.In, several.IsTransfer));
        Book().And(Enter(several));
    }

    [Fact]
    public void A_payment_names_two_who_signed_and_from_the_tier_on_those_who_sign_jointly()
    {
        Book().When(Enter(Mended with { Approvers = [] })).Refused("voucher.approvers");
        Book().When(Enter(Mended with { Approvers = [Approver.VillageHead] })).Refused("voucher.approvers");
        Book().When(Enter(Mended with { Approvers = [Approver.VillageHead, Approver.VillageHead] })).Refused("voucher.approver-twice");
        var large = Mended with { Lines = SampleAccounts.Paid(SampleAccounts.Repairs, new(5_000_00)) };
        Book().When(Enter(large)).Refused("voucher.joint-signing");
        Book().When(Enter(large with { Approvers = [Approver.PartySecretary, Approver.VillageHead, Approver.TownLeader] })).Refused("voucher.joint-signing");
        Book().And(Enter(large with { Approvers = [Approver.CooperativeChair, Approver.PartySecretary, Approver.FinanceGroupHead] }));
        Book().And(Enter(Mended with { Lines = SampleAccounts.Paid(SampleAccounts.Repairs, new(4_999_99)) }));
    }

    [Fact]
    public void From_the_next_tier_on_a_decision_or_contract_stands_behind_it()
    {
        var large = Mended with { Lines = SampleAccounts.Paid(SampleAccounts.Works, new(50_000_00)), Approvers = SampleAccounts.Joint };
        Book().When(Enter(large)).Refused("voucher.reference");
        var id = new DeliberationId("09-2026-D-0001");
        var decided = SampleDecisions.Posted(id, "works-large", new(2026, 7, 20), SampleOfficers.OtherClerk, SampleOfficers.OtherClerk with { Person = new("poster") });
        Book().And(Enter(large with { Deliberation = id }) with { Behind = Behind.Nothing with { Decisions = new Dictionary<DeliberationId, Deliberation> { [id] = decided } } });
        Book().And(Enter(large with { Agreement = new AgreementId("09-2026-W-0001") }));
        Book().When(Enter(large with { Deliberation = new DeliberationId("04-2026-D-0001") })).Refused("voucher.deliberation-village");
    }

    [Fact]
    public void A_transfer_to_the_clerks_cash_is_no_payment_and_cash_spent_is_one()
    {
        Book().And(Enter(Mended with { Lines = [new(AccountCode.Cash, Hundred, Yuan.Zero), new(AccountCode.Escrow, Yuan.Zero, Hundred)], Payee = null, Approvers = [] }));
        Book().When(Enter(Mended with { Lines = [new(AccountCode.Cash, Yuan.Zero, Hundred), new(SampleAccounts.Office, Hundred, Yuan.Zero)], Approvers = [] })).Refused("voucher.approvers");
        Book().When(Enter(Mended with { Lines = [new(AccountCode.Cash, Yuan.Zero, Hundred), new(SampleAccounts.Office, Hundred, Yuan.Zero)], Payee = null })).Refused("voucher.payee-missing");
    }

    [Fact]
    public void A_voucher_is_taken_back_line_by_line_once_and_leaves_its_month_as_it_was()
    {
        var july = Mended with { Number = "0704", Date = new(2026, 7, 20) };
        var back = Mirror(july);
        var entered = Book().When(Back(july, back)).Then();
        Assert.Equal(new VoucherKey(July, "0704"), Assert.Single(Assert.IsType<VouchersEntered>(entered).Vouchers).Reverses);
        Book().When(Enter(back)).Refused("voucher.reversed-unknown");
        Book().When(Back(july, back, new(August, "0801"))).Refused("voucher.reversed-already");
        Book().When(Back(july, back with { Lines = july.Lines })).Refused("voucher.not-mirrored");
        Book().When(Back(july, back with { Lines = SampleAccounts.Received(SampleAccounts.Repairs, new(99_00)) })).Refused("voucher.not-mirrored");
        Book().When(Back(july with { Date = new(2026, 8, 26) }, back)).Refused("voucher.reversed-before");
        Book().When(Back(back, Mirror(back, "0898"))).Refused("voucher.reverses-reversal");

        var closed = new Scenario<Book, BookCommand, BookEvent>(BookDecider.Law, [new VouchersEntered(SampleLedgers.Village, July, [july], Clerk.Sign(On(1))), new BookClosed(SampleLedgers.Village, July, Opening, Yuan.Zero, Hundred, Opening - Hundred, [], Supervision.Sign(On(2)))]);
        var marked = (Book.Closed)closed.And(new BookCommand.MarkReversed("0704", new(August, "0899"), Clerk, On(3))).State;
        Assert.Equal((new VoucherKey(August, "0899"), Opening - Hundred), (marked.Entered[0].ReversedBy!.Value, marked.Closing));
        closed.When(new BookCommand.MarkReversed("0799", new(August, "0899"), Clerk, On(3))).Refused("voucher.unknown");
    }

    [Fact]
    public void In_its_own_month_it_is_marked_at_once_and_neither_may_be_refused_then()
    {
        var book = Book(Mended).And(Back(Mended, Mirror(Mended)));
        var entered = ((Book.Open)book.State).Entered;
        Assert.Equal(new VoucherKey(August, "0899"), entered[0].ReversedBy);
        var trust = new Scenario<Trust, TrustCommand, TrustEvent>(TrustDecider.Law, []);
        foreach (var number in new[] { "0804", "0899" })
            trust.When(new TrustCommand.Refuse(SampleLedgers.Village, number, new("重复"), entered, Hands.None, Bookkeeper, On(2))).Refused("voucher.reversal-stands");
    }

    [Fact]
    public void Only_accounts_with_a_balance_open_the_books()
    {
        BookCommand.OpenBook With(AccountCode account) => new(SampleLedgers.Village, August, Opening, [new(account, Hundred)], null, Bookkeeper, On(1));
        Book().And(With(AccountCode.Cash));
        Book().And(With(SampleAccounts.Debt));
        foreach (var account in new[] { SampleAccounts.Wages, AccountCode.Escrow, new AccountCode("99999"), new AccountCode("311") }) Book().When(With(account)).Refused("book.opening-account");
    }
}
