using CsCheck;
using Transparency.Contracts.Agreements;
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

    /// <summary>The contract changes between the accounts, its working copy says something else all the while (I5).</summary>
    [Fact]
    public void Are_public_as_due_as_the_contract_of_that_day_says()
    {
        var (whole, part, refused) = (0, 0, 0);
        Step.Array[10, 60].Sample(steps =>
        {
            var (state, at, lease) = (RentDecider.Law.Initial, Pan.On(1, 5), LeaseOf(1, 2, 0));
            foreach (var step in steps)
            {
                at = at.AddDays(step.Days);
                if (step is { Way: 0, Act: 0 or 1 }) lease = LeaseOf(lease.Edition + 1, step.Amount, step.Days);
                var dues = new[] { new RentDue(new(2026, 3, 31), new(50_000)), new(new(2026, 9, 30), new(Rent(step.Amount) - 50_000)) };
                RentCommand command = step.Way == 0 ? new Schedule(Pan.Id, lease, 2026, dues, SampleOfficers.Bookkeeper, at)
                    : Command(step with { Act = Math.Max(step.Act, 3) }, state, at) switch
                    {
                        Prepare c => c with { State = lease },
                        Sign c => c with { State = lease },
                        Schedule c => c with { State = lease },
                        var c => c,
                    };
                if (RentDecider.Law.Decide(SampleRules.Book, state, command) is not Decision<RentEvent>.Accepted yes)
                {
                    if (command is Prepare or Sign) Interlocked.Increment(ref refused);
                    continue;
                }
                foreach (var x in yes.Events.OfType<RentDisclosed>()) Interlocked.Increment(ref Says(lease.Disclosed!, x.Section.Due) ? ref whole : ref part);
                state = yes.Events.Aggregate(state, RentDecider.Law.Evolve);
            }
        }, iter: Amount.OfRandom(4_000));
        Assert.True(whole > 500 && part > 500 && refused > 500, $"{whole} whole years, {part} first or last years, {refused} refused");
    }

    /// <summary>Whether it is a whole year of the contract; what is public in any other way fails.</summary>
    private static bool Says(AgreementSection contract, Yuan due)
    {
        Assert.InRange(2026, contract.Start.Year, contract.End.Year);
        if (contract.Start.Year == 2026 || contract.End.Year == 2026)
        {
            Assert.True(due <= contract.Yearly, "more than a year's rent");
            return false;
        }
        Assert.Equal(contract.Yearly, due);
        return true;
    }

    /// <summary>Fen.</summary>
    private static long Rent(int amount) => 100_000 * (amount + 3);

    private static Agreement.Registered LeaseOf(int edition, int amount, int days)
    {
        var content = Pan.Content with { Yearly = new(Rent(amount)), Start = new(2024 + (days % 4), 5, 1), End = new(2025 + (days % 6), 4, 30) };
        return new(Pan.Id, Pan.Content with { Yearly = new(1_00) }, edition) { Disclosed = AgreementSection.Of(Pan.Id, content, SampleRules.Book) };
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
