using Transparency.Contracts.Coal;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Contracts.Tenders;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Tenders;

/// <summary>What a voucher does to the lot that it pays, from its entry to its reversal.</summary>
public sealed class PaymentsFromVouchers
{
    [Fact]
    public void Are_public_with_the_booking_and_not_before()
    {
        var entered = Pipe.Accepted.And(Pipe.Entering(5_000_000, "31"));
        Assert.IsType<TenderPaymentEntered>(entered.History[^1]);
        Assert.Equal(new TenderPaid(1, new(5_000_000), new(2026, 9, 29), "31", Pipe.September.Village, Pipe.September.Month, Bookkeeper.Sign(Pipe.On(30))), entered.When(Pipe.Booking("31")).Then());
        Nothing(entered.And(Pipe.Booking("31")).When(Pipe.Booking("31")));
        Nothing(Pipe.Accepted.When(Pipe.Booking("31")));
    }

    [Fact]
    public void Stay_within_the_contract_with_all_that_is_entered()
    {
        Pipe.Accepted.When(Pipe.Entering(24_000_001, "31")).Refused("tender.over-total");
        Pipe.Accepted.And(Pipe.Entering(20_000_000, "31")).When(Pipe.Entering(4_000_001, "32")).Refused("tender.over-total");
        Pipe.Accepted.And(Pipe.Entering(20_000_000, "31")).When(Pipe.Entering(4_000_000, "31")).Refused("tender.voucher-twice");
        Pipe.Accepted.And(Pipe.Entering(20_000_000, "31")).When(Pipe.FromTreasury(4_000_001, "32")).Refused("tender.over-total");
        Pipe.Accepted.When(Pipe.Entering(0, "31")).Refused("tender.amount");
        Pipe.Accepted.When(Pipe.Entering(100, "31", day: 20)).Refused("tender.before-signature");
        Pipe.Accepted.When(Pipe.Entering(100, "31", lot: 2)).Refused("tender.lot-unknown");
        Pipe.Accepted.When(Pipe.Entering(100, "31") with { Agreement = new("04-2026-W-0009") }).Refused("tender.other-agreement");
        Pipe.Disclosed.When(Pipe.Entering(100, "31")).Refused("tender.not-now");
        Pipe.Accepted.And(Pipe.FromTreasury(100, "31")).When(Pipe.FromTreasury(100, "31")).Refused("tender.voucher-twice");
    }

    [Fact]
    public void Before_the_acceptance_are_the_advance_and_no_more()
    {
        Pipe.Signed.When(Pipe.Entering(7_200_001, "31")).Refused("tender.not-accepted");
        var advanced = Pipe.Signed.And(Pipe.Entering(7_200_000, "31", day: 22));
        advanced.When(Pipe.Entering(1, "32")).Refused("tender.not-accepted");
        // Accepted on the 28th: what is dated before stays within the advance, also when it is entered afterwards.
        var accepted = advanced.And(new TenderCommand.Accept(1, new(2026, 9, 28), new("合格"), null, Reviewer, Pipe.On(28)));
        accepted.When(Pipe.Entering(1, "32", day: 27)).Refused("tender.not-accepted");
        Assert.IsType<TenderPaymentEntered>(accepted.When(Pipe.Entering(16_800_000, "32", day: 28)).Then());
        // An earlier day comes late: the days after it are looked at too.
        var late = Pipe.Signed.And(Pipe.Entering(7_200_000, "31", day: 25));
        late.When(Pipe.Entering(1, "32", day: 22)).Refused("tender.not-accepted");
    }

    [Fact]
    public void Of_coal_follow_what_was_delivered()
    {
        var contract = new LotContract(null, new(5_250_000), new(5_250_000), Yuan.Zero, new(2026, 9, 20), new("p"), [], null, ContractPayments.None, null);
        var (lot, delivered) = (new CoalLot(50, 22), new Deliveries(2, [(new(2026, 9, 22), 25m), (new(2026, 9, 28), 30m)]));
        Assert.Equal(0, contract.PayableOn(new(2026, 9, 21), lot, delivered).Fen);
        Assert.Equal(2_625_000, contract.PayableOn(new(2026, 9, 22), lot, delivered).Fen);
        Assert.Equal(5_250_000, contract.PayableOn(new(2026, 9, 28), lot, delivered).Fen);
        Assert.Equal(3_675_000, (contract with { Advance = new(1_050_000) }).PayableOn(new(2026, 9, 22), lot, delivered).Fen);
    }

    [Fact]
    public void That_the_agent_refuses_bind_nothing()
    {
        var dropped = Pipe.Accepted.And(Pipe.Entering(24_000_000, "31")).And(Pipe.Told(new PaymentStep.Drop(Pipe.September, "31", Bookkeeper, Pipe.On(30))));
        Assert.IsType<TenderPaymentDropped>(dropped.History[^1]);
        Nothing(dropped.When(Pipe.Booking("31")));
        dropped.When(Pipe.Entering(24_000_000, "32")).Then();
    }

    [Fact]
    public void Are_taken_back_by_a_booked_reversal_also_when_the_tender_is_closed()
    {
        var reversal = new VoucherKey(new(2026, 10), "5");
        var entered = Pipe.Closed.And(Pipe.Told(new PaymentStep.EnterReversal(reversal, Pipe.September, "31", Clerk, Pipe.On(30))));
        entered.When(Pipe.Entering(24_000_000, "40")).Refused("tender.over-total");
        var reversed = entered.And(Pipe.Told(new PaymentStep.BookReversal(reversal, new(2026, 10, 1), Pipe.September, "31", Bookkeeper, Pipe.On(30))));
        var told = Assert.IsType<TenderPaymentReversed>(reversed.History[^1]);
        Assert.Equal((1, new Yuan(24_000_000), "31", reversal), (told.Lot, told.Amount, told.Voucher, told.Reversal));
        Assert.Equal(0, ((Tender.Closed)reversed.State).Lots[0].Contract!.Payments.Paid.Fen);
        Nothing(reversed.When(Pipe.Told(new PaymentStep.BookReversal(reversal, new(2026, 10, 1), Pipe.September, "31", Bookkeeper, Pipe.On(30)))));
        // The same payment again, right this time.
        reversed.And(Pipe.Entering(24_000_000, "40")).When(Pipe.Booking("40")).Then();
    }

    [Fact]
    public void Taken_back_in_the_month_in_which_another_comes_make_room_at_once()
    {
        var same = new VoucherKey(Pipe.September.Month, "32");
        var entered = Pipe.Accepted.And(Pipe.Entering(24_000_000, "31")).And(Pipe.Told(new PaymentStep.EnterReversal(same, Pipe.September, "31", Clerk, Pipe.On(30))));
        entered.When(Pipe.Entering(24_000_000, "33")).Then();
        entered.When(Pipe.FromTreasury(100, "9")).Refused("tender.over-total");
    }

    [Fact]
    public void Whose_reversal_is_booked_first_are_told_with_it()
    {
        var reversal = new VoucherKey(new(2026, 10), "5");
        var entered = Pipe.Accepted.And(Pipe.Entering(100, "31")).And(Pipe.Told(new PaymentStep.EnterReversal(reversal, Pipe.September, "31", Clerk, Pipe.On(30))));
        var first = entered.And(Pipe.Told(new PaymentStep.BookReversal(reversal, new(2026, 10, 1), Pipe.September, "31", Bookkeeper, Pipe.On(30))));
        Assert.IsType<TenderPaid>(first.History[^2]);
        Assert.IsType<TenderPaymentReversed>(first.History[^1]);
        Nothing(first.When(Pipe.Booking("31")));
    }

    private static void Nothing(Decision<TenderEvent> decision) => Assert.Empty(Assert.IsType<Decision<TenderEvent>.Accepted>(decision).Events);
}
