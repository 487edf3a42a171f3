using Transparency.Contracts.Tenders;
using Transparency.Samples;
using static Transparency.Contracts.Tenders.TenderCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Tenders;

public sealed class JudgeAndPerform
{
    [Fact]
    public void Is_opened_at_the_deadline_with_three_bidders_or_not_at_all()
    {
        Pipe.Announced.When(new Open(Pipe.Bids, new("会议室"), 9, Clerk, Pipe.Deadline.AddMinutes(-1))).Refused("tender.deadline-running");
        Pipe.Announced.When(new Open([Pipe.First, Pipe.Second], new("会议室"), 9, Clerk, Pipe.Deadline)).Refused("tender.too-few-bidders");
        Pipe.Announced.When(new Open([Pipe.First, Pipe.Second, Pipe.First with { Id = new("again") }], new("会议室"), 9, Clerk, Pipe.Deadline)).Refused("tender.too-few-bidders");
        Pipe.Announced.When(new Open(Pipe.Bids, new(""), 9, Clerk, Pipe.Deadline)).Refused("tender.place-missing");
        Pipe.Announced.When(new Open(Pipe.Bids, new("会议室"), -1, Clerk, Pipe.Deadline)).Refused("tender.place-missing");
        var opened = Assert.IsType<TenderOpened>(Pipe.Opened.History[^1]);
        Assert.Equal(["甲公司", "乙公司", "丙公司"], opened.Bids.Select(b => b.Bidder.Zh));
    }

    [Fact]
    public void A_lot_with_too_few_bidders_fails_by_itself_and_its_offers_stay_closed()
    {
        var content = Pipe.Content with { Lots = [new(1, new("一标段"), new("1"), new(20_000_000)), new(2, new("二标段"), new("1"), new(5_000_000))] };
        var section = TenderSection.Of(Pipe.Id, content, SampleRules.Book);
        var announced = Pipe.None.And(new Plan(Pipe.Id, content, Clerk, Pipe.On(1))).And(new Disclose(new("d"), "9号", section.Hash, Approver, Pipe.On(7))).And(Pipe.Call(Pipe.On(8), Pipe.Deadline));
        var opened = Assert.IsType<TenderOpened>(announced.When(new Open([.. Pipe.Bids, Pipe.First with { Id = new("four"), Lot = 2 }], new("会议室"), 9, Clerk, Pipe.Deadline)).Then());
        Assert.Equal([2], opened.FailedLots);
        Assert.DoesNotContain(opened.Bids, b => b.Lot == 2);
    }

    [Fact]
    public void Directly_one_offer_is_enough()
    {
        var direct = Pipe.Small with { Method = TenderMethod.Direct };
        var announced = Pipe.None.And(new Plan(Pipe.Id, direct, Clerk, Pipe.On(1))).And(new SignPlan(null, Reviewer, Pipe.On(2))).And(Pipe.Call(Pipe.On(2), Pipe.On(2).AddHours(1)));
        var offer = Pipe.First with { Price = new(2_900_000) };
        var evaluated = announced.And(new Open([offer], new("村委会"), 2, Clerk, Pipe.On(3))).And(new Evaluate([new(offer.Id, 1, null, new(""))], new(""), Clerk, Pipe.On(3)));
        Assert.Equal(new Yuan(2_900_000), Assert.IsType<TenderAwarded>(evaluated.When(new Award([], new(""), TownClerk, Pipe.On(3))).Then()).Awards[0].Total);
    }

    [Fact]
    public void Every_offer_gets_a_rank_or_a_reason()
    {
        var (first, second, dear) = (Pipe.Verdicts[0], Pipe.Verdicts[1], Pipe.Verdicts[2]);
        Judged(first, second).Refused("tender.verdicts-incomplete");
        Judged(first, second, dear, dear).Refused("tender.verdicts-incomplete");
        Judged(first, second, dear with { Reason = new("") }).Refused("tender.verdict-reason");
        Judged(first, second, dear with { Rank = 3 }).Refused("tender.verdict-reason");
        Judged(first, second with { Rank = 3 }, dear).Refused("tender.ranks");
        Judged(first, second with { Rank = 1 }, dear).Refused("tender.ranks");
        Judged(first, second, dear with { Rank = 3, Rejected = null }).Refused("tender.over-ceiling");
        Judged(first, second with { Reason = new("a\u0000b") }, dear).Refused("text.unclean");
        Pipe.Opened.When(new Evaluate(Pipe.Verdicts, new("a\u0000b"), Clerk, Pipe.On(15))).Refused("text.unclean");
    }

    [Fact]
    public void Quotations_are_ranked_by_price()
    {
        var announced = Pipe.Routine.And(new SignPlan(null, Reviewer, Pipe.On(2))).And(Pipe.Call(Pipe.On(2), Pipe.Deadline));
        var opened = announced.And(new Open(Pipe.Bids, new("村委会"), 2, Clerk, Pipe.Deadline));
        opened.When(new Evaluate([new(Pipe.Second.Id, 1, null, new("")), new(Pipe.First.Id, 2, null, new("")), Pipe.Verdicts[2]], new(""), Clerk, Pipe.On(16))).Refused("tender.ranking-order");
        opened.And(new Evaluate(Pipe.Verdicts, new(""), Clerk, Pipe.On(16))).When(new Award([], new(""), TownClerk, Pipe.On(16))).Then();
    }

    [Fact]
    public void Without_a_ranked_offer_the_call_fails()
    {
        var none = Pipe.Opened.And(new Evaluate([.. Pipe.Bids.Select(b => new BidVerdict(b.Id, null, RejectCode.NotResponsive, new("不响应")))], new(""), Clerk, Pipe.On(15)));
        none.When(new PublishCandidates(Clerk, Pipe.On(15))).Refused("tender.no-valid-bid");
        none.When(new Award([], new(""), TownClerk, Pipe.On(19))).Refused("tender.no-valid-bid");
        Assert.Null(Assert.IsType<TenderFailed>(none.When(new Fail(new("全部否决"), [], null, Clerk, Pipe.On(15))).Then()).Bidders);
    }

    [Fact]
    public void A_village_with_a_longer_window_of_its_own_keeps_it()
    {
        DateOnly LastOf(VillageCode village) => Assert.IsType<TenderCandidatesPublished>(TenderDecider.Law.Decide(
            SampleRules.Book.WithRowOf(village, "CANDIDATES", 6), Pipe.Evaluated.State, new PublishCandidates(Clerk, Pipe.On(15))).Then()).Window.Last;
        Assert.Equal(new(2026, 9, 21), LastOf(Pipe.Content.Village!.Value));
        Assert.Equal(new(2026, 9, 18), LastOf(new("99")));
    }

    [Fact]
    public void Is_awarded_after_the_candidates_window_by_another_person_to_the_first_in_rank()
    {
        var window = Assert.IsType<TenderCandidatesPublished>(Pipe.CandidatesPublished.History[^1]).Window;
        Assert.Equal(new(2026, 9, 18), window.Last);
        Pipe.CandidatesPublished.When(new Award([], new(""), TownClerk, window.Ends.AddSeconds(-1))).Refused("tender.candidates-window");
        var own = Pipe.Opened.And(new Evaluate(Pipe.Verdicts, new(""), Everyone, Pipe.On(15))).And(new PublishCandidates(Clerk, Pipe.On(15)));
        own.When(new Award([], new(""), Everyone, window.Ends)).Refused("tender.own-evaluation");
        own.When(new Award([], new(""), TownClerk with { Person = Everyone.Person }, window.Ends)).Refused("tender.own-evaluation");
        Assert.Equal(new LotAward(1, Pipe.First.Id, new(24_000_000), null), Assert.IsType<TenderAwarded>(Pipe.CandidatesPublished.When(new Award([], new(""), Reviewer, window.Ends)).Then()).Awards[0]);
    }

    [Fact]
    public void Another_candidate_wins_for_a_listed_reason_only()
    {
        Awarding((1, Pipe.Second.Id, PassedOver.GaveUp), "甲公司放弃").Then();
        Awarding((1, Pipe.Second.Id, PassedOver.GaveUp), "").Refused("reason.missing");
        Awarding((1, Pipe.Dear.Id, PassedOver.GaveUp), "甲公司放弃").Refused("tender.not-a-candidate");
        Awarding((2, Pipe.Second.Id, PassedOver.GaveUp), "甲公司放弃").Refused("tender.not-a-candidate");
        Awarding((1, Pipe.First.Id, PassedOver.GaveUp), "甲公司放弃").Refused("tender.not-a-candidate");
    }

    [Fact]
    public void Who_gives_up_before_signing_makes_room_for_the_next_in_order()
    {
        var again = Assert.IsType<TenderReawarded>(Pipe.Awarded.When(Pipe.GivesUp(toNext: true)).Then());
        Assert.Equal((6, Pipe.First.Id, PassedOver.GaveUp), (again.Edition, again.GivenUp, again.Because));
        Assert.Equal(new LotAward(1, Pipe.Second.Id, new(24_500_000), PassedOver.GaveUp), again.Next);
        var second = Pipe.Awarded.And(Pipe.GivesUp(toNext: true));
        second.When(new SignContract(1, null, new(24_000_000), Yuan.Zero, new(2026, 9, 21), Clerk, Pipe.On(21))).Refused("tender.total-differs");
        second.When(new SignContract(1, null, new(24_500_000), Yuan.Zero, new(2026, 9, 21), Clerk, Pipe.On(21))).Then();
        second.When(Pipe.GivesUp(toNext: true)).Refused("tender.no-successor");
    }

    [Fact]
    public void Where_nobody_comes_next_the_lot_fails_and_with_the_last_lot_the_call()
    {
        var none = Pipe.Awarded.And(Pipe.GivesUp(toNext: false, "两家都放弃"));
        Assert.Null(Assert.IsType<TenderReawarded>(none.History[^2]).Next);
        var failed = Assert.IsType<TenderFailed>(none.History[^1]);
        Assert.Equal((7, "两家都放弃"), (failed.Edition, failed.Reason.Zh));
        Assert.IsType<Tender.Failed>(none.State);
    }

    [Fact]
    public void Nobody_gives_an_award_away_alone_silently_or_after_the_signature()
    {
        Pipe.Awarded.When(Pipe.GivesUp(toNext: true, " ")).Refused("reason.missing");
        Pipe.Awarded.When(Pipe.GivesUp(toNext: true) with { Lot = 2 }).Refused("tender.lot-unknown");
        Pipe.Awarded.When(Pipe.GivesUp(toNext: true) with { By = Clerk }).Refused("officer.may-not");
        Pipe.Signed.When(Pipe.GivesUp(toNext: true)).Refused("tender.signed-already");
        Pipe.Awarded.When(Pipe.GivesUp(toNext: true) with { By = TownClerk with { Person = Clerk.Person } }).Refused("tender.own-evaluation");
    }

    [Fact]
    public void The_contract_is_the_award_and_is_signed_once()
    {
        Pipe.Awarded.When(new SignContract(1, null, new(24_000_001), Yuan.Zero, new(2026, 9, 21), Clerk, Pipe.On(21))).Refused("tender.total-differs");
        Pipe.Awarded.When(new SignContract(1, null, new(24_000_000), Yuan.Zero, new(2026, 9, 22), Clerk, Pipe.On(21))).Refused("tender.in-future");
        Pipe.Awarded.When(new SignContract(2, null, new(24_000_000), Yuan.Zero, new(2026, 9, 21), Clerk, Pipe.On(21))).Refused("tender.lot-unknown");
        Pipe.Signed.When(new SignContract(1, null, new(24_000_000), Yuan.Zero, new(2026, 9, 21), Clerk, Pipe.On(21))).Refused("tender.signed-already");
    }

    [Fact]
    public void Who_signed_may_not_accept_and_it_is_accepted_once()
    {
        Pipe.Signed.When(new Accept(1, new(2026, 9, 28), new("合格"), null, Clerk, Pipe.On(28))).Refused("tender.own-contract");
        Pipe.Signed.When(new Accept(1, new(2026, 9, 20), new("合格"), null, Reviewer, Pipe.On(28))).Refused("tender.before-signature");
        Pipe.Signed.When(new Accept(1, new(2026, 9, 29), new("合格"), null, Reviewer, Pipe.On(28))).Refused("tender.in-future");
        Pipe.Signed.When(new Accept(1, new(2026, 9, 28), new(""), null, Reviewer, Pipe.On(28))).Refused("tender.result-missing");
        Pipe.Accepted.When(new Accept(1, new(2026, 9, 28), new("合格"), null, Reviewer, Pipe.On(28))).Refused("tender.accepted-already");
    }

    [Fact]
    public void No_contract_is_older_than_its_award()
    {
        Pipe.Awarded.When(new SignContract(1, null, new(24_000_000), Yuan.Zero, new(2026, 9, 18), Clerk, Pipe.On(21))).Refused("tender.before-award");
        Pipe.Awarded.When(new SignContract(1, null, new(24_000_000), new(7_200_001), new(2026, 9, 21), Clerk, Pipe.On(21))).Refused("tender.advance-over");
        Pipe.Awarded.When(new SignContract(1, null, new(24_000_000), new(-1), new(2026, 9, 21), Clerk, Pipe.On(21))).Refused("tender.amount");
    }

    [Fact]
    public void A_change_is_signed_by_another_person_and_has_an_edition_of_its_own()
    {
        var proposed = Pipe.Signed.And(Pipe.Changing(25_000_000));
        Assert.Equal(24_000_000, ((Tender.Awarded)proposed.State).Lots[0].Contract!.Total.Fen);
        proposed.When(Pipe.SigningChange with { By = Everyone with { Person = Clerk.Person } }).Refused("tender.own-change");
        Pipe.Signed.When(Pipe.SigningChange).Refused("tender.no-change");
        var changed = Assert.IsType<TenderContractChanged>(proposed.When(Pipe.SigningChange).Then());
        Assert.Equal((6, new Yuan(24_000_000), new Yuan(25_000_000)), (changed.Edition, changed.Before, changed.Total));
        proposed.And(Pipe.SigningChange).When(Pipe.SigningChange).Refused("tender.no-change");
        proposed.When(new Close(Clerk, Pipe.On(30))).Refused("tender.not-finished");
        proposed.And(new DropChange(1, TownClerk, Pipe.On(23))).When(Pipe.SigningChange).Refused("tender.no-change");
    }

    [Fact]
    public void Changes_stay_above_what_is_bound_and_together_within_the_limit()
    {
        var bound = Pipe.Signed.And(Pipe.Entering(7_000_000, "31"));
        bound.When(Pipe.Changing(6_999_999)).Refused("tender.below-paid");
        bound.When(Pipe.Changing(24_000_000)).Refused("tender.change-none");
        bound.When(Pipe.Changing(25_000_000) with { Reason = new("") }).Refused("reason.missing");
        bound.When(Pipe.Changing(-1)).Refused("tender.amount");
        Pipe.Signed.When(Pipe.Changing(26_400_001)).Refused("tender.change-declared");
        Pipe.Signed.When(Pipe.Changing(21_599_999)).Refused("tender.change-declared");
        var once = Pipe.Signed.And(Pipe.Changing(26_400_000)).And(Pipe.SigningChange);
        once.When(Pipe.Changing(26_400_001)).Refused("tender.change-declared");
    }

    [Fact]
    public void Beyond_the_limit_a_declaration_of_the_same_work_carries_the_change()
    {
        var declared = new NamedDeclaration("央政公示〔2026〕12号", new(30_000_000), new(2026, 9, 22), SampleRules.Jiajiahewu, null, [new("04-2026-W-0008")]);
        Pipe.Signed.When(Pipe.Changing(30_000_001, declared)).Refused("tender.declared-less");
        Pipe.Signed.When(Pipe.Changing(30_000_000, declared with { ApprovedOn = null })).Refused("tender.declared-not-approved");
        Pipe.Signed.When(Pipe.Changing(30_000_000, declared with { ApprovedOn = new(2026, 9, 20) })).Refused("tender.declared-before");
        Pipe.Signed.When(Pipe.Changing(30_000_000, declared with { Agreements = [] })).Refused("tender.declared-other");
        Pipe.Signed.When(Pipe.Changing(30_000_000, declared with { Village = SampleRules.Gudichang })).Refused("tender.declared-other");
        var changed = Pipe.Signed.And(Pipe.Changing(30_000_000, declared)).And(Pipe.SigningChange);
        Assert.Equal("央政公示〔2026〕12号", Assert.IsType<TenderContractChanged>(changed.History[^1]).Declaration);
    }

    [Fact]
    public void A_part_is_accepted_with_what_it_is_worth()
    {
        var part = new Accept(1, new(2026, 9, 25), new("已完成 1,000 米"), new(10_000_000), Reviewer, Pipe.On(25));
        Pipe.Signed.When(part with { By = Clerk }).Refused("tender.own-contract");
        Pipe.Signed.When(part with { Part = Yuan.Zero }).Refused("tender.amount");
        Pipe.Signed.When(part with { Part = new Yuan(24_000_001) }).Refused("tender.part-over");
        Pipe.Signed.And(part).When(part with { Part = new Yuan(14_000_001) }).Refused("tender.part-over");
        Pipe.Accepted.When(part).Refused("tender.accepted-already");
        Pipe.Signed.And(part).When(Pipe.Entering(17_200_001, "31")).Refused("tender.not-accepted");
        Assert.IsType<TenderPaymentEntered>(Pipe.Signed.And(part).When(Pipe.Entering(17_200_000, "31")).Then());
    }

    [Fact]
    public void Is_closed_when_accepted_and_paid()
    {
        Pipe.Accepted.When(new Close(Clerk, Pipe.On(30))).Refused("tender.not-finished");
        Pipe.Accepted.And(Pipe.Entering(24_000_000, "31")).When(new Close(Clerk, Pipe.On(30))).Refused("tender.not-finished");
        Pipe.Paid.When(new Close(Clerk, Pipe.On(30))).Then();
    }

    private static Decision<TenderEvent> Judged(params BidVerdict[] verdicts) => Pipe.Opened.When(new Evaluate(verdicts, new(""), Clerk, Pipe.On(15)));

    private static Decision<TenderEvent> Awarding((int, BidId, PassedOver) instead, string reason) =>
        Pipe.CandidatesPublished.When(new Award([instead], new(reason), TownClerk, Pipe.AfterWindow));
}
