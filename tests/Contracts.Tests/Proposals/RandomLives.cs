using CsCheck;
using Transparency.Contracts.Proposals;
using Transparency.Samples;
using static Transparency.Contracts.Proposals.ProposalCommand;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Contracts.Tests.Proposals;

/// <summary>
/// Random acts of random officers on a proposal, most of them the next lawful one. Whatever was accepted, its events are read by a model that knows nothing of the decider:
/// one number and one clock, two persons before anything is public, exactly what was worded last, another one's answer, a third hand's result, and an end where it ends.
/// </summary>
public sealed class RandomLives
{
    private static readonly Officer[] Officers = [TownClerk, Reviewer, SecondReviewer, Approver, Clerk, Everyone];

    private static readonly Gen<(int Act, int Who, int Days, int Any, int Way)> Step =
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, Officers.Length - 1], Gen.Int[0, 9], Gen.Int[0, 999], Gen.Int[0, 9]);

    [Fact]
    public void Are_never_public_by_one_hand_nor_answered_by_the_hand_that_worded_them()
    {
        var (disclosed, late, posted) = (0, 0, 0);
        Step.Array[5, 40].Sample(steps =>
        {
            var (state, at, history) = (ProposalDecider.Law.Initial, Bittern.On(9, 1), new List<ProposalEvent>());
            foreach (var step in steps)
            {
                at = at.AddDays(step.Days);
                var command = step.Way < 6 ? Onward(state, step, at) : Anything(state, step, at);
                if (ProposalDecider.Law.Decide(SampleRules.Book, state, command) is not Decision<ProposalEvent>.Accepted yes) continue;
                history.AddRange(yes.Events);
                state = yes.Events.Aggregate(state, ProposalDecider.Law.Evolve);
            }
            Prove(history);
            if (history.Exists(e => e is ProposalDisclosed)) Interlocked.Increment(ref disclosed);
            if (history.Exists(e => e is ProposalAnswered { DaysLate: > 0 })) Interlocked.Increment(ref late);
            if (history.Exists(e => e is ProposalResultPosted)) Interlocked.Increment(ref posted);
        }, iter: Amount.OfRandom(4_000));
        // Lives that never arrive would prove nothing.
        Assert.True(disclosed > 3_000 && late > 300 && posted > 500, $"{disclosed} became public, {late} were answered late, {posted} posted a result");
    }

    private static void Prove(List<ProposalEvent> history)
    {
        foreach (var (i, e) in history.Index())
        {
            var past = history.Take(i).ToList();
            var admissions = past.OfType<ProposalAdmitted>().ToList();
            var admitters = admissions.Select(a => a.By.Person).ToList();
            Assert.Equal(i == 0, e is ProposalSubmitted);
            Assert.DoesNotContain(past, p => p is ProposalMerged or ProposalDeclined);
            switch (e)
            {
                case ProposalAdmitted a:
                    Assert.DoesNotContain(past, p => p is ProposalDisclosed);
                    Assert.Equal((admissions.FirstOrDefault() ?? a).Section.Number, a.Section.Number);
                    Assert.Equal(Shanghai.DayOf((admissions.FirstOrDefault() ?? a).By.At).AddDays(30), a.AnswerDue.Last);
                    break;
                case ProposalMerged or ProposalDeclined:
                    Assert.Empty(admissions);
                    break;
                case ProposalDisclosed d:
                    Assert.IsType<ProposalAdmitted>(past[^1]);
                    Assert.Equal(admissions[^1].Hash, d.Hash);
                    Assert.DoesNotContain(d.By.Person, admitters);
                    break;
                case ProposalAnswered a:
                    Assert.DoesNotContain(a.By.Person, admitters);
                    Assert.Equal(Math.Max(0, Shanghai.DayOf(a.By.At).DayNumber - Shanghai.DayOf(admissions[0].By.At).DayNumber - 30), a.DaysLate);
                    Assert.DoesNotContain(past, p => p is ProposalAnswered);
                    break;
                case ProposalCarried:
                    Assert.NotEqual(ProposalOutcome.No, past.OfType<ProposalAnswered>().Single().Outcome);
                    break;
                case ProposalResultPosted r:
                    Assert.Contains(past, p => p is ProposalCarried);
                    Assert.NotEqual(past.OfType<ProposalAnswered>().Single().By.Person, r.By.Person);
                    break;
            }
            if (past.Exists(p => p is ProposalResultPosted)) Assert.IsType<ProposalJoined>(e);
            if (e is ProposalJoined or ProposalStudied or ProposalAnswered or ProposalCarried or ProposalResultPosted) Assert.Contains(past, p => p is ProposalDisclosed);
            if (e is ProposalJoined j) Assert.DoesNotContain(past.OfType<ProposalJoined>(), p => p.Joined == j.Joined);
        }
    }

    /// <summary>The next lawful step, by an officer who mostly may.</summary>
    private static ProposalCommand Onward(Proposal state, (int Act, int Who, int Days, int Any, int Way) step, DateTimeOffset at) =>
        Command(state, state switch
        {
            Proposal.None => 0,
            Proposal.Submitted or Proposal.Returned => 1,
            Proposal.Admitted => 5,
            Proposal.Disclosed => 7,
            Proposal.Studied => 8,
            Proposal.Answered => 9,
            _ => 10,
        }, step, state switch
        {
            Proposal.Submitted or Proposal.Returned or Proposal.Disclosed => step.Any % 2 == 0 ? Reviewer : Everyone,
            Proposal.Admitted or Proposal.Studied => step.Any % 2 == 0 ? SecondReviewer : Everyone,
            _ => step.Any % 2 == 0 ? TownClerk : Everyone,
        }, at);

    private static ProposalCommand Anything(Proposal state, (int Act, int Who, int Days, int Any, int Way) step, DateTimeOffset at) =>
        Command(state, step.Act, step, Officers[step.Who], at);

    private static ProposalCommand Command(Proposal state, int act, (int Act, int Who, int Days, int Any, int Way) step, Officer by, DateTimeOffset at) => act switch
    {
        0 => Bittern.Sending with { At = at },
        1 => new Admit(Bittern.Wording with { Title = new($"苦卤 {step.Any % 3}") }, "欧阳建国", (step.Any % 9) + 1, by, at),
        2 => Bittern.Merging with { By = by, At = at },
        3 => Bittern.Declining with { By = by, At = at },
        4 => Bittern.Returning with { By = by, At = at },
        5 => new Sign(step.Any % 5 > 0 && state is Proposal.Numbered s ? s.Admission.Section.Hash : new("0"), by, at),
        6 => new Join(new($"same-{step.Any % 3}"), by, at),
        7 => new Study(new("镇经管站"), Shanghai.DayOf(at).AddDays(step.Any % 12), by, at),
        8 => new Answer((ProposalOutcome)(step.Any % 3), new("理由"), by, at),
        9 => new Carry(step.Any % 2 == 0 ? Bittern.Opened : null, Bittern.Work, true, by, at),
        _ => new PostResult(new("办成了"), by, at),
    };
}
