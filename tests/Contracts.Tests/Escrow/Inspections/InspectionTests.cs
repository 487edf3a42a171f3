using Transparency.Contracts.Escrow.Inspections;
using Transparency.Samples;
using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;
using static Transparency.Contracts.Tests.Escrow.Inspections.HalfYear;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Escrow.Inspections;

public sealed class InspectionTests
{
    [Fact]
    public void A_plan_names_pool_number_and_commitment_and_is_public_by_itself()
    {
        var planned = Assert.IsType<InspectionPlanned>(None.When(Planning).Then());
        Assert.Equal(["04", "09"], planned.Plan.Codes.Select(c => c.Value));
        Assert.Equal((2, DrawRecipe.Name, DrawRecipe.Commitment(TownsHalf), "农村集体经济组织财务制度"), (planned.Plan.Count, planned.Plan.Recipe, planned.Plan.Commitment, planned.Plan.Law));
        Assert.Equal(["09"], Assert.IsType<InspectionPlanned>(None.When(Planning with { Words = Wanted with { Villages = [new("09")], Count = 1 } }).Then()).Plan.Codes.Select(c => c.Value));
    }

    [Fact]
    public void A_plan_that_cannot_be_is_refused_by_name()
    {
        With(w => w with { Title = new(" ") }).Refused("inspection.text-missing");
        With(w => w with { Team = new("a\u0001") }).Refused("text.unclean");
        With(w => w with { Villages = [new("77")] }).Refused("village.unknown");
        With(w => w with { From = new(2026, 7) }).Refused("inspection.months");
        With(w => w with { To = new(2026, 7) }).Refused("inspection.month-runs");
        With(w => w with { Count = 0 }).Refused("inspection.count");
        With(w => w with { Count = 3 }).Refused("inspection.count");
        With(w => w with { First = new(2026, 7, 25) }).Refused("inspection.days");
        With(w => w with { First = new(2026, 7, 7) }).Refused("inspection.days");
        With(w => w with { Commitment = "secret" }).Refused("inspection.commitment");
        static Decision<InspectionEvent> With(Func<PlanWords, PlanWords> other) => None.When(Planning with { Words = other(Wanted) });
    }

    [Fact]
    public void Numbers_have_no_gaps_and_belong_to_their_year()
    {
        None.When(Planning with { Id = new("2026-2") }).Refused("inspection.number-gap");
        None.When(Planning with { Id = new("2026-2"), Before = Drawn.State }).Then();
        foreach (var undrawn in new[] { Planned.State, Called.State })
            None.When(Planning with { Id = new("2026-2"), Before = undrawn }).Refused("inspection.before-undrawn");
        None.When(Planning with { Id = new("2025-1") }).Refused("inspection.number-year");
        Assert.Null(InspectionId.Parse("2026-0"));
        Assert.Null(InspectionId.Parse("2026-01"));
        Assert.Equal((2026, 12), InspectionId.Parse("2026-12") is { } id ? (id.Year, id.Ordinal) : default);
    }

    /// <summary>Made by hand: printf '%s' 'pine-harbour-salt-2026/417/04' | sha256sum.</summary>
    [Fact]
    public void The_draw_is_the_published_recipe()
    {
        Assert.Equal("f36f565f781fa2b97f4f401d6b0cad1547b88dd0060d24cedc8f554a69003fb7", DrawRecipe.Commitment(TownsHalf));
        var drawn = Assert.IsType<InspectionVillagesDrawn>(Called.When(Drawing).Then()).Draw;
        Assert.Equal("pine-harbour-salt-2026/417", drawn.Seed);
        Assert.Equal([("09", "00a348c31c78ff6d059dae5d2c51ce6c38ac6c5db827aa10ff378cf5e097b773"), ("04", "583c5e463a2f0c43ed1ba95fe506d9eccf302367b76b445b4c71cac29cdeb532")], drawn.Places.Select(p => (p.Village.Value, p.Hash)));
    }

    [Fact]
    public void Planner_caller_and_drawer_are_three_persons_and_the_half_must_be_the_one_that_was_bound()
    {
        None.And(Planning with { By = Everyone }).When(Calling with { By = Everyone }).Refused("inspection.own-plan");
        None.And(Planning with { By = Everyone }).And(Calling).When(Drawing with { By = Everyone }).Refused("inspection.own-plan");
        Planned.And(Calling with { By = Everyone }).When(Drawing with { By = Everyone }).Refused("inspection.own-number");
        Called.When(Drawing with { Half = "pine-harbour-salt-2025" }).Refused("inspection.half-differs");
        Planned.When(Calling with { Number = 0 }).Refused("inspection.number");
        Planned.When(Calling with { Number = 1_000_000 }).Refused("inspection.number");
        // A half that one could guess binds nobody, and neither does one that reads in two ways.
        Assert.All(["short", new string('a', 65), "Pine-Harbour-Salt", "pine harbour salt 1"], half => Assert.False(DrawRecipe.IsHalf(half)));
    }

    [Fact]
    public void Each_act_needs_its_role()
    {
        None.When(Planning with { By = Reviewer }).Refused("officer.may-not");
        Planned.When(Calling with { By = Reviewer }).Refused("officer.may-not");
        Planned.When(Calling with { By = Supervision with { Villages = [new("77")] } }).Refused("officer.may-not");
        Called.When(Drawing with { By = Approver }).Refused("officer.may-not");
        Drawn.When(Recording with { By = TownClerk }).Refused("officer.may-not");
        Recorded.When(Confirming(Recorded, SampleRules.Gudichang) with { By = SecondReviewer }).Refused("officer.may-not");
        Published.When(Curing with { By = Clerk }).Refused("officer.may-not");
        Published.And(Curing).When(Accepting with { By = OtherClerk }).Refused("officer.may-not");
        Cured.When(new Close(Approver, On(8, 21))).Refused("officer.may-not");
    }

    [Fact]
    public void Who_handled_the_villages_accounts_in_those_months_judges_none_of_it()
    {
        IReadOnlySet<PersonId> reviewer = new HashSet<PersonId> { Reviewer.Person }, approver = new HashSet<PersonId> { Approver.Person };
        Drawn.When(Recording with { Acted = reviewer }).Refused("inspection.acted-there");
        Drawn.When(Recording with { Acted = approver }).Then();
        Recorded.When(Confirming(Recorded, SampleRules.Gudichang) with { Acted = approver }).Refused("inspection.acted-there");
        Published.And(Curing).When(Accepting with { Acted = reviewer }).Refused("inspection.acted-there");
        Published.And(Curing).When(Accepting with { Acted = reviewer, By = SecondReviewer }).Then();
    }

    [Fact]
    public void Findings_come_from_the_towns_table_lie_in_the_months_and_can_be_cured()
    {
        With(Missing with { Code = "bad-manners" }).Refused("inspection.code-unknown");
        With(Missing with { Month = new(2026, 7) }).Refused("inspection.other-month");
        With(Missing with { Month = null }).Then();
        With(Missing with { What = new(" ") }).Refused("inspection.what-missing");
        With(Missing with { CureUntil = new(2026, 7, 21) }).Refused("inspection.cure-past");
        Drawn.When(Recording with { Findings = [] }).Refused("inspection.findings-missing");
        Drawn.When(Recording with { Nothing = true }).Refused("inspection.nothing-and-findings");
        Drawn.When(Recording with { At = On(7, 19) }).Refused("inspection.too-early");
        None.And(Planning with { Words = Wanted with { Count = 1 } }).And(Calling).And(Drawing).When(RecordingNothing).Refused("inspection.not-drawn");
        static Decision<InspectionEvent> With(FindingWords finding) => Drawn.When(Recording with { Findings = [finding] });
    }

    [Fact]
    public void A_result_is_public_once_another_person_confirmed_exactly_what_was_seen()
    {
        var published = Assert.IsType<InspectionResultPublished>(Recorded.When(Confirming(Recorded, SampleRules.Gudichang)).Then());
        Assert.Equal(("支出没有票据", "会计法 14", new DateOnly(2026, 7, 21)), (published.Result.Findings[0].Name.Zh, published.Result.Findings[0].Law.Zh, published.Recorded.On));
        Drawn.And(Recording with { By = Everyone }).When(Confirming(Drawn.And(Recording with { By = Everyone }), SampleRules.Gudichang) with { By = Everyone }).Refused("inspection.own-findings");
        var again = Recorded.And(Recording with { Findings = [Missing with { Month = null }] });
        again.When(Confirming(Recorded, SampleRules.Gudichang)).Refused("content.moved");
        Assert.Empty(Assert.IsType<InspectionResultPublished>(Confirmed(Published.And(RecordingNothing), SampleRules.Jiajiahewu).History[^1]).Result.Findings);
    }

    /// <summary>Reported on the last day is in time, however long the town takes to look at it.</summary>
    [Theory]
    [InlineData(7, 59, 0)]
    [InlineData(7, 23 * 60 + 59, 0)]
    [InlineData(8, 0, 1)]
    [InlineData(12, 600, 5)]
    public void Days_late_are_local_days_from_the_last_day_to_the_villages_report(int day, int minutes, int late)
    {
        var reported = Published.And(Curing with { At = Shanghai.At(new(2026, 8, day), default).AddMinutes(minutes) });
        Assert.Equal(late, Assert.IsType<InspectionCureAccepted>(reported.When(Accepting).Then()).DaysLate);
    }

    [Fact]
    public void A_cure_is_looked_at_by_another_person_and_may_be_sent_back()
    {
        var own = Published.And(Curing with { By = Everyone });
        own.When(Accepting with { By = Everyone }).Refused("inspection.own-cure");
        Published.When(Curing with { Ordinal = 2 }).Refused("inspection.no-finding");
        Published.When(Curing with { What = new("") }).Refused("inspection.cure-missing");
        Published.And(Curing).When(new RejectCure(SampleRules.Gudichang, 1, new(" "), Reviewer, On(8, 8))).Refused("reason.missing");
        var sentBack = Published.And(Curing).And(new RejectCure(SampleRules.Gudichang, 1, new("还缺1张"), Reviewer, On(8, 8)));
        Assert.Equal(3, Assert.IsType<InspectionCureAccepted>(sentBack.And(Curing with { At = On(8, 10) }).When(Accepting).Then()).DaysLate);
    }

    /// <summary>
    /// I31: once the number is known, half and number say which villages it will be. The town cannot cancel and draw again until it likes
    /// them; if it does not draw, those who supervise void it in public, and not the one who called the number.
    /// </summary>
    [Fact]
    public void A_draw_whose_number_is_known_is_carried_through_or_voided_by_the_other_side()
    {
        var why = new Text("镇里两周没有抽取");
        Called.When(new Cancel(new("与县里重复"), TownClerk, On(7, 16))).Refused("inspection.number-known");
        Called.When(new InspectionCommand.Void(why, TownClerk, On(7, 16))).Refused("officer.may-not");
        Called.When(new InspectionCommand.Void(why, Supervision, On(7, 16))).Refused("inspection.own-number");
        Called.When(new InspectionCommand.Void(new(" "), OtherSupervisor, On(7, 16))).Refused("reason.missing");
        None.And(Planning with { By = Everyone }).And(Calling).When(new InspectionCommand.Void(why, Everyone, On(7, 16))).Refused("inspection.own-plan");
        Planned.When(new InspectionCommand.Void(why, OtherSupervisor, On(7, 9))).Refused("inspection.not-now");
        Drawn.When(new InspectionCommand.Void(why, OtherSupervisor, On(7, 16))).Refused("inspection.not-now");
        Assert.Equal(why, Assert.IsType<InspectionVoided>(Called.When(new InspectionCommand.Void(why, OtherSupervisor, On(7, 16))).Then()).Reason);
        Assert.IsType<Inspection.Cancelled>(Called.And(new InspectionCommand.Void(why, OtherSupervisor, On(7, 16))).State);
    }

    [Fact]
    public void Without_a_reason_nothing_is_cancelled_or_returned()
    {
        Planned.When(new Cancel(new(" "), TownClerk, On(7, 9))).Refused("reason.missing");
        Recorded.When(new Return(SampleRules.Gudichang, new(" "), Approver, On(7, 22))).Refused("reason.missing");
    }
}
