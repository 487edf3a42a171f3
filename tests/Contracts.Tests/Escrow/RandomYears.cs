using CsCheck;
using Transparency.Contracts.Escrow;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>
/// Random acts of random officers in three months, half of them the next one that the law wants. Whatever was accepted, the events are read by
/// a model that knows nothing of the deciders: closings chain, sums are those of the booked vouchers, nothing moves in a closed month, three persons.
/// </summary>
public sealed class RandomYears
{
    private static readonly Month[] Months = [new(2026, 6), July, August];
    private static readonly Officer[] Officers = [Clerk, Bookkeeper, SecondBookkeeper, FinanceGroup, Supervision, SampleOfficers.Everyone, SampleOfficers.Clerk];

    private static readonly Gen<(int Act, int Month, int Officer, int Number, int Fen, int Way)> Step =
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 2], Gen.Int[0, Officers.Length - 1], Gen.Int[1, 6], Gen.Int[1, 9], Gen.Int[0, 9]);

    [Fact]
    public void Always_chain_and_balance()
    {
        var (disclosed, chained) = (0, 0);
        Step.Array[20, 140].Sample(steps =>
        {
            var village = new OneVillage();
            foreach (var (step, i) in steps.Select((s, i) => (s, i)))
            {
                var at = On(1).AddHours(i);
                if (step.Way < 6) Onward(village, step, at);
                else Anything(village, step, at);
            }
            var public_ = Months.Where(m => village.StatementIn(m) is Statement.Known { File.Edition: > 0 }).ToList();
            Prove(village, public_);
            if (public_.Count > 0) Interlocked.Increment(ref disclosed);
            if (public_.Count > 1) Interlocked.Increment(ref chained);
        }, iter: 3_000);
        // Lives that never arrive would prove nothing.
        Assert.True(disclosed > 300 && chained > 100, $"{disclosed} lives reached a statement, {chained} a second month");
    }

    private static void Prove(OneVillage village, List<Month> months)
    {
        Yuan? closing = null;
        foreach (var month in months)
        {
            var events = village.Streams[$"statement/{month}"];
            var (first, s) = (events.OfType<StatementDisclosed>().First(), events.OfType<StatementDisclosed>().Last().Section);
            if (closing is { } before) Assert.Equal(before, s.Opening);
            else Assert.Equal(village.Streams[$"book/{month}"].OfType<BookOpened>().Last().Opening, s.Opening);
            closing = s.Closing;
            var entered = village.Streams[$"book/{month}"].OfType<VouchersEntered>().SelectMany(e => e.Vouchers.Select(v => (v, e.By.Person))).ToList();
            var booked = village.Streams.GetValueOrDefault($"trust/{month}", []).OfType<VouchersBooked>().SelectMany(e => e.Vouchers.Select(v => (v.Number, e.By.Person))).ToList();
            Assert.Equal(booked.Select(b => b.Number).Order(), s.Lines.Select(l => l.Number).Order());
            Assert.All(booked, b => Assert.NotEqual(b.Person, entered.Single(e => e.v.Number == b.Number).Person));
            Assert.Equal(s.Opening + Sum(entered.Select(e => e.v).Where(v => booked.Any(b => b.Number == v.Number)).Select(v => v.Net)), s.Closing);
            Assert.Equal(s.Reconciliation.BankAdjusted - s.Closing, Sum(s.Reconciliation.Unexplained.Select(u => u.In - u.Out)) + OpeningGap(village, months[0]));
            Assert.Equal(3, new[] { events.OfType<StatementPrepared>().Last(p => p.By.At < first.By.At).By.Person, events.OfType<StatementChecked>().Last(p => p.By.At < first.By.At).By.Person, first.By.Person }.Distinct().Count());
            Assert.All(village.Streams[$"book/{month}"].SkipWhile(e => e is not BookClosed).Skip(1), e => Assert.IsType<VoucherReworded>(e));
            Assert.Empty(village.Streams[$"trust/{month}"].SkipWhile(e => e is not TrustClosed).Skip(1));
            Assert.Empty(village.Streams[$"bank/{month}"].SkipWhile(e => e is not BankMonthClosed).Skip(1));
        }
    }

    /// <summary>What bank and book differed by before the first month.</summary>
    private static Yuan OpeningGap(OneVillage village, Month first) =>
        village.Streams[$"bank/{first}"].OfType<BankLinesEntered>().First().Opening - village.Streams[$"book/{first}"].OfType<BookOpened>().Last().Opening;

    private static Yuan Sum(IEnumerable<Yuan> amounts) => amounts.Aggregate(Yuan.Zero, (sum, a) => sum + a);

    private static Voucher Paper((int Act, int Month, int Officer, int Number, int Fen, int Way) step, Month month) => step.Fen % 2 == 0
        ? Rent with { Number = $"{step.Number}", Date = month.First.AddDays(step.Number), In = new(step.Fen * 100) }
        : Ditch with { Number = $"{step.Number}", Date = month.First.AddDays(step.Number), Out = new(step.Fen * 100) };

    /// <summary>The first open month's next lawful step, by the right officer.</summary>
    private static void Onward(OneVillage village, (int Act, int Month, int Officer, int Number, int Fen, int Way) step, DateTimeOffset at)
    {
        var month = Months.FirstOrDefault(m => village.StatementIn(m) is not Statement.Known { File.Edition: > 0 }, August);
        var (book, trust, bank) = (village.BookIn(month), village.TrustIn(month).Of(SampleLedgers.Village), village.BankIn(month));
        switch (village.StatementIn(month))
        {
            case Statement.Prepared s: village.Do(month, new StatementCommand.Check(village.Ledgers(month), s.Section.Hash, FinanceGroup, at)); break;
            case Statement.Checked s: village.Do(month, new StatementCommand.Sign(village.Ledgers(month), s.Section.Hash, Supervision, at)); break;
            case Statement.Disclosed: village.Do(month, new StatementCommand.Prepare(village.Ledgers(month), Summer.Corrected, Bookkeeper, at)); break;
            case var _ when month == Months[0] && book is not Book.Open { Opening: not null }: village.Do(month, new BookCommand.OpenBook(SampleLedgers.Village, month, Opening, null, Bookkeeper, at)); break;
            case var _ when bank is BankMonth.None: village.Do(month, EnterBank(village, month, step, at)); break;
            case var _ when ((book as Book.Kept)?.Entered ?? []).Any(e => !trust.Has(e.Voucher.Number)):
                if (!village.Do(month, new TrustCommand.BookAll(SampleLedgers.Village, ((Book.Kept)book).Entered, step.Number % 2 == 0 ? Bookkeeper : SecondBookkeeper, at)))
                    village.Do(month, new TrustCommand.BookAll(SampleLedgers.Village, ((Book.Kept)book).Entered, SecondBookkeeper, at));
                break;
            default: village.Do(month, new StatementCommand.Prepare(village.Ledgers(month), NoWords, Bookkeeper, at)); break;
        }
    }

    private static void Anything(OneVillage village, (int Act, int Month, int Officer, int Number, int Fen, int Way) step, DateTimeOffset at)
    {
        var (month, by) = (Months[step.Month], Officers[step.Officer]);
        var entered = (village.BookIn(month) as Book.Kept)?.Entered ?? [];
        var hash = village.StatementIn(month) switch { Statement.Prepared s => s.Section.Hash, Statement.Checked s => s.Section.Hash, _ => new("0") };
        _ = step.Act switch
        {
            0 or 1 or 2 => village.Do(month, new BookCommand.Enter(SampleLedgers.Village, month, [Paper(step, month)], by, at)),
            3 => village.Do(month, new TrustCommand.BookAll(SampleLedgers.Village, entered, by, at)),
            4 => village.Do(month, new TrustCommand.Refuse(SampleLedgers.Village, $"{step.Number}", new("没有发票"), entered, by, at)),
            5 => village.Do(month, EnterBank(village, month, step, at) with { By = by }),
            6 => village.Do(month, new StatementCommand.Prepare(village.Ledgers(month), Summer.Corrected, by, at)),
            7 => village.Do(month, new StatementCommand.Check(village.Ledgers(month), hash, by, at)),
            8 => village.Do(month, new StatementCommand.Sign(village.Ledgers(month), hash, by, at)),
            9 => village.Do(month, new StatementCommand.Return(new("数字不清"), by, at)),
            _ => village.Do(month, new BookCommand.Reword(Paper(step, month) with { Summary = new("改字") }, by, at)),
        };
    }

    /// <summary>One line: often that of a voucher, sometimes of none.</summary>
    private static BankCommand.Enter EnterBank(OneVillage village, Month month, (int Act, int Month, int Officer, int Number, int Fen, int Way) step, DateTimeOffset at)
    {
        var opening = village.BankIn(month) is BankMonth.Entered now ? now.Closing : village.BankIn(month.Previous) is BankMonth.Entered before ? before.Closing : Opening + new Yuan(step.Fen % 3);
        var paper = Paper(step, month);
        var line = new BankLine(paper.Date.AddDays(step.Fen), step.Number % 3 == 0 ? paper.Number : "", paper.In, paper.Out);
        return new(SampleLedgers.Village, month, opening, [line], opening + line.Net, village.BankIn(month.Previous) is BankMonth.Entered b ? b.Closing : null, Bookkeeper, at);
    }
}
