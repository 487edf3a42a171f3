using CsCheck;
using Transparency.Contracts.Agreements.Rent;
using Transparency.Samples;
using static Transparency.Contracts.Agreements.Rent.RentCommand;

namespace Transparency.Contracts.Tests.Agreements.Rent;

/// <summary>Random acts of random officers. Whatever was accepted, a reader who knows nothing of the decider finds three persons behind each account and sums that fit.</summary>
public sealed class RandomRents
{
    private static readonly Gen<(int Act, int Officer, int Amount, int Days, int Way)> Step =
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, SampleOfficers.All.Count - 1], Gen.Int[-2, 6], Gen.Int[0, 20], Gen.Int[0, 2]);

    [Fact]
    public void Are_never_made_public_by_fewer_than_three_or_with_sums_that_do_not_fit()
    {
        var disclosed = 0;
        Step.Array[5, 40].Sample(steps =>
        {
            var (state, at, history) = (RentDecider.Law.Initial, Pan.On(1, 5), new List<RentEvent>());
            foreach (var step in steps)
            {
                at = at.AddDays(step.Days);
                if (RentDecider.Law.Decide(SampleRules.Book, state, Command(step, state, at)) is not Decision<RentEvent>.Accepted yes) continue;
                history.AddRange(yes.Events);
                state = yes.Events.Aggregate(state, RentDecider.Law.Evolve);
            }
            Prove(history);
            if (history.Exists(e => e is RentDisclosed)) Interlocked.Increment(ref disclosed);
        }, iter: Amount.OfRandom(4_000));
        Assert.True(disclosed > 1_000, $"only {disclosed} accounts became public");
    }

    private static void Prove(List<RentEvent> history)
    {
        foreach (var (index, e) in history.Index())
        {
            if (e is not RentDisclosed x) continue;
            var past = history.Take(index).ToList();
            var keepers = past.Select(p => p switch { RentScheduled s => s.By, RentReceived r => r.By, RentPrepared r => r.By, _ => null }).OfType<Signature>().Select(s => s.Person).ToHashSet();
            var check = past.OfType<RentChecked>().Last();
            Assert.DoesNotContain(check.By.Person, past.Take(past.IndexOf(check)).Select(p => p switch { RentScheduled s => s.By, RentReceived r => r.By, RentPrepared r => r.By, _ => null }).OfType<Signature>().Select(s => s.Person));
            Assert.DoesNotContain(x.By.Person, keepers.Append(check.By.Person));
            Assert.Equal(past.OfType<RentPrepared>().Last().Hash, x.Hash);
            var money = past.Take(past.FindLastIndex(p => p is RentPrepared)).OfType<RentReceived>().Aggregate(Yuan.Zero, (sum, r) => sum + r.Receipt.Amount);
            Assert.Equal(money, x.Section.Received);
            Assert.All(x.Section.Rows, r => Assert.True(r.Received >= Yuan.Zero && r.Received <= r.Amount && (r.Arrears == Yuan.Zero || r.Arrears == r.Amount - r.Received)));
        }
    }

    /// <summary>Two of three steps go on by the right officer; the others are anything by anybody.</summary>
    private static RentCommand Command((int Act, int Officer, int Amount, int Days, int Way) step, RentYear state, DateTimeOffset at)
    {
        var hash = state switch { RentYear.Prepared s => s.Section.Hash, RentYear.Checked s => s.Section.Hash, _ => new ContentHash(new string('0', 64)) };
        var (act, by) = step.Way > 0 ? Onward(state, step.Act) : (step.Act, SampleOfficers.All[step.Officer]);
        return act switch
        {
            0 => new Schedule(Pan.Id, Pan.Disclosed, 2026, [new(new(2026, 3, 31), new(50_000)), new(new(2026, 9, 30), new(100_000 + (step.Days * 1_000)))], by, at),
            1 => new Receive(new(Shanghai.DayOf(at), new(step.Amount * 10_000)), ReceiptBasis.BeforeBooks, by, at),
            2 => new Prepare(by, at),
            3 => new RentCommand.Check(hash, by, at),
            _ => new Sign(Pan.Disclosed, hash, by, at),
        };
    }

    private static (int Act, Officer By) Onward(RentYear state, int way) => state switch
    {
        RentYear.None => (0, SampleOfficers.OtherClerk),
        RentYear.Prepared => (3, SampleOfficers.FinanceGroup),
        RentYear.Checked => (4, SampleOfficers.Supervision),
        _ => (way > 2 ? 2 : 1, SampleOfficers.Bookkeeper),
    };
}
