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
