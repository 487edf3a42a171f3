using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Samples;
using static Transparency.Contracts.Escrow.Inspections.InspectionCommand;
using static Transparency.Samples.SampleOfficers;
using Record = Transparency.Contracts.Escrow.Inspections.InspectionCommand.Record;

namespace Transparency.Contracts.Tests.Escrow.Inspections;

/// <summary>
/// Random acts of random officers on an inspection of thirteen villages, half of them the next lawful one. Whatever was accepted, its events are read by a model
/// that knows nothing of the decider: three persons drew, the draw is the recipe's, nobody confirms an own record, nothing is public before it is confirmed, cures follow results, closed stays closed.
/// </summary>
public sealed class RandomLives
{
    private static readonly RuleBook Book = SampleRules.Book with { Villages = SampleTown.Villages.ToDictionary(v => v.Code) };
    private static readonly Officer[] Officers =
    [
        TownClerk, Reviewer, SecondReviewer, Approver, Everyone with { Villages = [.. SampleTown.Villages.Select(v => v.Code)] },
        Supervision with { Villages = [new("03")] }, OtherClerk with { Villages = [.. SampleTown.Villages.Select(v => v.Code)] },
    ];

    private static readonly Gen<(int Act, int Who, int Village, int Any, int Way)> Step = Gen.Select(Gen.Int[0, 10], Gen.Int[0, Officers.Length - 1], Gen.Int[0, 12], Gen.Int[0, 99_999], Gen.Int[0, 9]);

    [Fact]
    public void Always_drawn_by_three_confirmed_by_two_and_public_in_order()
    {
        var (drawn, published, closed) = (0, 0, 0);
        Step.Array[5, 60].Sample(steps =>
        {
            List<InspectionEvent> history = [];
            var half = $"half-of-the-town-{steps[0].Any:00000}";
            foreach (var (step, i) in steps.Select((s, i) => (s, i)))
            {
                var state = InspectionDecider.Law.Fold(history);
                var command = step.Way < 7 ? Onward(state, step, half, i) : Anything(state, step, half, i);
                if (InspectionDecider.Law.Decide(Book, state, command) is Decision<InspectionEvent>.Accepted yes) history.AddRange(yes.Events);
            }
            Prove(history);
            if (history.Exists(e => e is InspectionVillagesDrawn)) Interlocked.Increment(ref drawn);
            if (history.Exists(e => e is InspectionResultPublished)) Interlocked.Increment(ref published);
            if (history.Exists(e => e is InspectionClosed)) Interlocked.Increment(ref closed);
        }, iter: Amount.OfRandom(1_200));
        // Lives that never arrive would prove nothing.
        Assert.True(drawn > 500 && published > 300 && closed > 50, $"{drawn} were drawn, {published} published a result, {closed} were closed");
    }

    private static void Prove(List<InspectionEvent> history)
    {
        if (history.OfType<InspectionPlanned>().SingleOrDefault() is not { Plan: var plan } planned) { Assert.Empty(history); return; }
        Assert.Same(planned, history[0]);
        if (history.OfType<InspectionVillagesDrawn>().SingleOrDefault() is { } draw) ProveDraw(plan, planned, history.OfType<InspectionNumberCalled>().Single(), draw);
        var chosen = history.OfType<InspectionVillagesDrawn>().SelectMany(d => d.Draw.Places.Take(plan.Count)).Select(p => p.Village).ToHashSet();
        foreach (var (e, i) in history.Select((e, i) => (e, i)))
        {
            if (e is InspectionFindingsRecorded r) Assert.DoesNotContain(history.Take(i).OfType<InspectionResultPublished>(), p => p.Result.Village == r.Result.Village);
            if (e is InspectionResultPublished x) ProveResult(history.Take(i).ToList(), x, chosen);
            if (e is InspectionCureAccepted c) ProveCure(history.Take(i).ToList(), c);
            if (e is InspectionClosed or InspectionCancelled or InspectionVoided) Assert.Equal(history.Count - 1, i);
            if (e is InspectionCancelled) Assert.DoesNotContain(history, x => x is InspectionNumberCalled);
            if (e is InspectionVoided) Assert.DoesNotContain(e.By.Person, new[] { planned.By.Person, Assert.IsType<InspectionNumberCalled>(history[i - 1]).By.Person });
        }
        if (!history.Exists(e => e is InspectionClosed)) return;
        Assert.Equal(chosen, history.OfType<InspectionResultPublished>().Select(p => p.Result.Village).ToHashSet());
        Assert.Equal(history.OfType<InspectionResultPublished>().Sum(p => p.Result.Findings.Count), history.OfType<InspectionCureAccepted>().Count());
    }

    private static void ProveDraw(InspectionPlan plan, InspectionPlanned planned, InspectionNumberCalled called, InspectionVillagesDrawn draw)
    {
        Assert.Equal(3, new[] { planned.By.Person, called.By.Person, draw.By.Person }.Distinct().Count());
        Assert.Equal(plan.Commitment, Sha(draw.Draw.Half));
        var recipe = plan.Codes.ToDictionary(v => v, v => Sha($"{draw.Draw.Half}/{called.Number}/{v}"));
        Assert.Equal(recipe.OrderBy(x => x.Value, StringComparer.Ordinal).Select(x => x.Key), draw.Draw.Places.Select(p => p.Village));
        Assert.Equal(plan.Codes.Order(Comparer<VillageCode>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))), draw.Draw.Places.Select(p => p.Village).OrderBy(v => v.Value, StringComparer.Ordinal));
    }

    private static void ProveResult(List<InspectionEvent> before, InspectionResultPublished x, HashSet<VillageCode> chosen)
    {
        Assert.Contains(x.Result.Village, chosen);
        var recorded = before.OfType<InspectionFindingsRecorded>().Last(r => r.Result.Village == x.Result.Village);
        Assert.Equal(recorded.Hash, x.Hash);
        Assert.NotEqual(recorded.By.Person, x.By.Person);
        Assert.DoesNotContain(before.OfType<InspectionResultPublished>(), p => p.Result.Village == x.Result.Village);
        Assert.DoesNotContain(before.SkipWhile(e => e != recorded).OfType<InspectionFindingsReturned>(), r => r.Village == x.Result.Village);
    }

    private static void ProveCure(List<InspectionEvent> before, InspectionCureAccepted c)
    {
        var result = before.OfType<InspectionResultPublished>().Single(p => p.Result.Village == c.Village).Result;
        var report = before.OfType<InspectionCureReported>().Last(r => r.Village == c.Village && r.Ordinal == c.Ordinal);
        Assert.NotEqual(report.By.Person, c.By.Person);
        Assert.Equal(Math.Max(0, Shanghai.DayOf(report.By.At).DayNumber - result.Findings[c.Ordinal - 1].CureUntil.DayNumber), c.DaysLate);
        Assert.DoesNotContain(before.OfType<InspectionCureAccepted>(), a => a.Village == c.Village && a.Ordinal == c.Ordinal);
    }

    /// <summary>The next lawful step, by the right officer.</summary>
    private static InspectionCommand Onward(Inspection state, (int Act, int Who, int Village, int Any, int Way) step, string half, int i)
    {
        var at = HalfYear.On(7, 8).AddDays(i);
        switch (state)
        {
            case Inspection.None: return Planning(step, half, TownClerk, at);
            case Inspection.Planned: return new CallNumber(step.Any + 1, Officers[5], at);
            case Inspection.Called: return new Draw(half, Reviewer, at);
            case Inspection.Running s when s.Villages.FirstOrDefault(v => v.Check is not VillageCheck.Published p || p.Cures.Any(c => c is not Cure.Accepted)) is { } v: return OnVillage(s, v, step, at);
            default: return new Close(TownClerk, at);
        }
    }

    private static InspectionCommand OnVillage(Inspection.Running s, VillageFile v, (int Act, int Who, int Village, int Any, int Way) step, DateTimeOffset at) => v.Check switch
    {
        VillageCheck.Recorded r => new Confirm(v.Village, r.Result.Hash, HalfYear.Nobody, Approver, at),
        VillageCheck.Published p when p.Cures.Select((c, i) => (c, i)).First(x => x.c is not Cure.Accepted) is var (cure, i) =>
            cure is Cure.Reported ? new AcceptCure(v.Village, i + 1, HalfYear.Nobody, SecondReviewer, at) : new ReportCure(v.Village, i + 1, new("改好"), Officers[6], at),
        _ => Recording(v.Village, step, Reviewer, at < Shanghai.At(s.Plan.First, default) ? Shanghai.At(s.Plan.First, new(9, 0)) : at),
    };

    private static InspectionCommand Anything(Inspection state, (int Act, int Who, int Village, int Any, int Way) step, string half, int i)
    {
        var (by, village, at) = (Officers[step.Who], Chosen(state, step), HalfYear.On(7, 8).AddDays(i));
        var hash = (state as Inspection.Running)?.Of(village)?.Check is VillageCheck.Recorded r ? r.Result.Hash : new("0");
        return step.Act switch
        {
            0 => Planning(step, half, by, at),
            1 => new CallNumber(step.Any, by, at),
            2 => new Draw(step.Any % 3 == 0 ? "some-other-half-of-it" : half, by, at),
            3 => step.Any % 2 == 0 ? new Cancel(new("重复"), by, at) : new InspectionCommand.Void(new("没有抽取"), by, at),
            4 => new Close(by, at),
            5 => Recording(village, step, by, at.AddDays(20)),
            6 => new Confirm(village, hash, step.Any % 4 == 0 ? new HashSet<PersonId> { by.Person } : HalfYear.Nobody, by, at),
            7 => new Return(village, new("写清"), by, at),
            8 => new ReportCure(village, (step.Any % 3) + 1, new("改好"), by, at),
            9 => new AcceptCure(village, (step.Any % 3) + 1, HalfYear.Nobody, by, at),
            _ => new RejectCure(village, (step.Any % 3) + 1, new("没改好"), by, at),
        };
    }

    // Mostly one that was drawn.
    private static VillageCode Chosen(Inspection state, (int Act, int Who, int Village, int Any, int Way) step) =>
        state is Inspection.Running s && step.Any % 5 > 0 ? s.Villages[step.Village % s.Villages.Count].Village : SampleTown.Villages[step.Village].Code;

    private static Plan Planning((int Act, int Who, int Village, int Any, int Way) step, string half, Officer by, DateTimeOffset at) =>
        new(HalfYear.Id, HalfYear.Wanted with { Count = (step.Any % 3) + 1, Commitment = DrawRecipe.Commitment(half), First = Shanghai.DayOf(at), Last = Shanghai.DayOf(at).AddDays(5) }, new Inspection.None(), by, at);

    private static Record Recording(VillageCode village, (int Act, int Who, int Village, int Any, int Way) step, Officer by, DateTimeOffset at) =>
        new(village, step.Any % 3 == 0, [.. Enumerable.Range(0, step.Any % 3).Select(n => HalfYear.Missing with { CureUntil = Shanghai.DayOf(at).AddDays(n + 1) })], HalfYear.Nobody, by, at);

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
