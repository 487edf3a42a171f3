using System.Text.Json;
using System.Text.Json.Serialization;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Contracts.Agreements.CleanUp;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Losses;
using Transparency.Contracts.Objections;
using Transparency.Contracts.Officers;
using Transparency.Contracts.Proposals;
using Transparency.Contracts.Publicity;
using Transparency.Contracts.Readings;
using Transparency.Contracts.Suppressions;
using Transparency.Contracts.Tenders;
using Transparency.Contracts.Town;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Store;

public class EventShapeTests
{
    private static readonly Signature By = SampleOfficers.Reviewer.Sign(TestTown.Morning);
    private static readonly Text Words = new("话", "words");
    private static readonly VillageMonth November = new(new("09"), new(2026, 11));
    private static readonly AgreementContent Lease = new(
        Words, AgreementKind.Lease, new("09"), new(PartyKind.Person, new("王某（个人）", "masked"), new("p1")), Words, new Mu(12050), new(2026, 10, 1), new(2029, 9, 30), new(18_000_000), new Yuan(6_000_000), Words, Words);
    private static readonly AgreementSection LeaseSection = AgreementSection.Of(new("09-2026-L-0003"), Lease, SampleRules.Book);
    private static readonly DeclarationContent Content = new(
        Words, "lease-saltpan", new VillageCode("09"), Words, Words, new("问"), [new(Words, new(18_000_000))], [new(Words, Words, new Yuan(1), new(18_000_000))], Words,
        new DeliberationId(TestDecisions.Lease), [new("09-2026-L-0003")], Attachments: [SampleAttachments.Minutes, SampleAttachments.Photo]);
    private static readonly VotedTerms Terms = new(
        MoneyFlow.Spent, [new(Words, new(18_000_000))], [new(Words, Words)], [new(Words, new(2026, 10, 1), new(2029, 9, 30))], true);
    private static readonly Deliberation Decided = SampleDecisions.Posted(new(TestDecisions.Lease), "lease-saltpan", new(2026, 9, 10), SampleOfficers.OtherClerk, SampleOfficers.Poster, new(Words, Words, Terms with { ByTender = false }));
    private static readonly Meeting Met = SampleDecisions.Held(new(2026, 9, 10), 35, 32, 30, 1) with { Minutes = [SampleDecisions.Minutes], Observer = Words };
    private static readonly DeclarationSection Section = DeclarationSection.Of(Content, SampleRules.Book, Decided, [LeaseSection]);
    private static readonly Deadline Window = SampleTown.Counted(SampleRules.Book.Deadlines.InForce("PUBLICITY_DEFAULT", new(2026, 9, 28))!, new(2026, 9, 28));

    private static readonly StatementSection Money = SampleLedgers.Section with { Refused = [new("0804", Words)], Receivables = [new(Words, new(1))], Note = Words, Earlier = [new(new(2026, 7), new(1), new(2), new(3))] };

    private static readonly RentSection Rent = new(new("09-2026-L-0003"), 2026, new(2026, 9, 30),
        [new(new(2026, 3, 31), new(5_000_000), new(4_000_000), new DateOnly(2026, 4, 2), new(1_000_000))], [new(new(2026, 4, 2), new(4_000_000), "2026-04-0007", new DateOnly(2026, 3, 31)), new(new(2026, 4, 3), new(1))]);
    private static readonly ReportSection Report = ReportSection.From(SampleRules.Grants, SampleRules.Book.Villages[new("09")], Words, Period.Parse("2026-Q2")!.Value, new(false, Words, Words));
    private static readonly ProposalSection Proposal = new(
        new(2026, 1), new VillageCode("09"), Words, Words, "law", new(2026, 9, 10), new(2026, 9, 12), new(2026, 10, 12), Words, Words, PublicName.Of(PartyKind.Person, "王小"));
    private static readonly CleanUpSubject Before = CleanUpSubject.Of(LeaseSection);
    private static readonly TenderContent Tender = new(
        Words, AgreementKind.Goods, null, "coal-season", TenderMethod.Quotation, Words, new(5_000_000), new Yuan(6_000_000), [new(1, Words, Words, new(5_000_000), new(50.5m, 22m))], new WorkId("heating"));
    private static readonly TenderSection TenderSection = TenderSection.Of(new("00-2026-G-0001"), Tender, SampleRules.Book);
    private static readonly BidEntered Bid = new(
        new("00-2026-G-0001"), new("001"), 1, new(PartyKind.Person, new("王某（个人）", "masked"), new("p2")), null, new(100_000), new(23.5m, 0.6m, 14, 28, 8, Words, Words), TestTown.Morning, Words, By);
    private static readonly TenderNotice Notice = new(TestTown.Morning, Words, Words, Words, Window);

    private static readonly TreasuryPayment Payment = new(
        "31", new(2026, 11, 2), Words, new(PartyKind.Person, new("王某（个人）", "masked"), new("p3")), new(100), new TenderId("00-2026-G-0001"), 1, new AgreementId("00-2026-G-0002"),
        new("央政公示", 2026, 1), new(new(2026, 10), "30"));
    private static readonly TreasurySection Treasury = new(Words, new(2026, 11), "law", [TreasuryLine.Of(Payment)]);

    private static readonly object[] Samples =
    [
        new TownNamed(SampleRules.Book.Town, TestTown.Morning),
        new MattersSet([.. SampleRules.Book.Matters.Values], TestTown.Morning),
        new DeadlineRulesSet([.. SampleRules.Book.Deadlines.Rows], TestTown.Morning),
        new HolidaysSet([.. SampleRules.Book.Holidays.Days.Values], TestTown.Morning),
        new AccountsSet([.. SampleRules.Book.Accounts.Rows], TestTown.Morning),
        new ObligationsSet([.. SampleRules.Book.Obligations], TestTown.Morning),
        new FindingCodesSet([.. SampleRules.Book.Findings], TestTown.Morning),
        new PercentLimitsSet([.. SampleRules.Book.Limits], TestTown.Morning),
        new VillageRegistered(SampleRules.Book.Villages[new("09")], By),
        new OfficerAppointed(SampleOfficers.Everyone, TestTown.Morning),
        new OfficerProposed(SampleOfficers.Clerk, By),
        new OfficerConfirmed(SampleOfficers.Clerk, By, By),
        new OfficerDeclined(Words, By),
        new OfficerSuspended(Words, By),
        new OfficerResumed(By),
        new OfficerDismissed(Words, By),
        new OfficerLinkIssued(By),
        new OfficerInterestDeclared(new(1, InterestKind.Firm, new("k"), "单位"), By),
        new OfficerInterestEnded(1, Words, By),
        new ReadingRecorded(ReadingKind.Objections, "declarations/d1", By),
        new AgreementRegistered(new("09-2026-L-0003"), Lease, By),
        new AgreementChanged(Lease, By),
        new AgreementDisclosed(new("d1"), "央政公示〔2026〕1号", LeaseSection, LeaseSection.Hash, By, [new(November, "31", new(100), new(2026, 11, 2), new(new(2026, 12), "4"))]),
        new AgreementBound(new("04-2026-W-0007"), 1, By),
        new AgreementPaymentEntered(November, "31", new(100), new(2026, 11, 2), By),
        new AgreementPaymentDropped(November, "31", By),
        new AgreementPaid(November, "31", new(100), new(2026, 11, 2), By),
        new AgreementReversalEntered(November, "31", new(new(2026, 12), "4"), By),
        new AgreementPaymentReversed(November, "31", new(100), new(2026, 12, 1), new(new(2026, 12), "4"), By),
        new RentScheduled(new("09-2026-L-0003"), 2026, [new(new(2026, 3, 31), new(5_000_000))], By),
        new RentReceived(Rent.Receipts[0], By),
        new RentPrepared(Rent, Rent.Hash, By),
        new RentChecked(Rent.Hash, By),
        new RentDisclosed(1, Rent, Rent.Hash, new(new(2026, 9, 30), Words), new(new(2026, 10, 8), Words), By),
        new DriveOpened(new("saltpans-2026"), Words, Words, [new("09")], By),
        new DriveClosed(By),
        new CleanUpListed(new("saltpans-2026"), Words, Before, By),
        new CleanUpVerified(Words, By),
        new CleanUpClassified([Problem.TermOver, Problem.RentLow], By),
        new CleanUpRemedied([Remedy.Reprice], new(3_000_000), new("d1"), "央政公示〔2026〕1号", Before with { Area = null, Yearly = null }, By),
        new CleanUpDone(new(3_000_000), By, [new(new(November.Month, "31"), new(3_000_000))]),
        new CleanUpRechecked(Words, true, By),
        new AgreementHoldingReported(new(HoldingState.Occupied, new(2026, 11, 2), Words), By), new AgreementHoldingConfirmed(new(HoldingState.OpenEnded, new(2026, 11, 2), Words), By),
        new CleanUpDeferred(Words, By),
        new CleanUpLitigated(Words, By),
        new TenderPlanned(new("00-2026-G-0001"), Tender, By),
        new TenderReplanned(Tender, By),
        new TenderPlanDisclosed(1, new DeclarationId("d1"), "央政公示〔2026〕1号", TenderSection, TenderSection.Hash, By),
        new TenderAnnounced(2, Notice, By),
        new TenderClarified(Words, Words, By),
        new TenderAmended(3, Words, Notice, By),
        new TenderOpened(4, [Bid.Public], [2], Words, 20, By),
        new TenderEvaluated([new(new("001"), 1, null, Words), new(new("002"), null, RejectCode.BelowQuality, Words)], Words, By),
        new TenderCandidatesPublished(5, [new(1, 1, new("001"))], Window, By),
        new TenderAwarded(6, [new(1, new("001"), new(5_050_000), PassedOver.GaveUp)], Words, By),
        new TenderReawarded(7, 1, new("001"), PassedOver.GaveUp, new(1, new("002"), new(5_060_000), PassedOver.GaveUp), Words, By),
        new TenderContractSigned(1, new AgreementId("00-2026-G-0002"), new(5_050_000), new(2026, 10, 1), By, new Yuan(1_000_000)),
        new TenderContractChangeProposed(1, new(5_050_000), new(5_100_000), Words, new("央政公示〔2026〕12号", new(5_100_000), new(2026, 10, 20)), By),
        new TenderContractChangeDropped(1, By),
        new TenderContractChanged(7, 1, new(5_050_000), new(5_100_000), Words, "央政公示〔2026〕12号", By),
        new TenderPartAccepted(1, new(2026, 10, 28), new(2_000_000), Words, By),
        new TenderAccepted(1, new(2026, 11, 1), Words, By),
        new TenderPaymentEntered(1, new(5_100_000), new(2026, 11, 2), "31", new("09"), new(2026, 11), By),
        new TenderPaymentDropped(1, "31", new("09"), new(2026, 11), By),
        new TenderPaid(1, new(5_100_000), new(2026, 11, 2), "31", new VillageCode("09"), new Month(2026, 11), By),
        new TenderReversalEntered(1, "31", new("09"), new(2026, 11), new(new(2026, 12), "4"), By),
        new TenderPaymentReversed(1, new(5_100_000), new(2026, 12, 1), "31", new("09"), new(2026, 11), new(new(2026, 12), "4"), By),
        new TenderClosed(By),
        new TreasuryPaymentEntered(new(2026, 11), Payment, By),
        new TreasuryPaymentRefused("31", Words, By),
        new TreasuryChecked(Treasury.Hash, By),
        new TreasuryDisclosed(1, Treasury, Treasury.Hash, new(new(2026, 11, 3), Words), new(new(2026, 11, 4), Words), By),
        new TreasuryPaymentTakenBack("31", new(new(2026, 12), "4"), By),
        new TenderFailed(4, Words, 2, new TenderId("00-2026-G-0003"), By),
        new TenderCancelled(4, Words, By),
        Bid,
        new CoalDelivered(new("00-2026-G-0001"), 1, new(2026, 11, 1), 25.5m, 23.1m, true, Words, By),
        new DeliberationProposed(new("09-2026-D-0002"), new(Words, "lease-saltpan", Words, ProposalOrigin.Cadres, Terms), VillageBody.MembersAssembly, Met, true, By),
        new DeliberationCarried(new("d1"), By),
        new DeliberationReleased(new("d1"), By),
        new DeliberationDiscussed(Met, By),
        new DeliberationPartyReviewed(Met, By),
        new DeliberationResolved(VillageBody.MembersAssembly, Met, Window, Words, By),
        new DeliberationRejected(DeliberationStep.Resolved, Met, VillageBody.HouseholdsMeeting, By),
        new DeliberationReturned(Words, By),
        new DeliberationWithdrawn(Words, By),
        new DeliberationResolutionPosted(new(2026, 9, 11), Words, By, SampleDecisions.Routine.Edition!.Section, SampleDecisions.Routine.Edition.Hash),
        new DeliberationResultPosted(new("09-2026-D-0002"), new(2026, 12, 1), Words, [SampleDecisions.Photo], By),
        new DeclarationDrafted(new("d1"), Content with { Plans = [new("00-2026-G-0001")], Shares = [new(new("09-2026-D-0003"), new(1_000_000))] }, By),
        new DeclarationRedrafted(Content, By),
        new DeclarationDeclared(Section, Section.Hash, By),
        new DeclarationReturned(Words, By),
        new DeclarationReviewRefused(Words, By),
        new DeclarationReviewPassed(Section, Section.Hash, By),
        new DeclarationWindowOpened(new("央政公示", 2026, 1), 1, 1, Window, Section, Section.Hash, new(new(2026, 9, 18), Words), new(new(2026, 9, 19), Words), Words, By),
        new DeclarationWordingProposed(Section, Section.Hash, Words, By),
        new DeclarationWordingDeclined(Words, By),
        new DeclarationWordingFixed(2, Section, Section.Hash, Words, By, By),
        new DeclarationRestarted(Content, Section, Section.Hash, Words, [new("o1")], By),
        new DeclarationWindowExtended(3, Window, 2, new("00"), Words, By),
        new DeclarationObjectionSettled(new("o1"), 1, new(2026, 9, 20), new(2026, 9, 23), true, Words, Words, By),
        new DeclarationWindowClosed(1, [new("o1"), new("o2")], By),
        new DeclarationApproved(3, Section.Hash, By),
        new DeclarationRefused(3, Words, By),
        new DeclarationSentBack(3, Words, Words, By),
        new DeclarationConcluded(3, Section.Hash, By),
        new DeclarationWithdrawn(0, Words, By),
        new DeclarationRevoked(4, Words, By),
        new NumberTaken(1, new("d1"), TestTown.Morning),
        new BookOpened(new("09"), new(2026, 8), new(1), [new(new("112"), new(7))], By),
        new VouchersEntered(new("09"), new(2026, 8), [SampleLedgers.Rent with { Tender = new TenderId("09-2026-W-0001"), Declaration = new("央政公示", 2026, 12) }, SampleLedgers.Ditch with { Deliberation = new DeliberationId(TestDecisions.Lease), Reverses = new(new(2026, 7), "0703") }], By),
        new VoucherReversed("0703", new(new(2026, 8), "0802"), By),
        new VoucherReworded(SampleLedgers.Stove, By),
        new BookClosed(new("09"), new(2026, 8), new(1), new(2), new(3), new(0), [new(new("101"), new(5))], By),
        new VouchersBooked(new("09"), [new("0801", new(1), new(0)), new("0701", new(1), new(0), new Month(2026, 7))], By),
        new VoucherRefused(new("09"), "0803", Words, By),
        new TrustClosed(new("09"), new(1), new(2), new(3), new(0), By),
        new BankLinesEntered(new("09"), new(2026, 8), new(1), SampleLedgers.Lines, new(2), By),
        new BankLinesMatched(1, [new("0801", new(2026, 8, 3), new(1), new(0), new VoucherKey(new(2026, 7), "0703"))], [new(new(2026, 8, 4), new(1), new(0))], Words, By),
        new BankMatchUndone(1, By),
        new BankMonthClosed(By),
        new BudgetAdopted(new("09"), 2026, [new(new("51401"), false, new(1))], Words, By),
        new StatementPrepared(new([new(Words, new(1))], [new(Words, new(2))], Words), Money, Money.Hash, By),
        new StatementReturned(Words, By),
        new StatementChecked(Money.Hash, By),
        new StatementDisclosed(1, Money, Money.Hash, new(new(2026, 9, 1), Words), new(new(2026, 9, 2), Words), By),
        new StatementQuestioned(1, Words, By),
        new StatementAnswered(1, Words, By),
        new InspectionPlanned(SampleInspections.Plan, By),
        new InspectionNumberCalled(417, By),
        new InspectionVillagesDrawn(DrawRecipe.Of(SampleInspections.Half, 417, SampleInspections.Plan.Codes), By),
        new InspectionFindingsRecorded(SampleInspections.Found, SampleInspections.Found.Hash, By),
        new InspectionFindingsReturned(new("09"), Words, By),
        new InspectionResultPublished(SampleInspections.Found, SampleInspections.Found.Hash, new(new(2026, 7, 22), Words), By),
        new InspectionCureReported(new("09"), 1, Words, By),
        new InspectionCureSentBack(new("09"), 1, Words, By),
        new InspectionCureAccepted(new("09"), 1, Words, new(new(2026, 8, 5), Words), 3, By),
        new InspectionClosed(By),
        new InspectionCancelled(Words, By),
        new InspectionVoided(Words, By),
        new ReportPrepared(Report, Report.Hash, By),
        new ReportReturned(Words, By),
        new ReportDisclosed(1, Report, Report.Hash, new(new(2026, 7, 13), Words), By),
        new ReportPosted(1, Window, By),
        new ReportTakenDown(1, new(2026, 8, 3), By),
        new ObjectionRaised(new("o1"), new("d1"), 1, TestTown.Morning, Window),
        new PublicityChecked(new("d1"), 1, 1, CheckResult.Stood, new("00"), 200, TestTown.Morning),
        new ObjectionSettled(true, By),
        new ProposalSubmitted(new("p1"), new("09"), true, By),
        new ProposalMerged(new("p2"), Proposal.Number, By),
        new ProposalDeclined(Words, By),
        new ProposalAdmitted(Proposal, Proposal.Hash, Window, By),
        new ProposalReturned(Words, By),
        new ProposalDisclosed(Proposal, Proposal.Hash, Window, new(new(2026, 9, 17), Words), By),
        new ProposalJoined(new("p2"), By),
        new ProposalStudied(Words, new(2026, 9, 30), By),
        new ProposalAnswered(ProposalOutcome.Partly, Words, 4, By),
        new ProposalCarried(new(new("央政公示", 2026, 1), new("heating")), By),
        new ProposalResultPosted(Words, By),
        new ProposalNumberTaken(1, new("p1"), TestTown.Morning),
        new NumberLost(2, TestTown.Morning),
        new ProposalNumberLost(2, TestTown.Morning),
        new SuppressionProposed(Suppressing, By),
        new SuppressionDeclined(Words, By),
        new SuppressionConfirmed(
            new(2026, 1), Suppressing, [new("declarations/2026/0002/e1", "2026-2", 1, Proposal.Hash, Proposal.Hash, Proposal.Hash)], [new(Proposal.Hash, "pdf")],
            new(new(2026, 9, 17), Words), By),
        new SuppressionNumberTaken(1, new("s1"), TestTown.Morning),
        new SuppressionNumberLost(2, TestTown.Morning),
        new LossAccepted(1, Words, ["declarations/2026/0002/index.html"], [SampleLoss.Notice], By),
    ];

    [Fact]
    public void Every_event_comes_back_from_the_store_as_it_was()
    {
        Assert.Equal(PortalStreams.All.Names.Keys.Select(t => t.Name).Order(StringComparer.Ordinal), Samples.Select(e => e.GetType().Name).Order(StringComparer.Ordinal));
        foreach (var e in Samples)
        {
            var back = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(e, e.GetType(), StoreJson.Options), e.GetType(), StoreJson.Options);
            // Compared through another serializer, which writes every member: what the store's one left out would differ.
            Assert.Equal(JsonSerializer.Serialize(e, e.GetType(), EveryMember), JsonSerializer.Serialize(back, e.GetType(), EveryMember));
        }
    }

    /// <summary>Every member but those of a month and a period, whose next has a next.</summary>
    private static readonly JsonSerializerOptions EveryMember = new() { Converters = { new MonthAsNumber(), new PeriodAsName(), new VillageMonthAsName() } };

    private sealed class PeriodAsName : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Period.Parse(reader.GetString()!)!.Value;

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class VillageMonthAsName : JsonConverter<VillageMonth>
    {
        public override VillageMonth Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => VillageMonth.Parse(reader.GetString()!)!.Value;

        public override void Write(Utf8JsonWriter writer, VillageMonth value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class MonthAsNumber : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);
    }

    [Fact]
    public void The_stored_shape_is_plain()
    {
        Assert.Equal("""{"ordinal":1,"declaration":"d1","at":"2026-09-17T01:00:00+00:00"}""", JsonSerializer.Serialize(Samples.OfType<NumberTaken>().Single(), StoreJson.Options));
        var drafted = JsonSerializer.Serialize(Samples.OfType<DeclarationDrafted>().Single(), StoreJson.Options);
        Assert.Contains("\"village\":\"09\"", drafted, StringComparison.Ordinal);
        Assert.Contains("\"amount\":18000000", drafted, StringComparison.Ordinal);
        Assert.Contains("\"deliberation\":\"09-2026-D-0001\"", drafted, StringComparison.Ordinal);
        var proposed = JsonSerializer.Serialize(Samples.OfType<DeliberationProposed>().Single(), StoreJson.Options);
        Assert.Contains("\"required\":\"MembersAssembly\"", proposed, StringComparison.Ordinal);
        Assert.DoesNotContain("abstained", proposed, StringComparison.Ordinal);
        Assert.DoesNotContain("budgetTotal", drafted, StringComparison.Ordinal);
    }

    private static SuppressionWords Suppressing => new("declarations/2026/0002/e/1/", SuppressionGround.ThirdParty, Words);

    /// <summary>What nobody signs: what the town's folder says, numbers and looks of the portal's own, and what the public sends.</summary>
    private static readonly Type[] Unsigned =
    [
        typeof(TownNamed), typeof(MattersSet), typeof(DeadlineRulesSet), typeof(HolidaysSet), typeof(ObligationsSet), typeof(AccountsSet), typeof(FindingCodesSet), typeof(PercentLimitsSet),
        typeof(NumberTaken), typeof(ProposalNumberTaken), typeof(NumberLost), typeof(ProposalNumberLost), typeof(SuppressionNumberTaken), typeof(SuppressionNumberLost), typeof(ObjectionRaised), typeof(PublicityChecked),
    ];

    [Fact]
    public void Every_event_that_a_person_makes_is_signed() =>
        Assert.All(PortalStreams.All.Names.Keys, t => Assert.True(typeof(ISigned).IsAssignableFrom(t) != Unsigned.Contains(t), t.Name));

    [Fact]
    public void What_was_said_is_stored_once()
    {
        Assert.Equal(Words, ((ISigned)Samples.OfType<TenderClarified>().Single()).Said);
        Assert.StartsWith("""{"reason":{"zh":"话","en":"words"},"by":{""", JsonSerializer.Serialize(Samples.OfType<DeclarationReturned>().Single(), StoreJson.Options), StringComparison.Ordinal);
        Assert.All(Samples, e => Assert.DoesNotContain("\"said\"", JsonSerializer.Serialize(e, e.GetType(), StoreJson.Options), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_of_the_law_has_a_stored_name()
    {
        Type[] bases = [typeof(TownEvent), typeof(AgreementEvent), typeof(DeclarationEvent), typeof(DeliberationEvent), typeof(TenderEvent), typeof(ObjectionEvent), typeof(BookEvent), typeof(TrustEvent), typeof(BankEvent), typeof(StatementEvent), typeof(RentEvent), typeof(DriveEvent), typeof(CleanUpEvent), typeof(ReportEvent), typeof(InspectionEvent), typeof(ProposalEvent), typeof(OfficerEvent)];
        var events = typeof(DeclarationEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && bases.Any(b => b.IsAssignableFrom(t)));
        Assert.All(events, t => Assert.True(PortalStreams.All.Names.ContainsKey(t), t.Name));
        Assert.Equal(PortalStreams.All.Names.Count, PortalStreams.All.Names.Values.Distinct().Count());
    }
}
