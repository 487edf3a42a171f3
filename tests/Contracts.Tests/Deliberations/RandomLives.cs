using CsCheck;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Town;
using Transparency.Samples;
using static Transparency.Contracts.Deliberations.DeliberationCommand;

namespace Transparency.Contracts.Tests.Deliberations;

/// <summary>
/// Random acts with random numbers on random days by random officers. Whatever was accepted, a model that knows nothing of the decider reads the events:
/// no usable decision lacks a step, a quorum, a majority, a notice, a mandate or a second person.
/// </summary>
public sealed class RandomLives
{
    private static readonly Gen<(int Act, int Officer, int Day, int Due, int Present, int For, int Body, int Called, int Way)> Step = Gen.Select(
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, SampleOfficers.All.Count - 1], Gen.Int[0, 5]), Gen.Select(Gen.Int[0, 12], Gen.Int[0, 13], Gen.Int[-1, 13]), Gen.Select(Gen.Int[0, 5], Gen.Int[0, 25], Gen.Int[0, 9]),
        (who, numbers, rest) => (who.Item1, who.Item2, who.Item3, numbers.Item1, numbers.Item2, numbers.Item3, rest.Item1, rest.Item2, rest.Item3));

    [Fact]
    public void Never_yield_a_decision_by_a_short_cut()
    {
        var (usable, rejected) = (0, 0);
        Gen.Select(Gen.Int[0, 5], Step.Array[5, 40]).Sample((required, steps) =>
        {
            var book = Requiring((VillageBody)required);
            var (state, day, history) = (DeliberationDecider.Law.Initial, Road.Day(1), new List<DeliberationEvent>());
            foreach (var step in steps)
            {
                day = day.AddDays(step.Day);
                if (DeliberationDecider.Law.Decide(book, state, Command(step, state, day)) is not Decision<DeliberationEvent>.Accepted yes) continue;
                history.AddRange(yes.Events);
                state = yes.Events.Aggregate(state, DeliberationDecider.Law.Evolve);
            }
            if (state is Deliberation.Rejected) Interlocked.Increment(ref rejected);
            if (VillageDecision.Of(state) is not { } decision) return;
            Interlocked.Increment(ref usable);
            Prove(history, decision, (VillageBody)required);
        }, iter: Amount.OfRandom(16_000));
        // Walks that never arrive would prove nothing.
        Assert.True(usable > 1_000 && rejected > 1_000, $"only {usable} decisions, {rejected} rejections");
    }

    private static void Prove(List<DeliberationEvent> history, VillageDecision decision, VillageBody required)
    {
        Assert.DoesNotContain(history, e => e is DeliberationRejected or DeliberationReturned or DeliberationWithdrawn);
        var proposed = Assert.IsType<DeliberationProposed>(history[0]);
        var discussed = Assert.IsType<DeliberationDiscussed>(history[1]);
        var meetings = new List<Meeting> { proposed.Meeting, discussed.Meeting };
        Enough(discussed.Meeting, present: (1, 2, true), agreed: (1, 2, true), ofAll: false);
        if (!proposed.Merged) Enough(proposed.Meeting, (1, 2, true), (1, 2, true), false);
        var recorder = discussed.By.Person;
        if (required != VillageBody.Committee)
        {
            var party = Assert.IsType<DeliberationPartyReviewed>(history[2]);
            Enough(party.Meeting, (2, 3, false), (1, 2, true), false);
            var resolved = Assert.IsType<DeliberationResolved>(history[3]);
            Resolved(resolved, required);
            meetings.AddRange([party.Meeting, resolved.Meeting]);
            recorder = resolved.By.Person;
        }
        var posted = Assert.IsType<DeliberationResolutionPosted>(history[required == VillageBody.Committee ? 2 : 4]);
        Assert.NotEqual(recorder, posted.By.Person);
        Assert.Equal(meetings, decision.Steps.Select(s => s.Meeting));
        Assert.All(meetings.Zip(meetings.Skip(1)), pair => Assert.True(pair.First.On < pair.Second.On || pair.First == pair.Second, "two steps in one day"));
        Assert.True(posted.On >= meetings[^1].On && posted.On <= Shanghai.DayOf(posted.By.At));
    }

    private static void Resolved(DeliberationResolved r, VillageBody required)
    {
        VillageBody[] ofMembers = [VillageBody.MemberRepresentatives, VillageBody.MembersAssembly];
        Assert.Equal(ofMembers.Contains(required), ofMembers.Contains(r.Body));
        if (required is VillageBody.VillagersMeeting or VillageBody.HouseholdsMeeting or VillageBody.MembersAssembly) Assert.False(r.Body is VillageBody.Representatives or VillageBody.MemberRepresentatives);
        Enough(r.Meeting, r.Body == VillageBody.VillagersMeeting ? (1, 2, true) : (2, 3, false), ofMembers.Contains(r.Body) ? (2, 3, false) : (1, 2, true), ofMembers.Contains(r.Body));
        if (r.Body is VillageBody.Representatives or VillageBody.MemberRepresentatives) Assert.False(r.Mandate!.IsEmpty);
        else Assert.True(r.Meeting.On.DayNumber - r.Notice!.Trigger.DayNumber >= 10, "called too late");
    }

    /// <param name="present">numerator, denominator, and whether it must be more than that</param>
    private static void Enough(Meeting m, (int Of, int In, bool More) present, (int Of, int In, bool More) agreed, bool ofAll)
    {
        Assert.True(m.Due >= 1 && m.Present <= m.Due && m.For + m.Against <= m.Present && m.For >= 0 && m.Against >= 0);
        Reaches(m.Present, m.Due, present);
        Reaches(m.For, ofAll ? m.Due : m.Present, agreed);
        static void Reaches(int count, int whole, (int Of, int In, bool More) share) =>
            Assert.True(share.More ? count * share.In > whole * share.Of : count * share.In >= whole * share.Of, $"{count} of {whole}");
    }

    private static RuleBook Requiring(VillageBody body) => SampleRules.Book with
    {
        Matters = new Dictionary<string, Matter>(SampleRules.Book.Matters) { ["works-large"] = SampleRules.Book.Matters["works-large"] with { Deliberation = body } },
    };

    /// <summary>Half of the steps go the way of the law with numbers that are often enough; the others are anything by anybody.</summary>
    private static DeliberationCommand Command((int Act, int Officer, int Day, int Due, int Present, int For, int Body, int Called, int Way) step, Deliberation state, DateOnly day)
    {
        var at = Shanghai.At(day, new(17, 0));
        var (onward, clerk) = (step.Way < 5, step.Way == 0 ? SampleOfficers.Everyone : SampleOfficers.Clerk);
        var by = onward ? clerk : SampleOfficers.All[step.Officer];
        var meeting = onward ? SampleDecisions.Held(day, 12, Math.Clamp(step.Present, 6, 12), Math.Clamp(step.For, 5, Math.Clamp(step.Present, 6, 12)))
            : SampleDecisions.Held(day.AddDays(step.Called - 12), step.Due, step.Present, step.For, step.Body);
        var required = (state as Deliberation.Known)?.File.Required ?? VillageBody.Representatives;
        var body = onward ? required : (VillageBody)step.Body;
        DateOnly? called = step.Called < 3 ? null : day.AddDays(-step.Called);
        return (onward ? Onward(state, required) : step.Act) switch
        {
            0 => new Propose(Road.Id, Road.Content, meeting, step.Way % 2 == 1, by, at),
            1 => new Discuss(meeting, by, at),
            2 => new ReviewByParty(meeting, by, at),
            3 => new Resolve(body, meeting, called, step.Called % 4 == 0 ? null : SampleDecisions.Mandate, by, at),
            4 => new PostResolution(onward ? day : meeting.On, SampleDecisions.Board, onward && step.Way != 0 ? SampleOfficers.Poster : by, at),
            5 => new Return(new("再议"), by, at),
            6 => new Withdraw(new("不办了"), by, at),
            _ => Road.Carried(new Contracts.Declarations.Declaration.None()) with { By = by, At = at },
        };
    }

    private static int Onward(Deliberation state, VillageBody required) => state switch
    {
        Deliberation.None => 0,
        Deliberation.Proposed => 1,
        Deliberation.Discussed when required == VillageBody.Committee => 4,
        Deliberation.Discussed => 2,
        Deliberation.PartyReviewed => 3,
        _ => 4,
    };
}
