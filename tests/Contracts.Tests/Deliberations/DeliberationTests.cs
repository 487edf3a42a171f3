using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Samples;
using static Transparency.Contracts.Deliberations.DeliberationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Deliberations;

public sealed class DeliberationTests
{
    [Fact]
    public void A_proposal_names_a_matter_that_wants_a_decision()
    {
        Proposing(Road.Content with { Matter = "nonsense" }).Refused("matter.unknown");
        Road.None.When(Road.Proposing(Road.Content with { Matter = "town-works" })).Refused("deliberation.needless");
        Proposing(Road.Content with { Title = new(" ") }).Refused("deliberation.text-missing");
        Proposing(Road.Content with { What = new("a\u0000b") }).Refused("text.unclean");
        Road.None.When(Road.Proposing(Road.Content) with { Id = new("77-2026-D-0001"), By = Clerk with { Villages = [new("77")] } }).Refused("village.unknown");
        Road.None.When(Road.Proposing(Road.Content) with { Id = new("00-2026-D-0001"), By = TownClerk }).Refused("matter.wants-village");
        Assert.Equal(VillageBody.Representatives, Assert.IsType<DeliberationProposed>(Proposing(Road.Content).Then()).Required);
    }

    [Fact]
    public void Each_village_decides_for_itself_and_the_town_for_its_own_matters()
    {
        foreach (var by in SampleOfficers.All.Where(o => !o.Holds(Role.Village, SampleRules.Jiajiahewu)))
        {
            Road.None.When(Road.Proposing(Road.Content) with { By = by }).Refused("officer.may-not");
            Road.Proposed.When(new Discuss(Road.Held(4, 7, 6, 5), by, Road.On(4))).Refused("officer.may-not");
            Road.Resolved.When(new PostResolution(Road.Day(11), SampleDecisions.Board, by, Road.On(11))).Refused("officer.may-not");
        }
        var coal = Road.Proposing(Road.Content with { Matter = "coal-season" }) with { Id = new("00-2026-D-0001") };
        Road.None.When(coal).Refused("officer.may-not");
        Road.None.When(coal with { By = TownClerk }).Then();
    }

    [Fact]
    public void A_meeting_has_a_place_sound_numbers_and_a_day()
    {
        Discussing(Road.Held(4, 7, 6, 5) with { Place = new("") }).Refused("deliberation.place-missing");
        Discussing(Road.Held(4, 7, 6, 5) with { Observer = new("a\u0007") }).Refused("text.unclean");
        Discussing(Road.Held(4, 0, 0, 0)).Refused("deliberation.numbers");
        Discussing(Road.Held(4, 7, 8, 5)).Refused("deliberation.numbers");
        Discussing(Road.Held(4, 7, 6, 5, against: 2)).Refused("deliberation.numbers");
        Discussing(Road.Held(4, 7, 6, -1)).Refused("deliberation.numbers");
        Discussing(Road.Held(21, 7, 6, 5)).Refused("deliberation.in-future");
        Road.Discussed.When(new ReviewByParty(Road.Held(3, 24, 19, 18), Clerk, Road.On(20))).Refused("deliberation.before-step");
        Road.Discussed.When(new ReviewByParty(Road.Held(4, 24, 19, 18), Clerk, Road.On(20))).Refused("deliberation.too-soon");
        Road.Discussed.When(new ReviewByParty(Road.Held(5, 24, 19, 18), Clerk, Road.On(20))).Then();
        Assert.Equal(1, Road.Held(4, 7, 6, 4, against: 1).Abstained);
    }

    [Fact]
    public void A_vote_that_is_not_carried_is_kept_with_its_figures()
    {
        var rejected = Assert.IsType<DeliberationRejected>(Road.PartyReviewed.When(Road.Resolving(Road.Held(10, 35, 32, 16))).Then());
        Assert.Equal((DeliberationStep.Resolved, 32, 16, VillageBody.Representatives), (rejected.Step, rejected.Meeting.Present, rejected.Meeting.For, rejected.Body));
        var file = ((Deliberation.Rejected)Road.Rejected.State).File;
        Assert.Equal([DeliberationStep.Proposed, DeliberationStep.Discussed, DeliberationStep.PartyReviewed, DeliberationStep.Resolved], file.Held.Select(h => h.Step));
        Assert.Null(VillageDecision.Of(Road.Rejected.State));
    }

    [Fact]
    public void A_proposal_that_the_branch_does_not_carry_is_kept_too()
    {
        var events = Assert.IsType<Decision<DeliberationEvent>.Accepted>(Road.None.When(Road.Proposing(Road.Content) with { Meeting = Road.Held(1, 5, 5, 2) })).Events;
        Assert.Collection(events, e => Assert.IsType<DeliberationProposed>(e), e => Assert.IsType<DeliberationRejected>(e));
        Assert.Single(Assert.IsType<Deliberation.Rejected>(DeliberationDecider.Law.Fold(events)).File.Held);
    }

    /// <summary>One meeting is two steps, and the file says so.</summary>
    [Fact]
    public void Where_one_person_heads_both_the_first_two_steps_may_be_one_meeting()
    {
        var merged = Road.None.And(Road.Proposing(Road.Content, merged: true));
        var discussed = Assert.IsType<Deliberation.Discussed>(merged.State);
        Assert.True(discussed.File.Merged);
        Assert.Equal([DeliberationStep.Proposed, DeliberationStep.Discussed], discussed.File.Held.Select(h => h.Step));
        merged.When(new Discuss(Road.Held(4, 7, 6, 5), Clerk, Road.On(4))).Refused("deliberation.not-now");
        merged.When(new ReviewByParty(Road.Held(7, 24, 19, 18), Clerk, Road.On(7))).Then();
        Road.None.When(Road.Proposing(Road.Content, merged: true) with { Meeting = Road.Held(1, 6, 3, 3) }).Refused("deliberation.no-quorum");
    }

    [Fact]
    public void The_committees_discussion_is_the_decision_where_no_more_is_asked_for()
    {
        var decision = VillageDecision.Of(Road.ByCommittee.And(new PostResolution(Road.Day(5), SampleDecisions.Board, Poster, Road.On(5))).State);
        Assert.Equal((VillageBody.Committee, Road.Day(4), 7, 4, 3), (decision!.Body, decision.Date, decision.Due, decision.Present, decision.For));
    }

    [Fact]
    public void Representatives_need_a_mandate_and_a_meeting_of_all_is_called_ten_days_before()
    {
        Road.PartyReviewed.When(Road.Resolving(Road.Held(14, 35, 32, 30)) with { Mandate = null }).Refused("deliberation.mandate-missing");
        Road.PartyReviewed.When(Road.Resolving(Road.Held(14, 35, 32, 30)) with { Mandate = new(" ") }).Refused("deliberation.mandate-missing");
        Resolve All(DateOnly? called) => new(VillageBody.VillagersMeeting, Road.Held(14, 600, 400, 300), called, null, Clerk, Road.On(20));
        Road.ForAll.When(All(null)).Refused("deliberation.notice-missing");
        Road.ForAll.When(All(Road.Day(5))).Refused("deliberation.notice-short");
        var resolved = Assert.IsType<DeliberationResolved>(Road.ForAll.When(All(Road.Day(4))).Then());
        Assert.Equal((Road.Day(4), Road.Day(14), "MEETING_NOTICE"), (resolved.Notice!.Trigger, resolved.Notice.Last, resolved.Notice.Rule.Code));
        var without = SampleRules.Book with { Deadlines = new([.. SampleRules.Book.Deadlines.Rows.Where(d => d.Code != "MEETING_NOTICE")]) };
        DeliberationDecider.Law.Decide(without, Road.ForAll.State, All(Road.Day(4))).Refused("deadline.rule-unknown");
    }

    [Fact]
    public void A_village_with_a_longer_notice_of_its_own_keeps_it()
    {
        var own = SampleRules.Book.WithRowOf(Road.Id.Village!.Value, "MEETING_NOTICE", 12);
        Resolve All(DateOnly called) => new(VillageBody.VillagersMeeting, Road.Held(14, 600, 400, 300), called, null, Clerk, Road.On(20));
        DeliberationDecider.Law.Decide(own, Road.ForAll.State, All(Road.Day(4))).Refused("deliberation.notice-short");
        Assert.IsType<DeliberationResolved>(DeliberationDecider.Law.Decide(own, Road.ForAll.State, All(Road.Day(2))).Then());
        var others = SampleRules.Book.WithRowOf(new("99"), "MEETING_NOTICE", 12);
        Assert.IsType<DeliberationResolved>(DeliberationDecider.Law.Decide(others, Road.ForAll.State, All(Road.Day(4))).Then());
    }

    [Fact]
    public void Another_person_posts_the_resolution()
    {
        Road.Resolved.When(new PostResolution(Road.Day(11), SampleDecisions.Board, Clerk, Road.On(11))).Refused("deliberation.own-resolution");
        Road.ByCommittee.When(new PostResolution(Road.Day(11), SampleDecisions.Board, Clerk, Road.On(11))).Refused("deliberation.own-resolution");
        Road.Resolved.When(new PostResolution(Road.Day(9), SampleDecisions.Board, Poster, Road.On(11))).Refused("deliberation.before-step");
        Road.Resolved.When(new PostResolution(Road.Day(12), SampleDecisions.Board, Poster, Road.On(11))).Refused("deliberation.in-future");
        Road.Resolved.When(new PostResolution(Road.Day(11), new(""), Poster, Road.On(11))).Refused("deliberation.place-missing");
    }

    [Fact]
    public void A_result_follows_the_approval_of_what_rests_on_the_decision()
    {
        Road.ResolutionPosted.When(Road.Carried(new Declaration.None())).Refused("deliberation.not-approved");
        Road.ResolutionPosted.When(Road.Carried(Declarations.Road.WindowClosed.State)).Refused("deliberation.not-approved");
        var other = (Declaration.Approved)Road.Approved;
        Road.ResolutionPosted.When(Road.Carried(other with { Section = other.Section with { Decision = null } })).Refused("deliberation.not-approved");
        Road.ResolutionPosted.When(Road.Carried(Road.Approved) with { Result = new("") }).Refused("deliberation.result-missing");
        Road.ResolutionPosted.When(Road.Carried(Road.Approved) with { On = Road.Day(10) }).Refused("deliberation.before-step");
        Road.ResolutionPosted.When(Road.Carried(Road.Approved) with { On = Road.Day(21) }).Refused("deliberation.in-future");
        Road.ResolutionPosted.When(Road.Carried(Road.Approved) with { Evidence = [SampleDecisions.Photo with { Name = new("") }] }).Refused("attachment.name-missing");
        // A routine matter is declared nowhere.
        Road.ByCommittee.And(new PostResolution(Road.Day(5), SampleDecisions.Board, Poster, Road.On(5))).When(Road.Carried(new Declaration.None())).Then();
    }

    [Fact]
    public void Sending_back_and_withdrawing_give_a_reason() =>
        Assert.All(new DeliberationCommand[] { new Return(new(""), Clerk, Road.On(9)), new Withdraw(new("a\u0007"), Clerk, Road.On(9)) }, c => Road.PartyReviewed.When(c).Refused("reason.missing"));

    private static Decision<DeliberationEvent> Proposing(DeliberationContent content) => Road.None.When(Road.Proposing(content));

    private static Decision<DeliberationEvent> Discussing(Meeting meeting) => Road.Proposed.When(new Discuss(meeting, Clerk, Road.On(20)));
}
