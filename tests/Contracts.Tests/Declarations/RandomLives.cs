using CsCheck;
using Transparency.Contracts.Declarations;
using Transparency.Samples;
using static Transparency.Contracts.Declarations.DeclarationCommand;

namespace Transparency.Contracts.Tests.Declarations;

/// <summary>
/// Random acts of random officers on random days. Whatever was accepted, the events are read by a model that knows nothing of the decider:
/// no approval without a full window, three persons, every objection answered and the very hash that stood in public.
/// </summary>
public sealed class RandomLives
{
    private static readonly DeclarationContent[] Contents = [Road.Content, Road.Dearer, Road.Reworded];
    private static readonly ObjectionId[] Letters = [new("one"), new("two")];

    private static readonly Gen<(int Act, int Officer, int Hours, int Content, int Seen, int Letter, int Way)> Step =
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, SampleOfficers.All.Count - 1], Gen.Frequency((6, Gen.Int[0, 30]), (1, Gen.Int[100, 300])), Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 9]);

    [Fact]
    public void Never_reach_approval_by_a_short_cut()
    {
        var approved = 0;
        Step.Array[5, 60].Sample(steps =>
        {
            var (state, at, history) = (DeclarationDecider.Law.Initial, Road.On(10), new List<DeclarationEvent>());
            foreach (var step in steps)
            {
                at = at.AddHours(step.Hours);
                if (DeclarationDecider.Law.Decide(SampleRules.Book, state, Command(step, state, at)) is not Decision<DeclarationEvent>.Accepted yes) continue;
                history.AddRange(yes.Events);
                state = yes.Events.Aggregate(state, DeclarationDecider.Law.Evolve);
            }
            Prove(history);
            if (history.Exists(e => e is DeclarationApproved)) Interlocked.Increment(ref approved);
        }, iter: Amount.OfRandom(3_200));
        // A walk that never arrives would prove nothing.
        Assert.True(approved > 1_000, $"only {approved} lives reached approval");
    }

    private static void Prove(IReadOnlyList<DeclarationEvent> history)
    {
        var approvals = history.Index().Where(x => x.Item is DeclarationApproved).ToList();
        Assert.True(approvals.Count <= 1);
        foreach (var (index, e) in approvals)
        {
            var approval = (DeclarationApproved)e;
            var past = history.Take(index).ToList();
            var opened = past.OfType<DeclarationWindowOpened>().Last();
            var last = past.OfType<DeclarationWindowExtended>().Where(x => past.IndexOf(x) > past.IndexOf(opened)).Select(x => x.Window.Last).Append(opened.Window.Last).Max();
            Assert.True(approval.By.At >= Shanghai.EndOf(last), "approved before the window's end");
            Assert.True(WorkingDays(opened.By.At, opened.Window.Last) >= 5, "window shorter than the rule");
            Assert.Equal(Published(past), approval.Hash);
            var declared = Persons(past, e => e switch { DeclarationDrafted x => x.By, DeclarationRedrafted x => x.By, DeclarationDeclared x => x.By, DeclarationRestarted x => x.By, _ => null });
            var reviewed = Persons(past, e => e switch { DeclarationReviewPassed x => x.By, DeclarationWindowOpened x => x.By, DeclarationWordingProposed x => x.By, DeclarationWindowExtended x => x.By, DeclarationObjectionSettled x => x.By, DeclarationReturned x => x.By, _ => null });
            Assert.Empty(declared.Intersect(reviewed));
            Assert.All(past.OfType<DeclarationWordingFixed>(), fix => Assert.True(fix.By.Person != fix.Proposed!.Person && !declared.Contains(fix.By.Person), "a wording by one person"));
            Assert.DoesNotContain(approval.By.Person, declared.Union(reviewed));
            var arrived = past.OfType<DeclarationWindowClosed>().SelectMany(x => x.Objections).Concat(past.OfType<DeclarationRestarted>().SelectMany(x => x.Objections));
            Assert.Empty(arrived.Except(past.OfType<DeclarationObjectionSettled>().Select(x => x.Objection)));
        }
    }

    private static ContentHash Published(IEnumerable<DeclarationEvent> past) =>
        past.Select(e => e switch { DeclarationWindowOpened x => x.Section.Hash, DeclarationWordingFixed x => x.Section.Hash, _ => (ContentHash?)null }).Last(h => h is not null)!.Value;

    private static HashSet<PersonId> Persons(IEnumerable<DeclarationEvent> past, Func<DeclarationEvent, Signature?> by) =>
        [.. past.Select(by).OfType<Signature>().Select(s => s.Person)];

    private static int WorkingDays(DateTimeOffset opened, DateOnly last)
    {
        var (day, count) = (Shanghai.DayOf(opened), 0);
        while ((day = day.AddDays(1)) <= last)
            if (SampleRules.Book.Holidays.IsWorkingDay(day)) count++;
        return count;
    }

    /// <summary>Half of the steps go the way of the law, by the right officer or by the one who holds every role; the others are anything by anybody.</summary>
    private static DeclarationCommand Command((int Act, int Officer, int Hours, int Content, int Seen, int Letter, int Way) step, Declaration state, DateTimeOffset at) =>
        step.Way < 5 ? Onward(state, step.Way == 0, step.Content, at) : Anything(step, state, at);

    private static DeclarationCommand Onward(Declaration state, bool byEveryone, int content, DateTimeOffset at)
    {
        Officer By(Officer right) => byEveryone ? SampleOfficers.Everyone : right;
        var kept = state is Declaration.Known known ? Road.Section(known.Case.Content) : Road.Section(Contents[content]);
        return state switch
        {
            Declaration.None => new Draft(Road.Id, Contents[content], By(SampleOfficers.Clerk), at),
            Declaration.Drafted or Declaration.Returned => new Declare(kept, Road.Basis, By(SampleOfficers.Clerk), at),
            Declaration.InReview => new PassReview(kept, kept.Hash, By(SampleOfficers.Reviewer), at),
            Declaration.ReviewPassed => new OpenWindow(kept, kept.Hash, 1, By(SampleOfficers.Reviewer), at),
            Declaration.InPublicity => new CloseWindow([Letters[0]], Officer.System, at),
            Declaration.WindowClosed { Unsettled: [var letter, ..] } => new SettleObjection(letter, 1, Shanghai.DayOf(at), null, false, new("问"), new("答"), By(SampleOfficers.Reviewer), at),
            Declaration.WindowClosed s => new Approve(s.Section.Hash, By(SampleOfficers.Approver), at),
            _ => new Withdraw(new("不办了"), By(SampleOfficers.Clerk), at),
        };
    }

    private static DeclarationCommand Anything((int Act, int Officer, int Hours, int Content, int Seen, int Letter, int Way) step, Declaration state, DateTimeOffset at)
    {
        var by = SampleOfficers.All[step.Officer];
        var (content, seen) = (Contents[step.Content], Road.Section(Contents[step.Seen]).Hash);
        var kept = state is Declaration.Known known ? Road.Section(known.Case.Content) : Road.Section(content);
        var letter = Letters[step.Letter];
        return step.Act switch
        {
            0 => new Draft(Road.Id, content, by, at),
            1 => new Redraft(content, by, at),
            2 => new Declare(kept, Road.Basis, by, at),
            3 => new Return(new("补材料"), by, at),
            4 => new RefuseReview(new("不行"), by, at),
            5 => new PassReview(kept, seen, by, at),
            6 => new OpenWindow(kept, seen, 1, by, at),
            7 => step.Letter == 0 ? new ConfirmWording(seen, by, at) : new FixWording(content, Road.Section(content), new("改错字"), by, at),
            8 => new Restart(content, Road.Section(content), Road.Basis, new("变了"), [letter], by, at),
            9 => new SettleObjection(letter, 1, Shanghai.DayOf(at), null, false, new("问"), new("答"), by, at),
            10 => new CloseWindow([letter], Officer.System, at),
            11 => new Approve(seen, by, at),
            12 when step.Seen == 0 => new SendBack(new("不行"), Road.Article, by, at),
            12 => new Refuse(new("不行"), by, at),
            14 => new ExtendWindow(1 + step.Seen, new("看不到"), by, at),
            13 => new Withdraw(new("不办了"), by, at),
            _ => new Revoke(new("程序有误"), by, at),
        };
    }
}
