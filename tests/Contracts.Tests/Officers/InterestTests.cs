using Transparency.Contracts.Agreements;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Officers;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Tests.Agreements;
using Transparency.Contracts.Tests.Tenders;
using Transparency.Contracts.Treasury;
using Transparency.Samples;
using static Transparency.Contracts.Officers.OfficerCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Officers;

/// <summary>Whoever has a part in a case, or a relative in it, does not act on it; and relatives do not supervise each other.</summary>
public sealed class InterestTests
{
    private static readonly DateTimeOffset At = Shanghai.At(new(2026, 9, 18), new(15, 0));
    private static readonly Officer First = new(new("admin-a"), new("p-a"), new("镇党政办"), [Role.Administrator], []);
    private static readonly OfficerEvent Appointed = new OfficerAppointed(Clerk, At);
    private static readonly OfficerEvent Declared = new OfficerInterestDeclared(new(1, InterestKind.Firm, null, "海晶盐业 有限公司"), Clerk.Sign(At));

    [Fact]
    public void Who_declares_is_the_officer_himself_or_an_administrator()
    {
        Equal(Declared, Given(Appointed).When(new DeclareInterest(InterestKind.Firm, null, "海晶盐业 有限公司", Clerk, At)));
        Given(Appointed).When(new DeclareInterest(InterestKind.Firm, null, "海晶盐业", OtherClerk, At)).Refused("officer.may-not");
        Equal(new OfficerInterestDeclared(new(1, InterestKind.Spouse, new("k-1"), null), First.Sign(At)), Given(Appointed).When(new DeclareInterest(InterestKind.Spouse, new("k-1"), null, First, At)));
        Given(Appointed).When(new DeclareInterest(InterestKind.Spouse, null, "海晶盐业", Clerk, At)).Refused("officer.relative-nameless");
        Given(Appointed).When(new DeclareInterest(InterestKind.Firm, null, "", Clerk, At)).Refused("officer.firm-nameless");
        Given(Appointed, Declared).When(new DeclareInterest(InterestKind.Firm, null, "海晶盐业有限公司", Clerk, At)).Refused("officer.interest-known");
    }

    [Fact]
    public void Nobody_ends_his_own_and_its_number_is_not_used_again()
    {
        Given(Appointed, Declared).When(new EndInterest(1, new("已退股"), Clerk, At)).Refused("officer.may-not");
        Given(Appointed, Declared).When(new EndInterest(1, new("已退股"), First with { Person = Clerk.Person }, At)).Refused("officer.own-interest-ended");
        Given(Appointed, Declared).When(new EndInterest(2, new("已退股"), First, At)).Refused("officer.interest-unknown");
        Given(Appointed, Declared).When(new EndInterest(1, new(""), First, At)).Refused("reason.missing");
        OfficerEvent ended = new OfficerInterestEnded(1, new("已退股"), First.Sign(At));
        Equal(ended, Given(Appointed, Declared).When(new EndInterest(1, new("已退股"), First, At)));
        Assert.Empty(StateOf(Appointed, Declared, ended).Interests);
        Assert.Equal(2, Assert.IsType<OfficerInterestDeclared>(Given(Appointed, Declared, ended).When(new DeclareInterest(InterestKind.Firm, null, "甲公司", Clerk, At)).Then()).Interest.Number);
    }

    [Fact]
    public void It_holds_through_suspension_and_other_roles()
    {
        Assert.Single(StateOf(Appointed, Declared, new OfficerSuspended(new("调离"), First.Sign(At)), new OfficerResumed(First.Sign(At))).Interests);
        Assert.Single(StateOf(Appointed, Declared, new OfficerProposed(Clerk with { Roles = [Role.FinanceGroup] }, First.Sign(At)), new OfficerConfirmed(Clerk with { Roles = [Role.FinanceGroup] }, First.Sign(At), First.Sign(At))).Interests);
    }

    [Fact]
    public void Near_relatives_do_not_act_for_a_village_and_supervise_it()
    {
        var supervisor = Clerk with { Id = new("kin"), Person = new("p-kin"), Roles = [Role.Supervision] };
        Given().When(new Propose(Clerk, [], true, First, At) { Kin = [supervisor] }).Refused("officer.relative-supervises");
        Given().When(new Propose(supervisor, [], true, First, At) { Kin = [Clerk] }).Refused("officer.relative-supervises");
        Given().When(new Propose(Clerk, [], true, First, At) { Kin = [supervisor with { Villages = [SampleRules.Gudichang] }] }).Then();
        Given(new OfficerProposed(Clerk, First.Sign(At))).When(new Confirm([], First with { Id = new("admin-b"), Person = new("p-b") }, At) { Kin = [supervisor] }).Refused("officer.relative-supervises");
        Given(new OfficerAppointed(Clerk with { Roles = [Role.FinanceGroup] }, At)).When(new ChangeRoles(Clerk, [], First, At) { Kin = [supervisor] }).Refused("officer.relative-supervises");
    }

    private static readonly Month September = new(2026, 9);
    private static readonly TreasuryPayment Gravel = new("镇财 1", new(2026, 9, 15), new("砂石料"), new(PartyKind.Organisation, new("潍北路畅公司")), new(15_834_000));
    private static readonly TreasuryMonth.Kept Entered = new(September, [new(Gravel, TownClerk.Sign(At), false)], 0, null);
    private static readonly DeclarationContent Saltpan = Declarations.Road.Content with { Matter = "lease-saltpan", Village = SampleRules.Gudichang };
    private static readonly DeclarationSection SaltpanSection = DeclarationSection.Of(Saltpan, SampleRules.Book, new Deliberation.None(), Array.Empty<AgreementSection>()) with { Subjects = [SampleAgreements.SaltpanSection] };

    private static readonly Dictionary<string, (Party With, Func<Func<Officer, Officer>, Refusal?> Try)> Acts = new()
    {
        ["register-agreement"] = (Pan.Content.With, by => Why(AgreementDecider.Law, new Agreement.None(), new AgreementCommand.Register(Pan.Id, Pan.Mended, by(OtherClerk), Pan.At))),
        ["change-agreement"] = (Pan.Content.With, by => Why(AgreementDecider.Law, Pan.Registered, new AgreementCommand.Change(Pan.Mended with { With = new(PartyKind.Organisation, new("另一家")) }, by(OtherClerk), Pan.At))),
        ["disclose-agreement"] = (Pan.Content.With, by => Why(AgreementDecider.Law, Pan.Registered, new AgreementCommand.Disclose(new("d1"), "1号", AgreementSection.Of(Pan.Id, Pan.Content, SampleRules.Book).Hash, by(SampleOfficers.Approver), Pan.At))),
        ["enter-offer"] = (Pipe.First.Bidder, by => Why(BidDecider.Law, new Bid.None(), new EnterOffer(Pipe.Announced.State, new("one"), 1, Pipe.First.Bidder, null, Pipe.First.Price, null, Pipe.Deadline.AddHours(-1), new(""), by(Clerk), Pipe.Deadline))),
        ["evaluate"] = (Pipe.Second.Bidder, by => Why(TenderDecider.Law, Pipe.Opened.State, new TenderCommand.Evaluate(Pipe.Verdicts, new(""), by(Clerk), Pipe.On(15).AddHours(6)))),
        ["publish-candidates"] = (Pipe.Second.Bidder, by => Why(TenderDecider.Law, Pipe.Evaluated.State, new TenderCommand.PublishCandidates(by(Clerk), Pipe.On(15).AddHours(7)))),
        ["award"] = (Pipe.First.Bidder, by => Why(TenderDecider.Law, Pipe.CandidatesPublished.State, new TenderCommand.Award([], new(""), by(TownClerk), Pipe.AfterWindow))),
        ["accept"] = (Pipe.First.Bidder, by => Why(TenderDecider.Law, Pipe.Signed.State, new TenderCommand.Accept(1, new(2026, 9, 28), new("合格"), null, by(Reviewer), Pipe.On(28)))),
        ["enter-voucher"] = (SampleLedgers.Rent.Payee!, by => Why(BookDecider.Law, new Book.None(), new BookCommand.Enter(SampleLedgers.Village, SampleLedgers.August, [SampleLedgers.Rent], new Dictionary<VoucherKey, EnteredVoucher>(), Hands.None, by(OtherClerk), SampleLedgers.On(1)))),
        ["book"] = (SampleLedgers.Rent.Payee!, by => Why(TrustDecider.Law, TrustDecider.Law.Initial, new TrustCommand.BookAll(SampleLedgers.Village, [new(SampleLedgers.Rent, OtherClerk.Person)], [], [], Hands.None, by(SampleLedgers.Bookkeeper), SampleLedgers.On(1)))),
        ["enter-treasury"] = (Gravel.Payee, by => Why(TreasuryDecider.Law, new TreasuryMonth.None(), new TreasuryCommand.Enter(September, Gravel, null, by(TownClerk), At))),
        ["check-treasury"] = (Gravel.Payee, by => Why(TreasuryDecider.Law, Entered, new TreasuryCommand.Check(TreasurySection.Of(SampleRules.Book, Entered).Hash, by(Reviewer), At))),
        ["pass-review"] = (new(SampleAgreements.SaltpanSection.WithKind, SampleAgreements.SaltpanSection.With), by => Why(DeclarationDecider.Law, new Declaration.InReview(Case.Begin(new("d1"), Saltpan, OtherClerk.Person).With(SaltpanSection), SaltpanSection, OtherClerk.Sign(At)), new DeclarationCommand.PassReview(SaltpanSection, SaltpanSection.Hash, by(Reviewer), At))),
    };

    public static TheoryData<string> Names => [.. Acts.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Who_has_a_part_in_it_does_not_act(string name)
    {
        var (with, attempt) = Acts[name];
        Assert.Null(attempt(by => by));
        var of = with.Person is { } person ? Interests.None with { Persons = new HashSet<PersonId> { person } } : Interests.None with { Firms = new HashSet<string> { Interests.FirmKey(with.Name.Zh) } };
        Assert.Equal(Refused.As("officer.own-interest", new Text(with.Name.Zh, with.Name.En)), attempt(by => by with { Interests = of }));
        Assert.Null(attempt(by => by with { Interests = Interests.None with { Persons = new HashSet<PersonId> { new("other") }, Firms = new HashSet<string> { "别家公司" } } }));
    }

    [Theory]
    [InlineData("海晶（盐业）有限公司", "海晶(盐业) 有限公司", true)]
    [InlineData("海晶盐业有限公司", "海晶盐业有限公司", true)]
    [InlineData("海晶盐业有限公司", "海晶盐业公司", false)]
    public void A_firm_is_known_however_its_name_is_set(string declared, string written, bool isSame) =>
        Assert.Equal(isSame, Interests.FirmKey(declared) == Interests.FirmKey(written));

    [Fact]
    public void A_paper_with_a_number_is_compared_by_it_and_one_without_by_the_name()
    {
        var interests = Interests.None with { Hashes = new HashSet<string> { "h1" }, Names = new HashSet<string> { "贾文海" } };
        Assert.True(interests.Touch("别的名字", "h1"));
        Assert.True(interests.Touch("贾文海", null));
        Assert.False(interests.Touch("贾文海", "h2"));
        Assert.False(interests.Touch("贾文", null));
    }

    private static Refusal? Why<TState, TCommand, TEvent>(Decider<TState, TCommand, TEvent> law, TState state, TCommand command) =>
        law.Decide(SampleRules.Book, state, command) is Decision<TEvent>.Refused no ? no.Why : null;

    private static OfficerLife.Known StateOf(params OfficerEvent[] events) => (OfficerLife.Known)OfficerDecider.Law.Fold(events);

    private static Scenario<OfficerLife, OfficerCommand, OfficerEvent> Given(params OfficerEvent[] events) => new(OfficerDecider.Law, events);

    private static void Equal(OfficerEvent expected, Decision<OfficerEvent> decision) => Assert.Equal(expected, decision.Then());
}
