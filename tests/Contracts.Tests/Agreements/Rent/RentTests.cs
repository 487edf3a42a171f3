using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Samples;
using static Transparency.Contracts.Agreements.Rent.RentCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Agreements.Rent;

public sealed class RentTests
{
    private static readonly RentDue Spring = new(new(2026, 3, 31), new(100_000_00));
    private static readonly RentDue Summer = new(new(2026, 7, 31), new(50_000_00));

    /// <summary>As it is public: 150,000 yuan a year.</summary>
    private static readonly Agreement Lease = new Agreement.Registered(Pan.Id, Pan.Content with { Yearly = new(150_000_00) }, 1);

    private static Scenario<RentYear, RentCommand, RentEvent> None => new(RentDecider.Law, []);

    private static Scenario<RentYear, RentCommand, RentEvent> Kept => None.And(Scheduled(Spring, Summer));

    private static Scenario<RentYear, RentCommand, RentEvent> Prepared => Kept.And(Received(3, 20, 60_000_00, "2026-03-0007")).And(new Prepare(Bookkeeper, Pan.At));

    private static Scenario<RentYear, RentCommand, RentEvent> Checked => Prepared.And(new Check(Hash(Prepared), FinanceGroup, Pan.At));

    [Fact]
    public void Is_scheduled_received_prepared_checked_and_signed_by_three()
    {
        var disclosed = Assert.IsType<RentDisclosed>(Checked.When(new Sign(Lease, Hash(Prepared), Supervision, Pan.On(8, 4))).Then());
        Assert.Equal((1, Hash(Prepared), new(2026, 8, 3)), (disclosed.Edition, disclosed.Hash, disclosed.Checked.On));
        Assert.Equal((new Yuan(150_000_00), new(60_000_00), new(90_000_00)), (disclosed.Section.Due, disclosed.Section.Received, disclosed.Section.Arrears));

        var again = Checked.And(new Sign(Lease, Hash(Prepared), Supervision, Pan.At)).And(Received(8, 1, 40_000_00, null)).And(new Prepare(Bookkeeper, Pan.At));
        var second = Assert.IsType<RentYear.Prepared>(again.State);
        Assert.Equal((1, new Yuan(50_000_00)), (second.Book.Edition, second.Section.Arrears));
    }

    [Fact]
    public void What_was_public_as_due_is_lowered_or_moved_only_after_the_contract_was_changed_in_public()
    {
        var signed = Checked.And(new Sign(Lease, Hash(Prepared), Supervision, Pan.At));
        signed.When(Scheduled(Spring)).Refused("rent.schedule-public");
        signed.When(Scheduled(Spring, Summer with { Amount = new(1_00) })).Refused("rent.schedule-public");
        signed.When(Scheduled(Spring, Summer with { Day = new(2026, 12, 31) })).Refused("rent.schedule-public");
        signed.When(Scheduled(Spring, Summer, new(new(2026, 12, 31), new(1_00)))).Then();
        var changed = (Agreement.Registered)Lease with { Edition = 2, Content = Pan.Content with { Yearly = new(130_000_00) } };
        signed.When(Scheduled(Spring, Summer with { Amount = new(1_00) }) with { State = changed }).Then();
        // Signed again with it, it is as fast as before.
        var again = signed.And(Scheduled(Spring, Summer with { Amount = new(30_000_00) }) with { State = changed }).And(new Prepare(Bookkeeper, Pan.At));
        var lowered = again.And(new Check(Hash(again), FinanceGroup, Pan.At)).And(new Sign(changed, Hash(again), Supervision, Pan.At));
        lowered.When(Scheduled(Spring) with { State = changed }).Refused("rent.schedule-public");
    }

    [Fact]
    public void Money_is_for_the_instalment_named_then_for_the_oldest_open()
    {
        var section = SectionOf(Kept.And(Received(2, 1, 30_000_00, null, Summer.Day)).And(Received(5, 1, 110_000_00, null)), Pan.At);
        Assert.Equal([new RentRow(Spring.Day, Spring.Amount, Spring.Amount, new(2026, 5, 1), Yuan.Zero), new RentRow(Summer.Day, Summer.Amount, new(40_000_00), new(2026, 5, 1), new(10_000_00))], section.Rows);
    }

    [Fact]
    public void Arrears_begin_when_the_day_is_over_and_later_money_does_not_count_yet()
    {
        var kept = Kept.And(Received(7, 20, 100_000_00, null));
        Assert.Equal(Yuan.Zero, SectionOf(kept, Pan.On(7, 31)).Arrears);
        Assert.Equal(Summer.Amount, SectionOf(kept, Pan.On(8, 1)).Arrears);
        var book = ((RentYear.Known)kept.State).Book;
        Assert.Equal(Spring.Amount, RentSection.Of(book, new(2026, 7, 19)).Arrears);
    }

    [Fact]
    public void A_slip_of_the_pen_is_taken_back_by_its_opposite()
    {
        var kept = Kept.And(Received(3, 20, 60_000_00, "7"));
        kept.When(Received(3, 20, -60_000_00, "8")).Refused("rent.nothing-to-take-back");
        kept.When(Received(3, 20, -50_000_00, "7")).Refused("rent.nothing-to-take-back");
        Assert.Empty(((RentYear.Known)kept.And(Received(3, 20, -60_000_00, "7")).State).Book.Receipts);
    }

    [Fact]
    public void What_is_received_meanwhile_leaves_the_prepared_account_as_it_was()
    {
        var moved = Prepared.And(Received(8, 1, 10_000_00, null));
        moved.And(new Check(Hash(Prepared), FinanceGroup, Pan.At)).When(new Sign(Lease, Hash(Prepared), Supervision, Pan.At)).Then();
        moved.And(new Prepare(Bookkeeper, Pan.At)).When(new Check(Hash(Prepared), FinanceGroup, Pan.At)).Refused("content.moved");
        Checked.When(new Sign(Lease, new(new string('0', 64)), Supervision, Pan.At)).Refused("content.moved");
    }

    [Fact]
    public void Who_kept_anything_may_not_check_or_sign_and_the_checker_may_not_sign()
    {
        var byEveryone = Kept.And(Received(3, 20, 60_000_00, "7", null, Everyone)).And(new Prepare(Bookkeeper, Pan.At));
        byEveryone.When(new Check(Hash(byEveryone), Everyone, Pan.At)).Refused("rent.own-entry");
        byEveryone.And(new Check(Hash(byEveryone), FinanceGroup, Pan.At)).When(new Sign(Lease, Hash(byEveryone), Everyone, Pan.At)).Refused("rent.own-entry");
        Prepared.And(new Check(Hash(Prepared), Everyone, Pan.At)).When(new Sign(Lease, Hash(Prepared), Everyone, Pan.At)).Refused("rent.own-check");
        var secondHat = Supervision with { Person = FinanceGroup.Person };
        Checked.When(new Sign(Lease, Hash(Prepared), secondHat, Pan.At)).Refused("rent.own-check");
    }

    [Fact]
    public void Every_act_needs_its_role_in_this_village()
    {
        None.When(Scheduled(Spring) with { By = Clerk }).Refused("officer.may-not");
        None.When(Scheduled(Spring) with { By = OtherClerk }).Then();
        Kept.When(Received(3, 20, 1, null) with { By = FinanceGroup }).Refused("officer.may-not");
        Kept.When(new Prepare(OtherClerk, Pan.At)).Refused("officer.may-not");
        Prepared.When(new Check(Hash(Prepared), Supervision, Pan.At)).Refused("officer.may-not");
        Checked.When(new Sign(Lease, Hash(Prepared), FinanceGroup, Pan.At)).Refused("officer.may-not");
        RentDecider.Law.Decide(SampleRules.Book with { Matters = new Dictionary<string, Contracts.Town.Matter>() }, new RentYear.None(), Scheduled(Spring)).Refused("matter.unknown");
    }

    [Fact]
    public void A_schedule_must_be_possible()
    {
        None.When(new Schedule(Pan.Id, new Agreement.None(), 2026, [Spring], Bookkeeper, Pan.At)).Refused("agreement.unknown");
        None.When(new Schedule(Pan.Id, new Agreement.Registered(Pan.Id, Pan.Content with { Kind = AgreementKind.Works }, 0), 2026, [Spring], Bookkeeper, Pan.At)).Refused("rent.not-a-lease");
        None.When(Scheduled()).Refused("rent.no-rows");
        None.When(Scheduled(Spring with { Amount = Yuan.Zero })).Refused("rent.row-amount");
        None.When(Scheduled(Spring with { Day = new(2025, 3, 31) })).Refused("rent.row-year");
        None.When(Scheduled(Spring, Summer with { Day = Spring.Day })).Refused("rent.row-twice");
        Kept.And(Received(3, 20, 60_000_00, null)).When(Scheduled(Summer)).Refused("rent.more-than-due");
        Kept.When(Scheduled(Summer)).Then();
    }

    [Fact]
    public void A_receipt_must_be_possible()
    {
        Kept.When(Received(3, 20, 0, null)).Refused("rent.amount-zero");
        Kept.When(Received(8, 4, 1, null)).Refused("rent.in-future");
        Kept.When(Received(3, 20, 1, "七\u0007")).Refused("rent.voucher");
        Kept.When(Received(3, 20, 1, new string('7', 41))).Refused("rent.voucher");
        Kept.When(Received(3, 20, 1, null, new(2026, 4, 1))).Refused("rent.row-unknown");
        Kept.When(Received(3, 20, 150_000_01, null)).Refused("rent.more-than-due");
        Kept.When(Received(3, 20, 150_000_00, null)).Then();
    }

    [Fact]
    public void The_section_is_these_bytes_and_no_others()
    {
        var section = SectionOf(Kept.And(Received(3, 20, 60_000_00, "2026-03-0007", Spring.Day)), Pan.At);
        Assert.Equal(
            """
            {"agreement":"09-2026-L-0003","year":2026,"asOf":"2026-08-03","dueFen":15000000,"receivedFen":6000000,"arrearsFen":9000000,"rows":[{"due":"2026-03-31","amountFen":10000000,"receivedFen":6000000,"on":"2026-03-20","arrearsFen":4000000},{"due":"2026-07-31","amountFen":5000000,"receivedFen":0,"arrearsFen":5000000}],"receipts":[{"on":"2026-03-20","amountFen":6000000,"voucher":"2026-03-0007","for":"2026-03-31"}]}
            """, System.Text.Encoding.UTF8.GetString(CanonicalJson.Of(section)));
    }

    [Fact]
    public void Every_act_has_its_states()
    {
        foreach (var act in new RentCommand[] { Received(3, 20, 1, null), new Prepare(Bookkeeper, Pan.At), new Check(Hash(Prepared), FinanceGroup, Pan.At), new Sign(Lease, Hash(Prepared), Supervision, Pan.At) })
            None.When(act).Refused("rent.unknown");
        Kept.When(new Check(Hash(Prepared), FinanceGroup, Pan.At)).Refused("rent.not-now");
        Kept.When(new Sign(Lease, Hash(Prepared), Supervision, Pan.At)).Refused("rent.not-now");
        Prepared.When(new Sign(Lease, Hash(Prepared), Supervision, Pan.At)).Refused("rent.not-now");
        Checked.When(new Check(Hash(Prepared), FinanceGroup, Pan.At)).Refused("rent.not-now");
        Checked.When(new Prepare(Bookkeeper, Pan.At)).Then();
        foreach (var agreement in new[] { Pan.Registered, new Agreement.None() })
            Checked.When(new Sign(agreement, Hash(Prepared), Supervision, Pan.At)).Refused("rent.agreement-not-public");
    }

    /// <summary>What is public as due follows from the disclosed contract, not from its working copy (I5).</summary>
    [Fact]
    public void A_schedule_is_what_the_contract_says()
    {
        Agreement.Registered Terms(long yearly, DateOnly start, DateOnly end) =>
            new(Pan.Id, Pan.Content with { Yearly = new(1_00) }, 1) { Disclosed = AgreementSection.Of(Pan.Id, Pan.Content with { Yearly = new(yearly), Start = start, End = end }, SampleRules.Book) };
        Decision<RentEvent> Signed(Agreement lease) => Checked.When(new Sign(lease, Hash(Prepared), Supervision, Pan.At));
        var (before, after) = (new DateOnly(2020, 1, 1), new DateOnly(2030, 12, 31));
        Signed(Terms(150_000_00, before, after)).Then();
        Signed(Terms(149_999_99, before, after)).Refused("rent.schedule-differs");
        Signed(Terms(150_000_01, before, after)).Refused("rent.schedule-differs");
        Signed(Terms(150_000_01, new(2026, 5, 1), after)).Then();
        Signed(Terms(150_000_01, before, new(2026, 9, 30))).Then();
        Signed(Terms(149_999_99, new(2026, 5, 1), after)).Refused("rent.schedule-differs");
        Signed(Terms(150_000_00, new(2027, 1, 1), after)).Refused("rent.outside-term");
        Signed(Terms(150_000_00, before, new(2025, 12, 31))).Refused("rent.outside-term");
        Kept.When(new Prepare(Bookkeeper, Pan.At) { State = Terms(149_999_99, before, after) }).Refused("rent.schedule-differs");
        // What is signed is the prepared account: a schedule that came right only afterwards does not save it.
        Checked.And(Scheduled(Spring)).When(new Sign(Terms(100_000_00, before, after), Hash(Prepared), Supervision, Pan.At)).Refused("rent.schedule-differs");
        var whole = Terms(0, before, after) with { Disclosed = AgreementSection.Of(Pan.Id, Pan.Content with { Yearly = null, Total = new(150_000_00) }, SampleRules.Book) };
        Signed(whole).Then();
        Signed(whole with { Disclosed = whole.Disclosed! with { Total = new(149_999_99) } }).Refused("rent.schedule-differs");
    }

    /// <summary>Once the village's books are kept here, no rent comes in beside them, and no yuan of a voucher twice.</summary>
    [Fact]
    public void A_receipt_is_part_of_a_booked_voucher()
    {
        var key = new VoucherKey(new(2026, 8), "0802");
        var paid = new BookedIncome(key, new(100_000_00), Pan.Id, true, false);
        Receive With(string? voucher, BookedIncome? found, long counted = 0, long fen = 100_000_00) =>
            Received(8, 3, fen, voucher) with { Basis = new(true, found, new(counted)) };
        Kept.When(With(null, null)).Refused("rent.voucher-missing");
        Kept.When(With("0802", null)).Refused("rent.voucher-unknown");
        foreach (var other in new[] { paid with { IsBooked = false }, paid with { IsTakenBack = true }, paid with { Agreement = new("09-2026-L-0009") }, paid with { Amount = Yuan.Zero } })
            Kept.When(With("0802", other)).Refused("rent.voucher-other");
        Kept.When(With("0802", paid, fen: 100_000_01)).Refused("rent.voucher-sum");
        Kept.When(With("0802", paid, counted: 1)).Refused("rent.voucher-sum");
        Kept.And(With("0802", paid, fen: 60_000_00)).When(With("0802", paid, fen: 40_000_01)).Refused("rent.voucher-sum");
        Kept.And(With("0802", paid, fen: 60_000_00)).When(With("0802", paid, fen: 40_000_00)).Then();
    }

    private static Schedule Scheduled(params RentDue[] dues) => new(Pan.Id, Pan.Registered, 2026, dues, Bookkeeper, Pan.At);

    private static Receive Received(int month, int day, long fen, string? voucher, DateOnly? due = null, Officer? by = null) =>
        new(new(new(2026, month, day), new(fen), voucher, due), ReceiptBasis.BeforeBooks, by ?? Bookkeeper, Pan.At);

    private static ContentHash Hash(Scenario<RentYear, RentCommand, RentEvent> s) => Assert.IsType<RentYear.Prepared>(s.State).Section.Hash;

    private static RentSection SectionOf(Scenario<RentYear, RentCommand, RentEvent> s, DateTimeOffset at) =>
        Assert.IsType<RentYear.Prepared>(s.And(new Prepare(Bookkeeper, at)).State).Section;
}
