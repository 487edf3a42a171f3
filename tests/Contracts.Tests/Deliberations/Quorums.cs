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
    [InlineData(VillageBody.MembersAssembly, 300, 200, 200, "carried")]
    [InlineData(VillageBody.MembersAssembly, 300, 260, 199, "rejected")]
    [InlineData(VillageBody.MembersAssembly, 300, 199, 199, "deliberation.no-quorum")]
    [InlineData(VillageBody.MemberRepresentatives, 30, 28, 28, "deliberation.other-body")]
    [InlineData(VillageBody.VillagersMeeting, 600, 600, 600, "deliberation.other-body")]
    public void Of_the_members_assembly(VillageBody body, int due, int present, int agreed, string outcome) =>
        Holds(Members(VillageBody.MembersAssembly, new Resolve(body, Road.Held(14, due, present, agreed), new(2026, 9, 2), SampleDecisions.Mandate, Clerk, Road.On(20))), outcome);

    [Theory]
    [InlineData(VillageBody.MemberRepresentatives, 30, 20, 20, "carried")]
    [InlineData(VillageBody.MemberRepresentatives, 30, 28, 19, "rejected")]
    [InlineData(VillageBody.MembersAssembly, 300, 200, 200, "carried")]
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
