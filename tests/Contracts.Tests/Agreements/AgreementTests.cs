using Transparency.Contracts.Agreements;
using Transparency.Contracts.Escrow.Payments;
using Transparency.Samples;
using static Transparency.Contracts.Agreements.AgreementCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Agreements;

public sealed class AgreementTests
{
    private static readonly DateTimeOffset At = Shanghai.At(new(2026, 9, 1), new(9, 0));
    private static readonly AgreementId Id = new("09-2026-L-0003");

    private static readonly AgreementContent Pan = new(
        new("三号盐田承包合同"), AgreementKind.Lease, SampleRules.Gudichang, new(PartyKind.Person, PublicName.Of(PartyKind.Person, "欧阳海"), new("p-1")),
        new("三号盐田"), Mu.Parse("380.5"), new(2026, 10, 1), new(2036, 9, 30), new(380_000_00), new(38_000_00), new("每年10月1日前"), new("晒盐"));

    private static Scenario<Agreement, AgreementCommand, AgreementEvent> None => new(AgreementDecider.Law, []);

    [Fact]
    public void Is_registered_changed_and_disclosed_at_the_hash_that_was_approved()
    {
        var registered = None.And(new Register(Id, Pan, OtherClerk, At));
        var section = AgreementSection.Of(Id, Pan, SampleRules.Book);
        var disclosed = Assert.IsType<AgreementDisclosed>(registered.When(new Disclose(new("d"), "1号", section.Hash, Approver, At)).Then());
        Assert.Equal(section, disclosed.Section);
        registered.And(new Change(Pan with { Total = new(1) }, OtherClerk, At)).When(new Disclose(new("d"), "1号", section.Hash, Approver, At)).Refused("content.moved");
    }

    /// <summary>R7.1: which term is lawful depends on the title, which is asked and never guessed.</summary>
    [Theory]
    [InlineData(null, 20)]
    [InlineData(LandTitle.Collective, 20)]
    [InlineData(LandTitle.Cultivated, 30)]
    [InlineData(LandTitle.Grass, 50)]
    [InlineData(LandTitle.Forest, 70)]
    [InlineData(LandTitle.SeaSalt, 30)]
    [InlineData(LandTitle.SeaFarming, 15)]
    public void A_new_lease_runs_no_longer_than_its_title_allows(LandTitle? land, int years)
    {
        var longest = Pan with { Land = land, End = Pan.Start.AddYears(years).AddDays(-1) };
        None.When(new Register(Id, longest, OtherClerk, At)).Then();
        None.When(new Register(Id, longest with { End = longest.End.AddDays(1) }, OtherClerk, At)).Refused("agreement.over-term");
        None.And(new Register(Id, longest, OtherClerk, At)).When(new Change(longest with { End = longest.End.AddDays(1) }, OtherClerk, At)).Refused("agreement.over-term");
    }

    [Fact]
    public void One_that_ran_already_is_entered_as_it_was_found_and_never_made_longer()
    {
        var old = Pan with { Start = new(2006, 1, 1), End = new(2056, 12, 31), Found = true };
        None.When(new Register(Id, old with { Found = false }, OtherClerk, At)).Refused("agreement.over-term");
        None.When(new Register(Id, old with { Start = new(2026, 9, 1) }, OtherClerk, At)).Refused("agreement.found-begins");
        None.When(new Register(new("09-2026-W-0003"), Pan with { Kind = AgreementKind.Works, Found = true }, OtherClerk, At)).Refused("agreement.land-of-lease");
        var found = None.And(new Register(Id, old, OtherClerk, At));
        found.When(new Change(old with { End = old.End.AddDays(1) }, OtherClerk, At)).Refused("agreement.over-term");
        found.When(new Change(old with { End = new(2040, 12, 31) }, OtherClerk, At)).Then();
        found.When(new Change(old with { Title = new("三号盐田承包合同（补录）") }, OtherClerk, At)).Then();
        found.When(new Change(old with { Found = false, End = new(2025, 12, 31) }, OtherClerk, At)).Then();
        Assert.True(AgreementSection.Of(Id, old, SampleRules.Book).Found);
    }

    [Fact]
    public void What_became_of_a_lease_is_reported_by_one_and_confirmed_by_another()
    {
        var lease = Pan with { Start = new(2016, 9, 1), End = new(2026, 8, 30) };
        var section = AgreementSection.Of(Id, lease, SampleRules.Book);
        var registered = None.And(new Register(Id, lease, OtherClerk, At));
        ReportHolding Report(HoldingState state, int month, int day, string reason = "仍在晒盐") => new(new(state, new(2026, month, day), new(reason)), OtherClerk, At);
        registered.When(Report(HoldingState.Occupied, 8, 31)).Refused("holding.not-public");
        var disclosed = registered.And(new Disclose(new("d"), "1号", section.Hash, Approver, At));
        disclosed.When(Report(HoldingState.Occupied, 8, 30)).Refused("holding.still-runs");
        disclosed.When(Report(HoldingState.OpenEnded, 8, 30)).Refused("holding.still-runs");
        disclosed.When(Report(HoldingState.Occupied, 9, 2)).Refused("holding.in-future");
        disclosed.When(Report(HoldingState.Terminated, 8, 31)).Refused("holding.outside-term");
        disclosed.When(Report(HoldingState.Returned, 8, 31, " ")).Refused("reason.missing");
        disclosed.When(Report(HoldingState.Occupied, 8, 31) with { By = SampleOfficers.Clerk }).Refused("officer.may-not");
        disclosed.When(new ConfirmHolding(TownClerk, At)).Refused("holding.nothing-reported");
        Assert.IsType<AgreementHoldingReported>(disclosed.When(Report(HoldingState.Terminated, 8, 30)).Then());
        var reported = disclosed.And(Report(HoldingState.Occupied, 8, 31));
        reported.When(new ConfirmHolding(OtherClerk, At)).Refused("officer.may-not");
        reported.When(new ConfirmHolding(TownClerk with { Person = OtherClerk.Person }, At)).Refused("holding.own-report");
        var confirmed = Assert.IsType<AgreementHoldingConfirmed>(reported.When(new ConfirmHolding(TownClerk, At)).Then());
        Assert.Equal((HoldingState.Occupied, new DateOnly(2026, 8, 31)), (confirmed.Holding.State, confirmed.Holding.On));
        reported.And(new ConfirmHolding(TownClerk, At)).When(new ConfirmHolding(TownClerk, At)).Refused("holding.nothing-reported");
    }

    [Fact]
    public void Shows_a_natural_person_by_surname_only()
    {
        Assert.Equal("欧阳某（个人）", Pan.With.Name.Zh);
        Assert.Equal("王某（个人）", PublicName.Of(PartyKind.Person, "王建国").Zh);
        Assert.Equal("𠮷某（个人）", PublicName.Of(PartyKind.Person, "𠮷田").Zh);
        Assert.DoesNotContain("王", PublicName.Of(PartyKind.Household, "王建国").Zh);
    }

    [Fact]
    public void Is_paid_by_vouchers_up_to_its_sum_and_told_with_its_disclosure()
    {
        var works = Pan with { Kind = AgreementKind.Works, With = new(PartyKind.Organisation, new("甲公司")), Total = new(100_00) };
        var (id, september) = (new AgreementId("09-2026-W-0003"), new VillageMonth(SampleRules.Gudichang, new(2026, 9)));
        ByVoucher Enter(long fen, string number, TenderId? tender = null) => new(new PaymentStep.Enter(new(fen), new(2026, 9, 1), september, number, OtherClerk, At), tender);
        ByVoucher Book(string number) => new(new PaymentStep.Book(september, number, Bookkeeper, At), null);
        var entered = None.And(new Register(id, works, OtherClerk, At)).And(Enter(60_00, "1"));
        entered.When(Enter(40_01, "2")).Refused("agreement.over-total");
        entered.When(Enter(1, "1")).Refused("tender.voucher-twice");
        entered.When(new Change(works with { Total = new(59_99) }, OtherClerk, At)).Refused("agreement.below-paid");
        Assert.IsType<AgreementPaid>(entered.When(Book("1")).Then());
        var section = AgreementSection.Of(id, works, SampleRules.Book);
        Assert.Null(Assert.IsType<AgreementDisclosed>(entered.When(new Disclose(new("d"), "1号", section.Hash, Approver, At)).Then()).Paid);
        Assert.Equal([new PaidVoucher(september, "1", new(60_00), new(2026, 9, 1), null)], Assert.IsType<AgreementDisclosed>(entered.And(Book("1")).When(new Disclose(new("d"), "1号", section.Hash, Approver, At)).Then()).Paid);
    }

    [Fact]
    public void Is_the_contract_of_one_lot_and_paid_with_its_tender()
    {
        var works = Pan with { Kind = AgreementKind.Works, With = new(PartyKind.Organisation, new("甲公司")), Total = new(100_00) };
        var (id, tender) = (new AgreementId("09-2026-W-0003"), new TenderId("09-2026-W-0002"));
        var registered = None.And(new Register(id, works, OtherClerk, At));
        registered.When(new Bind(tender, 1, new(99_99), OtherClerk, At)).Refused("tender.agreement-differs");
        None.When(new Bind(tender, 1, new(100_00), OtherClerk, At)).Refused("agreement.unknown");
        None.And(new Register(id, works with { Tender = new TenderId("09-2026-W-0009") }, OtherClerk, At)).When(new Bind(tender, 1, new(100_00), OtherClerk, At)).Refused("agreement.other-tender");
        var bound = registered.And(new Bind(tender, 1, new(100_00), OtherClerk, At));
        bound.When(new Bind(tender, 2, new(100_00), OtherClerk, At)).Refused("agreement.bound-already");
        var enter = new PaymentStep.Enter(new(1), new(2026, 9, 1), new(SampleRules.Gudichang, new(2026, 9)), "1", OtherClerk, At);
        bound.When(new ByVoucher(enter, null)).Refused("agreement.names-tender");
        bound.When(new ByVoucher(enter, tender)).Then();
    }

    [Fact]
    public void Refuses_what_cannot_be()
    {
        None.When(new Register(new("nonsense"), Pan, OtherClerk, At)).Refused("agreement.id");
        None.When(new Register(new("04-2026-L-0003"), Pan, OtherClerk, At)).Refused("agreement.id-village");
        None.When(new Register(new("09-2026-W-0003"), Pan, OtherClerk, At)).Refused("agreement.id-kind");
        None.When(new Register(Id, Pan, Clerk, At)).Refused("officer.may-not");
        None.When(new Register(Id, Pan with { End = new(2020, 1, 1) }, OtherClerk, At)).Refused("agreement.term");
        None.When(new Register(Id, Pan with { Total = new(-1) }, OtherClerk, At)).Refused("agreement.negative");
        None.And(new Register(Id, Pan, OtherClerk, At)).When(new Register(Id, Pan, OtherClerk, At)).Refused("agreement.known-already");
        None.When(new Change(Pan, OtherClerk, At)).Refused("agreement.unknown");
    }
}
