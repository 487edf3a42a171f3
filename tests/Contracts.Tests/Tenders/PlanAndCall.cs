using Transparency.Contracts.Declarations;
using Transparency.Contracts.Tenders;
using Transparency.Samples;
using static Transparency.Contracts.Tenders.TenderCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Tenders;

public sealed class PlanAndCall
{
    [Fact]
    public void A_plan_is_sound_in_number_words_and_sums()
    {
        Planning(Pipe.Content).Then();
        Pipe.None.When(new Plan(new("nonsense"), Pipe.Content, Clerk, Pipe.On(1))).Refused("tender.id");
        Pipe.None.When(new Plan(new("00-2026-W-0007"), Pipe.Content, Clerk, Pipe.On(1))).Refused("tender.id-village");
        Pipe.None.When(new Plan(new("04-2026-G-0007"), Pipe.Content, Clerk, Pipe.On(1))).Refused("tender.id-kind");
        Planning(Pipe.Content with { Matter = "nonsense" }).Refused("matter.unknown");
        Pipe.None.When(new Plan(new("77-2026-W-0007"), Pipe.Content with { Village = new("77") }, Clerk, Pipe.On(1))).Refused("village.unknown");
        Pipe.None.When(new Plan(new("00-2026-W-0007"), Pipe.Content with { Village = null }, Clerk, Pipe.On(1))).Refused("matter.wants-village");
        Planning(Pipe.Content with { What = new(" ") }).Refused("tender.text-missing");
        Planning(Pipe.Content with { Ceiling = new Yuan(-1) }).Refused("tender.negative");
        Planning(Pipe.Content with { Lots = [] }).Refused("tender.lots");
        Planning(Pipe.Content with { Lots = [Pipe.Content.Lots[0] with { Number = 2 }] }).Refused("tender.lots");
        Planning(Pipe.Content with { Estimate = new(24_000_000) }).Refused("tender.lots-differ");
        Planning(Pipe.Content with { Lots = [Pipe.Content.Lots[0] with { Coal = new(0, 20) }] }).Refused("tender.coal-figures");
        Pipe.None.When(new Plan(Pipe.Id, Pipe.Content, OtherClerk, Pipe.On(1))).Refused("officer.may-not");
    }

    [Fact]
    public void The_matter_fits_the_sum()
    {
        Planning(Sized(Pipe.Content, 9_999_999)).Refused("matter.below-threshold");
        Planning(Sized(Pipe.Small, 10_000_000)).Refused("tender.too-large-for-routine");
        Planning(Sized(Pipe.Small, 9_999_999)).Then();
        Planning(Sized(Pipe.Content, 400_000_000) with { Method = TenderMethod.Negotiated }).Refused("tender.mandatory");
        Planning(Sized(Pipe.Content, 400_000_000)).Then();
        Pipe.None.When(new Plan(new("00-2026-W-0001"), Pipe.Content with { Village = null, Matter = "coal-season" }, TownClerk, Pipe.On(1))).Refused("tender.coal-figures");
    }

    [Fact]
    public void Is_disclosed_at_the_hash_that_was_approved_by_another_than_its_planner()
    {
        var disclosed = Assert.IsType<TenderPlanDisclosed>(Pipe.Planned.When(new Disclose(new("d1"), "9号", Pipe.Section.Hash, Approver, Pipe.On(7))).Then());
        Assert.Equal(Pipe.Section, disclosed.Section);
        var dearer = Pipe.Planned.And(new Replan(Sized(Pipe.Content, 26_000_000), Clerk, Pipe.On(2)));
        dearer.When(new Disclose(new("d1"), "9号", Pipe.Section.Hash, Approver, Pipe.On(7))).Refused("content.moved");
        Pipe.None.And(new Plan(Pipe.Id, Pipe.Content, Everyone, Pipe.On(1))).When(new Disclose(new("d1"), "9号", Pipe.Section.Hash, Everyone, Pipe.On(7))).Refused("tender.own-plan");
    }

    [Fact]
    public void On_the_routine_route_another_person_signs()
    {
        Assert.Null(Assert.IsType<TenderPlanDisclosed>(Pipe.Routine.When(new SignPlan(null, Reviewer, Pipe.On(2))).Then()).Declaration);
        Pipe.Routine.When(new SignPlan(Pipe.Section.Hash, Reviewer, Pipe.On(2))).Refused("content.moved");
        Pipe.None.And(new Plan(Pipe.Id, Pipe.Small, Everyone, Pipe.On(1))).When(new SignPlan(null, Everyone, Pipe.On(2))).Refused("tender.own-plan");
        Pipe.Routine.And(new Replan(Pipe.Small, Everyone, Pipe.On(1))).When(new SignPlan(null, Everyone, Pipe.On(2))).Refused("tender.own-plan");
    }

    [Theory]
    [InlineData(14, "tender.deadline-too-soon")]
    [InlineData(15, null)]
    public void A_call_runs_its_shortest_time(int day, string? refusal)
    {
        var decision = Pipe.Disclosed.When(Pipe.Call(Pipe.On(8), Shanghai.At(new(2026, 9, day), new(10, 0))));
        if (refusal is null) Assert.Equal("BIDS_TENDER", Assert.IsType<TenderAnnounced>(decision.Then()).Notice.Shortest!.Rule.Code);
        else decision.Refused(refusal);
    }

    [Fact]
    public void The_shortest_time_goes_by_method_and_sum()
    {
        Pipe.Disclosed.When(Pipe.Call(Pipe.On(8), Pipe.On(8))).Refused("tender.deadline-past");
        Pipe.Disclosed.When(Pipe.Call(Pipe.On(8), Pipe.Deadline) with { Channels = new("") }).Refused("tender.call-missing");
        var routine = Pipe.Routine.And(new SignPlan(null, Reviewer, Pipe.On(2)));
        routine.When(Pipe.Call(Pipe.On(2), Pipe.On(5))).Then();
        routine.When(Pipe.Call(Pipe.On(2), Pipe.On(4))).Refused("tender.deadline-too-soon");
        var large = Sized(Pipe.Content, 400_000_000);
        var mandatory = Pipe.None.And(new Plan(Pipe.Id, large, Clerk, Pipe.On(1))).And(new Disclose(new("d"), "9号", TenderSection.Of(Pipe.Id, large, SampleRules.Book).Hash, Approver, Pipe.On(1)));
        mandatory.When(Pipe.Call(Pipe.On(1), Pipe.On(20))).Refused("tender.deadline-too-soon");
        mandatory.When(Pipe.Call(Pipe.On(1), Pipe.On(21))).Then();
    }

    [Fact]
    public void Is_clarified_and_amended_only_before_the_deadline()
    {
        Pipe.Announced.When(new Clarify(new("问"), new(""), Clerk, Pipe.On(9))).Refused("tender.answer-missing");
        Pipe.Announced.When(new Clarify(new("问"), new("答"), Clerk, Pipe.Deadline)).Refused("tender.deadline-over");
        Pipe.Announced.When(new Amend(new("改"), Pipe.On(30), Clerk, Pipe.Deadline)).Refused("tender.deadline-over");
        Pipe.Announced.When(new Amend(new(""), null, Clerk, Pipe.On(9))).Refused("tender.what-changed-missing");
        Pipe.Announced.When(new Amend(new("提前"), Pipe.On(14), Clerk, Pipe.On(9))).Refused("tender.deadline-earlier");
        Pipe.Announced.When(new Amend(new("改管径"), null, Clerk, Pipe.On(13))).Refused("tender.amended-too-late");
        var later = Assert.IsType<TenderAmended>(Pipe.Announced.When(new Amend(new("改管径"), Pipe.On(17), Clerk, Pipe.On(13))).Then());
        Assert.Equal((Pipe.On(17), "BIDS_TENDER"), (later.Notice.Deadline, later.Notice.Shortest!.Rule.Code));
    }

    [Fact]
    public void Fails_or_is_cancelled_for_cause_and_with_a_reason()
    {
        Pipe.Announced.When(new Fail(new("太少"), [], null, Clerk, Pipe.On(14))).Refused("tender.deadline-running");
        Pipe.Announced.When(new Fail(new("太少"), Pipe.Bids, null, Clerk, Pipe.Deadline)).Refused("tender.enough-bidders");
        Pipe.Announced.When(new Fail(new(" "), [], null, Clerk, Pipe.Deadline)).Refused("reason.missing");
        Pipe.Announced.When(new Cancel(new(""), Clerk, Pipe.On(9))).Refused("reason.missing");
        var failed = Assert.IsType<TenderFailed>(Pipe.Failed.History[^1]);
        Assert.Equal((2, new TenderId("04-2026-W-0009")), (failed.Bidders, failed.Next));
    }

    [Fact]
    public void A_declaration_without_plans_keeps_its_bytes_and_one_with_plans_carries_them()
    {
        var declaration = Declarations.Road.Now;
        Assert.DoesNotContain("plans", System.Text.Encoding.UTF8.GetString(CanonicalJson.Of(declaration)), StringComparison.Ordinal);
        Assert.Equal(declaration.Hash, (declaration with { Plans = [] }).Hash);
        var change = SectionDifference.Between(declaration, declaration with { Plans = [Pipe.Section] });
        Assert.Contains(change, c => c.Path == "plans.0.estimateFen");
    }

    [Fact]
    public void Coal_lots_say_tonnes_and_heat_in_whole_hundredths()
    {
        var coal = Pipe.Content with { Lots = [Pipe.Content.Lots[0] with { Coal = new(12.5m, 22.6m) }] };
        var json = System.Text.Encoding.UTF8.GetString(CanonicalJson.Of(TenderSection.Of(Pipe.Id, coal, SampleRules.Book)));
        Assert.Contains("\"hundredthTonnes\":1250,\"minHundredthMegajoulesPerKilogram\":2260", json, StringComparison.Ordinal);
    }

    private static TenderContent Sized(TenderContent c, long fen) => c with { Estimate = new(fen), Lots = [c.Lots[0] with { Estimate = new(fen) }] };

    private static Decision<TenderEvent> Planning(TenderContent content) => Pipe.None.When(new Plan(Pipe.Id, content, Clerk, Pipe.On(1)));
}
