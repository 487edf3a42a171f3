using Transparency.Contracts.Agreements;
using Transparency.Contracts.Coal;
using Transparency.Contracts.Tenders;
using Transparency.Samples;
using static Transparency.Contracts.Tenders.TenderCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Tenders;

public sealed class BidsAndCoal
{
    private static readonly CoalQuality Good = new(23.5m, 0.6m, 14, 28, 8, new("13–25 mm"), new("山西"));
    private static readonly TenderId CoalId = new("00-2026-G-0001");

    private static readonly TenderContent Coal = new(
        new("取暖煤"), AgreementKind.Goods, null, HeatingSeason.Matter, TenderMethod.Quotation, new("买 50 吨取暖煤"), new(5_000_000), null,
        [new(1, new("贾家河坞村"), new("50 吨"), new(5_000_000), new(50, 22))]);

    [Fact]
    public void An_offer_is_entered_when_the_time_for_offers_is_over_and_only_if_it_came_in_time()
    {
        Entering(Pipe.Announced.State).Then();
        Entering(Pipe.Announced.State, c => c with { At = Pipe.Deadline.AddSeconds(-1) }).Refused("bid.before-deadline");
        Entering(Pipe.Announced.State, c => c with { Received = Pipe.Deadline.AddSeconds(1) }).Refused("bid.late");
        Entering(Pipe.Announced.State, c => c with { Received = Pipe.On(7) }).Refused("bid.too-early");
        Entering(Pipe.Opened.State).Refused("bid.not-open");
        Entering(Pipe.None.State).Refused("tender.unknown");
        Entering(Pipe.Announced.State, c => c with { By = OtherClerk }).Refused("officer.may-not");
        var entered = Assert.IsType<BidEntered>(Entering(Pipe.Announced.State).Then());
        BidDecider.Law.Decide(SampleRules.Book, new Bid.Entered(entered), Command(Pipe.Announced.State)).Refused("bid.known-already");
    }

    [Fact]
    public void An_offer_is_sound()
    {
        Entering(Pipe.Announced.State, c => c with { Lot = 2 }).Refused("tender.lot-unknown");
        Entering(Pipe.Announced.State, c => c with { Price = Yuan.Zero }).Refused("bid.price");
        Entering(Pipe.Announced.State, c => c with { Bidder = new(PartyKind.Organisation, new("")) }).Refused("text.unclean");
        Entering(Pipe.Announced.State, c => c with { Quality = Good }).Refused("bid.quality-needless");
        Entering(Pipe.Announced.State, c => c with { CreditCode = "91370700MA3C0000XX" }).Then();
        Entering(Pipe.Announced.State, c => c with { CreditCode = "12345" }).Refused("bid.credit-code");
        Entering(Pipe.Announced.State, c => c with { Bidder = new(PartyKind.Person, new("王某（个人）"), new("p")), CreditCode = "370700199001011234" }).Refused("bid.credit-code");
        Entering(CoalCalled.State, c => c with { By = TownClerk }).Refused("bid.quality-missing");
        Entering(CoalCalled.State, c => c with { By = TownClerk, Quality = Good with { Ash = 101 } }).Refused("bid.quality-missing");
        Entering(CoalCalled.State, c => c with { By = TownClerk, Quality = Good }).Then();
    }

    [Fact]
    public void Coal_is_compared_by_heat_and_paid_by_the_tonne()
    {
        Assert.Equal(42.55m, CoalPrice.PerGigajoule(new(100_000), 23.5m));
        Assert.Equal(new Yuan(5_050_101), CoalPrice.Of(50.5m, new(100_002)));
        var (dearHot, cheapCold) = (Offer("hot", 105_000, 25m), Offer("cold", 98_000, 22.5m));
        var poor = Offer("poor", 60_000, 21.99m);
        var opened = CoalCalled.And(new Open([dearHot, cheapCold, poor], new("会议室"), 20, TownClerk, Pipe.Deadline));
        opened.When(new Evaluate([Rank(cheapCold, 1), Rank(dearHot, 2), Below(poor)], new(""), TownClerk, Pipe.On(16))).Refused("tender.ranking-order");
        opened.When(new Evaluate([Rank(poor, 1), Rank(dearHot, 2), Rank(cheapCold, 3)], new(""), TownClerk, Pipe.On(16))).Refused("tender.below-quality");
        var awarded = opened.And(new Evaluate([Rank(dearHot, 1), Rank(cheapCold, 2), Below(poor)], new(""), TownClerk, Pipe.On(16))).When(new Award([], new(""), Reviewer, Pipe.On(16))).Then();
        Assert.Equal(new Yuan(5_250_000), Assert.IsType<TenderAwarded>(awarded).Awards[0].Total);
    }

    [Fact]
    public void A_delivery_is_recorded_by_another_than_who_signed()
    {
        var signed = CoalAwarded.And(new SignContract(1, null, new(5_250_000), Yuan.Zero, new(2026, 9, 20), TownClerk, Pipe.On(20))).State;
        Deliver(signed).Then();
        Deliver(CoalAwarded.State).Refused("delivery.not-signed");
        Deliver(Pipe.Announced.State).Refused("delivery.not-signed");
        Deliver(Pipe.None.State).Refused("tender.unknown");
        Deliver(Pipe.Signed.State).Refused("delivery.not-coal");
        Deliver(signed, c => c with { Lot = 2 }).Refused("tender.lot-unknown");
        Deliver(signed, c => c with { By = TownClerk }).Refused("delivery.own-contract");
        Deliver(signed, c => c with { By = Approver }).Refused("officer.may-not");
        Deliver(signed, c => c with { On = new(2026, 9, 19) }).Refused("delivery.day");
        Deliver(signed, c => c with { On = new(2026, 9, 26) }).Refused("delivery.day");
        Deliver(signed, c => c with { Tonnes = 0 }).Refused("delivery.figures");
        Deliver(signed, c => c with { Note = new("a\u0000b") }).Refused("text.unclean");
        Deliver(signed, c => c with { Measured = 21.9m }).Refused("delivery.below-quality");
        Deliver(signed, c => c with { Measured = 21.9m, Note = new("按合同扣款后收下") }).Then();
        Deliver(signed, c => c with { Measured = 21.9m, Accepted = false }).Then();
        var arrived = DeliveryDecider.Law.Fold([Delivered(signed), Delivered(signed, c => c with { Tonnes = 5, Accepted = false })]);
        Assert.Equal((2, 0m, 25m), (arrived.Count, arrived.AcceptedUntil(new(2026, 9, 24)), arrived.AcceptedUntil(new(2026, 9, 25))));
    }

    [Theory]
    [InlineData(2025, 7, 1, "2025-2026")]
    [InlineData(2026, 6, 30, "2025-2026")]
    [InlineData(2026, 7, 1, "2026-2027")]
    public void A_heating_season_runs_from_July_to_June(int year, int month, int day, string season) =>
        Assert.Equal(season, HeatingSeason.Of(new(year, month, day)).ToString());

    private static Scenario<Tender, TenderCommand, TenderEvent> CoalCalled => new Scenario<Tender, TenderCommand, TenderEvent>(TenderDecider.Law, [])
        .And(new Plan(CoalId, Coal, TownClerk, Pipe.On(1)))
        .And(new Disclose(new("d"), "9号", TenderSection.Of(CoalId, Coal, SampleRules.Book).Hash, Approver, Pipe.On(7)))
        .And(Pipe.Call(Pipe.On(8), Pipe.Deadline) with { By = TownClerk });

    private static Scenario<Tender, TenderCommand, TenderEvent> CoalAwarded
    {
        get
        {
            BidEntered[] offers = [Offer("hot", 105_000, 25m), Offer("cold", 98_000, 22.5m), Offer("third", 120_000, 24m)];
            return CoalCalled.And(new Open(offers, new("会议室"), 20, TownClerk, Pipe.Deadline))
                .And(new Evaluate([.. offers.Select((o, i) => Rank(o, i + 1))], new(""), TownClerk, Pipe.On(16))).And(new Award([], new(""), Reviewer, Pipe.On(16)));
        }
    }

    private static BidEntered Offer(string name, long fenPerTonne, decimal calorific) =>
        Pipe.Offer(name, name, fenPerTonne) with { Tender = CoalId, Quality = Good with { Calorific = calorific } };

    private static BidVerdict Rank(BidEntered bid, int rank) => new(bid.Id, rank, null, new(""));

    private static BidVerdict Below(BidEntered bid) => new(bid.Id, null, RejectCode.BelowQuality, new("热值不足"));

    private static EnterOffer Command(Tender state) =>
        new(state, new("b"), 1, new(PartyKind.Organisation, new("甲公司")), null, new(24_000_000), null, Pipe.On(14), new(""), Clerk, Pipe.Deadline);

    private static Decision<BidEntered> Entering(Tender state, Func<EnterOffer, EnterOffer>? change = null) =>
        BidDecider.Law.Decide(SampleRules.Book, new Bid.None(), (change ?? (c => c))(Command(state)));

    private static Decision<CoalDelivered> Deliver(Tender state, Func<DeliverCoal, DeliverCoal>? change = null) =>
        DeliveryDecider.Law.Decide(SampleRules.Book, Deliveries.None, (change ?? (c => c))(new(state, 1, new(2026, 9, 25), 25, 23.1m, true, new(""), Clerk, Pipe.On(25))));

    private static CoalDelivered Delivered(Tender state, Func<DeliverCoal, DeliverCoal>? change = null) => Deliver(state, change).Then();
}
