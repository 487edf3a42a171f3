using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Deliberations;
using Transparency.Samples;
using static Transparency.Contracts.Deliberations.DeliberationCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Deliberations;

/// <summary>The last number that is enough, and the first that is not, for every body.</summary>
public sealed class Quorums
{
    [Theory]
    // More than half there, more than half of those agree.
    [InlineData(VillageBody.VillagersMeeting, 600, 301, 151, "carried")]
    [InlineData(VillageBody.VillagersMeeting, 600, 300, 300, "deliberation.no-quorum")]
    [InlineData(VillageBody.VillagersMeeting, 600, 302, 151, "rejected")]
    // Two thirds of the households there, more than half of those agree.
    [InlineData(VillageBody.HouseholdsMeeting, 300, 200, 101, "carried")]
    [InlineData(VillageBody.HouseholdsMeeting, 300, 199, 199, "deliberation.no-quorum")]
    [InlineData(VillageBody.HouseholdsMeeting, 300, 200, 100, "rejected")]
    [InlineData(VillageBody.Committee, 7, 7, 7, "deliberation.other-body")]
    [InlineData(VillageBody.Representatives, 35, 35, 35, "deliberation.other-body")]
    [InlineData(VillageBody.MemberRepresentatives, 35, 35, 35, "deliberation.other-body")]
    [InlineData(VillageBody.MembersAssembly, 600, 600, 600, "deliberation.other-body")]
    public void Of_the_villagers_meeting(VillageBody body, int due, int present, int agreed, string outcome) =>
        Holds(Road.ForAll.When(new Resolve(body, Road.Held(14, due, present, agreed), new(2026, 9, 2), null, Clerk, Road.On(20))), outcome);

    [Theory]
    [InlineData(36, 24, 13, "carried")]
    [InlineData(36, 23, 23, "deliberation.no-quorum")]
    [InlineData(36, 24, 12, "rejected")]
    public void Of_the_representatives(int due, int present, int agreed, string outcome) => Holds(Road.PartyReviewed.When(Road.Resolving(Road.Held(14, due, present, agreed))), outcome);

    [Theory]
    // Two thirds of all must agree, whoever stays away.
    [InlineData(VillageBody.MembersAssembly, 600, 400, 400, "carried")]
    [InlineData(VillageBody.MembersAssembly, 600, 520, 399, "rejected")]
    [InlineData(VillageBody.MembersAssembly, 600, 399, 399, "deliberation.no-quorum")]
    [InlineData(VillageBody.MemberRepresentatives, 30, 28, 28, "deliberation.other-body")]
    [InlineData(VillageBody.VillagersMeeting, 600, 600, 600, "deliberation.other-body")]
    public void Of_the_members_assembly(VillageBody body, int due, int present, int agreed, string outcome) =>
        Holds(Members(VillageBody.MembersAssembly, new Resolve(body, Road.Held(14, due, present, agreed), new(2026, 9, 2), SampleDecisions.Mandate, Clerk, Road.On(20))), outcome);

    [Theory]
    [InlineData(VillageBody.MemberRepresentatives, 30, 20, 20, "carried")]
    [InlineData(VillageBody.MemberRepresentatives, 30, 28, 19, "rejected")]
    [InlineData(VillageBody.MembersAssembly, 600, 400, 400, "carried")]
    [InlineData(VillageBody.Representatives, 30, 30, 30, "deliberation.other-body")]
    public void Of_the_members_representatives(VillageBody body, int due, int present, int agreed, string outcome) =>
        Holds(Members(VillageBody.MemberRepresentatives, new Resolve(body, Road.Held(14, due, present, agreed), new(2026, 9, 2), SampleDecisions.Mandate, Clerk, Road.On(20))), outcome);

    [Theory]
    [InlineData(7, 4, 3, "carried")]
    [InlineData(8, 4, 4, "deliberation.no-quorum")]
    [InlineData(7, 4, 2, "rejected")]
    public void Of_the_two_committees(int due, int present, int agreed, string outcome) => Holds(Road.Proposed.When(new Discuss(Road.Held(4, due, present, agreed), Clerk, Road.On(20))), outcome);

    [Theory]
    [InlineData(24, 16, 9, "carried")]
    [InlineData(24, 15, 15, "deliberation.no-quorum")]
    [InlineData(24, 16, 8, "rejected")]
    public void Of_the_Party_members(int due, int present, int agreed, string outcome) => Holds(Road.Discussed.When(new ReviewByParty(Road.Held(7, due, present, agreed), Clerk, Road.On(20))), outcome);

    /// <summary>
    /// I14: three "representatives" are none. Jiajiahewu has 301 households: 21 representatives at least, each of fifteen households at
    /// most; of the collective more than twenty in any village.
    /// </summary>
    [Theory]
    [InlineData(VillageBody.Representatives, 301, 21)]
    [InlineData(VillageBody.Representatives, 300, 20)]
    [InlineData(VillageBody.Representatives, 20, 3)]
    [InlineData(VillageBody.MemberRepresentatives, 20, 21)]
    [InlineData(VillageBody.MemberRepresentatives, 412, 28)]
    [InlineData(VillageBody.VillagersMeeting, 301, 301)]
    [InlineData(VillageBody.MembersAssembly, 301, 301)]
    [InlineData(VillageBody.HouseholdsMeeting, 301, 151)]
    [InlineData(VillageBody.Committee, 301, 3)]
    public void A_body_has_a_least_size(VillageBody body, int households, int least)
    {
        var village = SampleRules.Book.Villages[SampleRules.Jiajiahewu] with { Households = households };
        Assert.Equal(least, Quorum.Least(Quorum.Of(body).Name, village));
    }

    [Theory]
    [InlineData(20, "deliberation.too-few-members")]
    [InlineData(21, "carried")]
    public void Too_few_representatives_decide_nothing(int due, string outcome) => Holds(Road.PartyReviewed.When(Road.Resolving(Road.Held(14, due, due, due))), outcome);

    /// <summary>The agenda of a representatives' meeting is posted before it where the province has a row for it.</summary>
    [Theory]
    [InlineData(8, "deliberation.notice-short")]
    [InlineData(9, "carried")]
    [InlineData(null, "deliberation.notice-missing")]
    public void The_agenda_is_posted_before_the_representatives_meet(int? daysLater, string outcome)
    {
        var row = new DeadlineRule(Quorum.AgendaRule, new("议题公布"), 5, DayUnit.CalendarDay, new("山东省实施办法"));
        var book = SampleRules.Book with { Deadlines = new([.. SampleRules.Book.Deadlines.Rows, row]) };
        var resolve = Road.Resolving(Road.Held(daysLater ?? 14, 35, 32, 30)) with { Called = daysLater is null ? null : Road.Day(4) };
        Holds(DeliberationDecider.Law.Decide(book, Road.PartyReviewed.State, resolve), outcome);
    }

    /// <summary>I14: all steps in one day are none.</summary>
    [Theory]
    [InlineData(7, null, "deliberation.too-soon")]
    [InlineData(8, null, "carried")]
    [InlineData(9, 3, "deliberation.too-soon")]
    [InlineData(10, 3, "carried")]
    public void A_day_or_more_lies_between_two_steps(int day, int? spacing, string outcome)
    {
        var row = new DeadlineRule(Quorum.SpacingRule, new("步骤间隔"), spacing ?? 1, DayUnit.CalendarDay, new("本镇规定"));
        var book = spacing is null ? SampleRules.Book : SampleRules.Book with { Deadlines = new([.. SampleRules.Book.Deadlines.Rows, row]) };
        Holds(DeliberationDecider.Law.Decide(book, Road.PartyReviewed.State, Road.Resolving(Road.Held(day, 35, 32, 30))), outcome);
    }

    /// <summary>I11: who votes sees how much, for what, with whom.</summary>
    [Fact]
    public void A_proposal_to_be_declared_says_what_is_voted_on()
    {
        var terms = Road.Content.Terms!;
        Decision<DeliberationEvent> Proposing(VotedTerms? t) => Road.None.When(Road.Proposing(Road.Content with { Terms = t }));
        Proposing(null).Refused("deliberation.terms-missing");
        Proposing(terms with { Amounts = [] }).Refused("deliberation.amounts-missing");
        Proposing(terms with { Flow = MoneyFlow.None }).Refused("deliberation.amounts-missing");
        Proposing(terms with { Amounts = [terms.Amounts[0] with { Amount = Yuan.Zero }] }).Refused("deliberation.amount-negative");
        Proposing(terms with { Amounts = [terms.Amounts[0] with { Source = new("") }] }).Refused("text.unclean");
        Proposing(terms with { Parties = [new(new("某公司"), null, null)] }).Refused("deliberation.party-and-tender");
        Proposing(terms with { ByTender = false, Parties = [new(new("某公司"), Road.Day(9), Road.Day(8))] }).Refused("deliberation.term-turned");
        Road.None.When(Road.Proposing(Road.Content with { Matter = "purchase-quotation", Terms = null })).Then();
    }

    /// <summary>A higher body of the villagers does where a lower one would; the collective's never decides for the villagers, nor they for it.</summary>
    [Fact]
    public void Each_side_decides_for_itself()
    {
        VillageBody[] villagers = [VillageBody.Committee, VillageBody.Representatives, VillageBody.VillagersMeeting, VillageBody.HouseholdsMeeting];
        foreach (var body in Enum.GetValues<VillageBody>())
            foreach (var required in Enum.GetValues<VillageBody>())
                if (villagers.Contains(body) != villagers.Contains(required)) Assert.False(body.Serves(required), $"{body} for {required}");
                else if (body == required) Assert.True(body.Serves(required));
        Assert.True(VillageBody.VillagersMeeting.Serves(VillageBody.Representatives));
        Assert.True(VillageBody.HouseholdsMeeting.Serves(VillageBody.VillagersMeeting));
        Assert.False(VillageBody.Representatives.Serves(VillageBody.VillagersMeeting));
        Assert.False(VillageBody.MemberRepresentatives.Serves(VillageBody.MembersAssembly));
    }

    private static Decision<DeliberationEvent> Members(VillageBody required, Resolve resolve)
    {
        var matters = new Dictionary<string, Town.Matter>(SampleRules.Book.Matters) { ["works-large"] = SampleRules.Book.Matters["works-large"] with { Deliberation = required } };
        var book = SampleRules.Book with { Matters = matters };
        var state = new DeliberationCommand[] { Road.Proposing(Road.Content), new Discuss(Road.Held(4, 7, 6, 5), Clerk, Road.On(4)), new ReviewByParty(Road.Held(7, 24, 19, 18), Clerk, Road.On(7)) }
            .Aggregate(DeliberationDecider.Law.Initial, (s, c) => ((Decision<DeliberationEvent>.Accepted)DeliberationDecider.Law.Decide(book, s, c)).Events.Aggregate(s, DeliberationDecider.Law.Evolve));
        return DeliberationDecider.Law.Decide(book, state, resolve);
    }

    private static void Holds(Decision<DeliberationEvent> decision, string outcome)
    {
        if (outcome.StartsWith("deliberation.", StringComparison.Ordinal)) decision.Refused(outcome);
        else if (outcome == "rejected") Assert.IsType<DeliberationRejected>(decision.Then());
        else Assert.IsNotType<DeliberationRejected>(decision.Then());
    }
}
