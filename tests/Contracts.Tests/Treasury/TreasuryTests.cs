using Transparency.Contracts.Declarations;
using Transparency.Contracts.Treasury;
using Transparency.Samples;
using static Transparency.Contracts.Treasury.TreasuryCommand;
using static Transparency.Samples.SampleOfficers;
using VoucherKey = Transparency.Contracts.Escrow.Ledgers.VoucherKey;

namespace Transparency.Contracts.Tests.Treasury;

/// <summary>Three persons for every yuan that the town pays; what is signed stays, and is taken back once, by its like.</summary>
public sealed class TreasuryTests
{
    private static readonly Month September = new(2026, 9);
    private static readonly TreasuryPayment Gravel =
        new("镇财 2026-0915-01", new(2026, 9, 15), new("砂石料"), new(PartyKind.Organisation, new("潍北路畅公司")), new(15_834_000));
    private static readonly TreasuryEvent Entered = new TreasuryPaymentEntered(September, Gravel, TownClerk.Sign(On(16)));
    private static readonly TreasuryEvent Checked = new TreasuryChecked(SectionOf(Entered).Hash, Reviewer.Sign(On(17)));
    private static readonly TreasuryEvent Signed = SignedBy(1, SectionOf(Entered));

    [Fact]
    public void One_enters_another_checks_a_third_signs_and_it_is_public()
    {
        Equal(Entered, Given().When(Entering(Gravel)));
        Equal(Checked, Given(Entered).When(new Check(SectionOf(Entered).Hash, Reviewer, On(17))));
        Equal(Signed, Given(Entered, Checked).When(Signing(SectionOf(Entered))));
        Assert.Equal(15_834_000, SectionOf(Entered).Total.Fen);
    }

    [Fact]
    public void Nobody_has_two_of_the_three_hands()
    {
        var all = Everyone with { Person = TownClerk.Person };
        Given(Entered).When(new Check(SectionOf(Entered).Hash, all, On(17))).Refused("treasury.own-payment");
        Given(Entered, Checked).When(Signing(SectionOf(Entered)) with { By = all }).Refused("treasury.own-payment");
        Given(Entered, Checked).When(Signing(SectionOf(Entered)) with { By = Everyone with { Person = Reviewer.Person } }).Refused("treasury.own-check");
    }

    [Fact]
    public void Each_needs_the_role_that_the_table_names()
    {
        Given().When(Entering(Gravel) with { By = Clerk }).Refused("officer.may-not");
        Given(Entered).When(new Check(SectionOf(Entered).Hash, Approver, On(17))).Refused("officer.may-not");
        Given(Entered, Checked).When(Signing(SectionOf(Entered)) with { By = SecondReviewer }).Refused("officer.may-not");
        Given(Entered).When(new Refuse(Gravel.Number, new("票据不符"), Clerk, On(17))).Refused("officer.may-not");
    }

    [Fact]
    public void What_was_not_checked_as_it_stands_is_not_signed()
    {
        Given(Entered).When(Signing(SectionOf(Entered))).Refused("treasury.not-checked");
        var more = new TreasuryPaymentEntered(September, Gravel with { Number = "2" }, TownClerk.Sign(On(17)));
        Given(Entered, Checked, more).When(Signing(SectionOf(Entered, more))).Refused("treasury.not-checked");
        Given(Entered, more).When(new Check(SectionOf(Entered).Hash, Reviewer, On(17))).Refused("content.moved");
        Given(Entered, Checked).When(Signing(SectionOf(Entered, more))).Refused("content.moved");
        Given(Entered, Checked).When(new Check(SectionOf(Entered).Hash, SecondReviewer, On(17))).Refused("treasury.checked");
    }

    [Fact]
    public void A_payment_says_what_it_was()
    {
        foreach (var (payment, why) in new[]
        {
            (Gravel with { Number = "" }, "treasury.number"), (Gravel with { Number = "a/b" }, "treasury.number"), (Gravel with { Number = new('1', 31) }, "treasury.number"),
            (Gravel with { On = new(2026, 8, 31) }, "voucher.other-month"), (Gravel with { On = new(2026, 9, 17) }, "voucher.in-future"),
            (Gravel with { Amount = Yuan.Zero }, "treasury.amount"), (Gravel with { Amount = new(-1) }, "treasury.amount"), (Gravel with { Purpose = new(" ") }, "treasury.purpose"),
            (Gravel with { Payee = new(PartyKind.Organisation, new("")) }, "voucher.payee-missing"), (Gravel with { Lot = 1 }, "voucher.lot-without-tender"),
        })
        {
            Given().When(Entering(payment)).Refused(why);
        }
        Given(Entered).When(Entering(Gravel with { Amount = new(1) })).Refused("treasury.number-taken");
    }

    [Fact]
    public void Who_checks_or_signs_sends_back_what_is_wrong_before_it_is_public()
    {
        TreasuryEvent refused = new TreasuryPaymentRefused(Gravel.Number, new("票据不符"), Approver.Sign(On(17)));
        Equal(refused, Given(Entered, Checked).When(new Refuse(Gravel.Number, new("票据不符"), Approver, On(17))));
        Given(Entered, Checked, refused).When(Signing(SectionOf(Entered))).Refused("treasury.nothing-waits");
        Given(Entered).When(new Refuse("2", new("票据不符"), Reviewer, On(17))).Refused("treasury.unknown");
        Given(Entered).When(new Refuse(Gravel.Number, new(""), Reviewer, On(17))).Refused("reason.missing");
        Given(Entered, Checked, Signed).When(new Refuse(Gravel.Number, new("票据不符"), Reviewer, On(17))).Refused("treasury.nothing-waits");
    }

    [Fact]
    public void What_is_signed_is_taken_back_once_by_its_like()
    {
        var signed = Given(Entered, Checked, Signed);
        var original = new TreasuryEntry(Gravel, TownClerk.Sign(On(16)), IsSigned: true);
        var back = Gravel.TakenBackBy("9", new(2026, 9, 18), new("付重了"), September);
        var enter = new Enter(September, back, original, TownClerk, On(18));
        var entered = Assert.IsType<TreasuryPaymentEntered>(signed.When(enter).Then());
        signed.When(enter with { Original = null }).Refused("treasury.original-unknown");
        signed.When(enter with { Original = original with { IsSigned = false } }).Refused("treasury.original-unknown");
        signed.When(enter with { Original = original with { TakenBack = new(September, "8") } }).Refused("treasury.taken-back");
        signed.When(enter with { Payment = back with { Amount = new(1) } }).Refused("treasury.not-mirrored");
        signed.When(enter with { Payment = back with { On = new(2026, 9, 14) } }).Refused("voucher.reversed-before");
        Given(Entered, Checked, Signed, entered).When(enter with { Payment = back with { Number = "10" } }).Refused("treasury.taken-back");

        var section = SectionOf(Entered, Signed, entered);
        Assert.Equal(0, section.Total.Fen);
        var ready = Given(Entered, Checked, Signed, entered, new TreasuryChecked(section.Hash, Reviewer.Sign(On(18))));
        var sign = Signing(section) with { Originals = new Dictionary<VoucherKey, TreasuryEntry> { [back.Reverses!.Value] = original } };
        ready.When(sign with { Originals = new Dictionary<VoucherKey, TreasuryEntry>() }).Refused("treasury.taken-back");
        var told = Assert.IsType<Decision<TreasuryEvent>.Accepted>(ready.When(sign)).Events;
        TreasuryEvent marked = new TreasuryPaymentTakenBack(Gravel.Number, new(September, "9"), Approver.Sign(On(17)));
        Assert.Equal([Whole(SignedBy(2, section, On(18), On(18))), marked], told.Select(Whole));
    }

    [Fact]
    public void A_payment_of_another_month_is_marked_with_the_signature_there()
    {
        var by = new VoucherKey(new(2026, 10), "9");
        TreasuryEvent marked = new TreasuryPaymentTakenBack(Gravel.Number, by, Approver.Sign(On(17)));
        Equal(marked, Given(Entered, Checked, Signed).When(new MarkTakenBack(Gravel.Number, by, Approver, On(17))));
        Given(Entered, Checked, Signed, marked).When(new MarkTakenBack(Gravel.Number, by, Approver, On(17))).Refused("treasury.taken-back");
        Given(Entered).When(new MarkTakenBack(Gravel.Number, by, Approver, On(17))).Refused("treasury.taken-back");
    }

    private static DateTimeOffset On(int day) => Shanghai.At(new(2026, 9, day), new(10, 0));

    private static Enter Entering(TreasuryPayment payment) => new(September, payment, null, TownClerk, On(16));

    private static Sign Signing(TreasurySection section) => new(section.Hash, new Dictionary<VoucherKey, TreasuryEntry>(), Approver, On(17));

    private static TreasurySection SectionOf(params TreasuryEvent[] events) =>
        TreasurySection.Of(SampleRules.Book, (TreasuryMonth.Kept)TreasuryDecider.Law.Fold(events));

    private static TreasuryDisclosed SignedBy(int edition, TreasurySection section, DateTimeOffset? entered = null, DateTimeOffset? @checked = null) =>
        new(edition, section, section.Hash, Act(TownClerk, entered ?? On(16)), Act(Reviewer, @checked ?? On(17)), Approver.Sign(On(17)));

    private static PublicAct Act(Officer by, DateTimeOffset at) => new(Shanghai.DayOf(at), by.Unit);

    private static void Equal(TreasuryEvent expected, Decision<TreasuryEvent> decision) => Assert.Equal(Whole(expected), Whole(decision.Then()));

    /// <summary>Everything in it; of the section its hash, by which the lines are known.</summary>
    private static object Whole(TreasuryEvent e) => e is TreasuryDisclosed x ? (x.Edition, x.Section.Hash, x.Hash, x.Entered, x.Checked, x.By) : e;

    private static Scenario<TreasuryMonth, TreasuryCommand, TreasuryEvent> Given(params TreasuryEvent[] events) => new(TreasuryDecider.Law, events);
}
