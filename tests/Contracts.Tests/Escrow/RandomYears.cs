using CsCheck;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>
/// Random acts of random officers in three months of two villages, half of them the next one that the law wants: entries, transfers, claims, reversals, refusals,
/// bank lines, matches by hand, closings and corrections. Whatever was accepted is read again by <see cref="BooksModel"/>, which knows nothing of the deciders.
/// </summary>
public sealed class RandomYears
{
    private static readonly Month[] Months = [new(2026, 6), July, August];
    private static readonly VillageCode[] Villages = [SampleLedgers.Village, SampleRules.Jiajiahewu];
    private static readonly Officer[] Officers = [Clerk, SampleOfficers.Clerk, Bookkeeper, SecondBookkeeper, FinanceGroup, Supervision, SampleOfficers.Everyone];

    /// <param name="Way">below 6: the next lawful step</param>
    private sealed record Step(int Act, VillageCode Village, int Month, int Officer, int Number, int Fen, int Way);

    private static readonly Gen<Step> Steps =
        Gen.Select(Gen.Int[0, 13], Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, Officers.Length - 1], Gen.Int[1, 6], Gen.Int[1, 9], Gen.Int[0, 9], (a, v, m, o, n, f, w) => new Step(a, Villages[v], m, o, n, f, w));

    [Fact]
    public void Always_chain_and_balance()
    {
        var seen = new BooksModel.Seen();
        Steps.Array[30, 220].Sample(steps =>
        {
            var books = new SomeVillages();
            foreach (var (step, i) in steps.Select((s, i) => (s, i)))
            {
                var at = On(1).AddHours(i);
                if (step.Way < 6) Onward(books, step, at);
                else Anything(books, step, at);
            }
            new BooksModel(books, Villages, Months, seen).Prove();
        }, iter: Amount.OfRandom(200));
        // Lives that never arrive would prove nothing.
        Assert.True(seen.Public > 200 && seen.Chained > 100 && seen.Both > 30 && seen.Reversed > 15 && seen.Transfers > 30 && seen.Matched > 3 && seen.Corrected > 30, seen.ToString());
    }

    /// <summary>The list of what a month lacks and the law that refuses to prepare it are two texts; neither may know more than the other.</summary>
    [Fact]
    public void What_stops_a_month_is_what_the_law_refuses()
    {
        var (stopped, free) = (0, 0);
        Steps.Array[10, 120].Sample(steps =>
        {
            var books = new SomeVillages();
            foreach (var (i, step) in steps.Index())
            {
                if (step.Way < 6) Onward(books, step, On(1).AddHours(i));
                else Anything(books, step, On(1).AddHours(i));
            }
            foreach (var of in Villages.SelectMany(v => Months.Select(m => new VillageMonth(v, m))))
            {
                if (books.StatementIn(of) is not (Statement.None or Statement.Returned)) continue;
                var now = books.Ledgers(of);
                var refused = StatementDecider.Law.Decide(SampleRules.Book, books.StatementIn(of), new StatementCommand.Prepare(now, Listed(now, Summer.Corrected), Nobody, On(20))) is Decision<StatementEvent>.Refused;
                // The lists of what is owed are typed with the statement, and here they are.
                var stops = MonthStanding.Of(SampleRules.Book, now, books.StatementIn(of), new(2026, 9, 20)).Blockers.Any(b => b.Stops && !b.Why.Code.EndsWith("s-sum", StringComparison.Ordinal));
                Assert.Equal(refused, stops);
                _ = refused ? stopped++ : free++;
            }
        }, iter: Amount.OfRandom(350));
        Assert.True(stopped > 100 && free > 40, $"stopped {stopped}, free {free}");
    }

    /// <summary>A bookkeeper without any part in the months.</summary>
    private static readonly Officer Nobody = Bookkeeper with { Id = new("nobody"), Person = new("person-nobody") };

    /// <summary>A receipt, a payment, a transfer either way, a claim, or something paid in cash, by the numbers drawn.</summary>
    private static Voucher Paper(Step step, Month month)
    {
        var (amount, zero) = (new Yuan(step.Fen * 100), Yuan.Zero);
        var paper = Rent with { Number = $"{step.Number}", Date = month.First.AddDays(step.Number), Agreement = null, Payee = Ditch.Payee, Approvers = SampleAccounts.Joint };
        var kind = (step.Fen + step.Number) % 7;
        return kind switch
        {
            0 => paper with { Lines = [new(AccountCode.Cash, amount, zero), new(AccountCode.Escrow, zero, amount)] },
            1 => paper with { Lines = [new(AccountCode.Escrow, amount, zero), new(AccountCode.Cash, zero, amount)] },
            2 => paper with { Lines = [new(SampleAccounts.Works, amount, zero), new(SampleAccounts.Debt, zero, amount)] },
            3 => paper with { Lines = [new(AccountCode.Cash, zero, amount), new(SampleAccounts.Office, amount, zero)] },
            4 => paper with { Lines = SampleAccounts.Received(SampleAccounts.RentSaltpan, amount) },
            _ => paper with { Lines = SampleAccounts.Paid(SampleAccounts.Wages, amount) },
        };
    }

    /// <summary>The first open month's next lawful step, by the right officer.</summary>
    private static void Onward(SomeVillages books, Step step, DateTimeOffset at)
    {
        var m = new VillageMonth(step.Village, Months.FirstOrDefault(m => books.StatementIn(new(step.Village, m)) is not Statement.Known { File.Edition: > 0 }, August));
        var (book, now, debts) = (books.BookIn(m), books.Ledgers(m), NoWords);
        switch (books.StatementIn(m))
        {
            case Statement.Prepared s: books.Do(m, new StatementCommand.Check(now, s.Section.Hash, Of(FinanceGroup, m), at)); break;
            case Statement.Checked s: books.Do(m, new StatementCommand.Sign(now, s.Section.Hash, Of(Supervision, m), at)); break;
            case Statement.Disclosed: books.Do(m, new StatementCommand.Prepare(now, Listed(now, Summer.Corrected), Bookkeeper, at)); break;
            case var _ when m.Month == Months[0] && book is not Book.Open { Opening: not null }:
                books.Do(m, new BookCommand.OpenBook(m.Village, m.Month, Opening, [new(AccountCode.Cash, new(50_00))], null, Bookkeeper, at)); break;
            case var _ when now.Bank is BankMonth.None: books.Do(m, EnterBank(books, m, step, at)); break;
            case var _ when now.Entered.Any(e => !now.Trust.Has(e.Voucher.Number) && !e.Voucher.IsTransfer): Book(books, m, now, step, at); break;
            case var _ when step.Number >= 3 && now.Reconciled() is { InTransit: [var t, ..], Unexplained: var open } r && open.FirstOrDefault(u => (u.In, u.Out) == (t.In, t.Out)) is { } same:
                books.Do(m, new BankCommand.Match([t], [same], new("同一笔"), r, books.Hands(m), Bookkeeper, at)); break;
            default: books.Do(m, new StatementCommand.Prepare(now, Listed(now, debts), Bookkeeper, at)); break;
        }
    }

    private static void Book(SomeVillages books, VillageMonth m, Ledgers now, Step step, DateTimeOffset at)
    {
        string[] notYet = [.. now.Entered.Where(e => e.Voucher.IsTransfer && !now.Trust.Has(e.Voucher.Number) && step.Fen % 2 == 0).Select(e => e.Voucher.Number)];
        books.Do(m, new TrustCommand.BookAll(m.Village, now.Entered, now.Carried, notYet, books.Hands(m), step.Number % 2 == 0 ? Bookkeeper : SecondBookkeeper, at));
    }

    private static void Anything(SomeVillages books, Step step, DateTimeOffset at)
    {
        var (m, by) = (new VillageMonth(step.Village, Months[step.Month]), Officers[step.Officer]);
        var (now, hands) = (books.Ledgers(m), books.Hands(m));
        var hash = books.StatementIn(m) switch { Statement.Prepared s => s.Section.Hash, Statement.Checked s => s.Section.Hash, _ => new("0") };
        var clerk = step.Way < 9 ? step.Village == SampleLedgers.Village ? Clerk : SampleOfficers.Clerk : by;
        _ = step.Act switch
        {
            0 or 1 or 2 or 3 => books.Enter(m, Paper(step, m.Month), clerk, at),
            4 => books.Do(m, new TrustCommand.BookAll(m.Village, now.Entered, now.Carried, [], hands, by, at)),
            5 => books.Do(m, new TrustCommand.Refuse(m.Village, $"{step.Number}", new("没有发票"), now.Entered, hands, by, at)),
            6 => books.Do(m, EnterBank(books, m, step, at) with { By = by }),
            7 => books.Do(m, new StatementCommand.Prepare(now, Listed(now, Summer.Corrected), by, at)),
            8 => books.Do(m, new StatementCommand.Check(now, hash, by, at)),
            9 => books.Do(m, new StatementCommand.Sign(now, hash, by, at)),
            10 => books.Do(m, new StatementCommand.Return(now, new("数字不清"), by, at)),
            11 => now.Bank is BankMonth.Entered { Matches: [var match, ..] } && books.Do(m, new BankCommand.UndoMatch(match.Ordinal, hands, by, at)),
            12 => books.Do(m, new BookCommand.Reword(Paper(step, m.Month) with { Summary = new("改字") }, hands, clerk, at)),
            _ => Reverse(books, m, step, clerk, at),
        };
    }

    private static bool Reverse(SomeVillages books, VillageMonth m, Step step, Officer by, DateTimeOffset at)
    {
        var from = new VillageMonth(m.Village, Months[step.Fen % (step.Month + 1)]);
        if (books.BookIn(from) is not Book.Kept { Entered: { Count: > 0 } entered }) return false;
        var original = entered[step.Number % entered.Count].Voucher;
        var back = original with { Number = $"r{step.Number}", Date = m.Month.First.AddDays(20), Lines = step.Way == 8 ? original.Lines : original.Mirrored, Approvers = [], Reverses = new(from.Month, original.Number) };
        return books.Enter(m, back, by, at);
    }

    /// <summary>With the debts that the accounts want listed.</summary>
    private static StatementWords Listed(Ledgers now, StatementWords words)
    {
        var owed = new Yuan(-AccountMovement.Of(SampleRules.Book.Accounts, (now.Book as Book.Kept)?.Others ?? [], now.Before?.Others ?? [], now.Vouchers).Where(a => a.Account == SampleAccounts.Debt).Sum(a => a.Closing.Fen));
        return owed > Yuan.Zero ? words with { Debts = [new(new("施工队"), owed)] } : words;
    }

    /// <summary>Gudichang's officers, or their like in the other village.</summary>
    private static Officer Of(Officer officer, VillageMonth m) => officer with { Villages = [m.Village] };

    /// <summary>One line: often that of a voucher, sometimes of none.</summary>
    private static BankCommand.Enter EnterBank(SomeVillages books, VillageMonth m, Step step, DateTimeOffset at)
    {
        var opening = books.BankIn(m) is BankMonth.Entered now ? now.Closing : books.BankIn(m.Previous) is BankMonth.Entered before ? before.Closing : Opening + new Yuan(step.Fen % 3);
        var net = books.Ledgers(m).Vouchers is { Count: > 0 } vouchers ? vouchers[step.Number % vouchers.Count] : Paper(step, m.Month);
        var (@in, @out) = net.Net == Yuan.Zero ? (new Yuan(step.Fen), Yuan.Zero) : (net.In, net.Out);
        var line = new BankLine(net.Date.AddDays(Math.Min(step.Fen, m.Month.Last.Day - net.Date.Day)), step.Number % 3 == 0 ? net.Number : "", @in, @out);
        return new(m.Village, m.Month, opening, [line], opening + line.Net, books.BankIn(m.Previous) is BankMonth.Entered b ? b.Closing : null, books.Hands(m), Bookkeeper, at);
    }
}
