using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>
/// What must hold of any books, read from the events alone: debits = credits; opening + in − out = closing for each ledger and month; each opening is the closing before;
/// the sub-ledgers of all villages are the banks' balances with what is on its way and what is shown as a difference; nothing is posted into a closed month; four persons.
/// </summary>
internal sealed class BooksModel(SomeVillages books, IReadOnlyList<VillageCode> villages, IReadOnlyList<Month> months, BooksModel.Seen seen)
{
    /// <summary>How often something came about over all lives.</summary>
    public sealed class Seen
    {
        public int Public, Chained, Both, Reversed, Transfers, Matched, Corrected;

        public override string ToString() => $"public {Public}, chained {Chained}, both villages {Both}, reversed {Reversed}, transfers on their way {Transfers}, matched {Matched}, corrected {Corrected}";
    }

    public void Prove()
    {
        foreach (var village in villages)
        {
            StatementSection? before = null;
            foreach (var month in months)
            {
                var of = new VillageMonth(village, month);
                EntriesBalance(of);
                ClosedStaysClosed(of);
                FourPersons(of);
                before = Edition(of) is { } s ? StatementHolds(of, s, before) : null;
            }
        }
        foreach (var month in months) SubLedgersAreTheBanks(month);
    }

    private StatementDisclosed? First(VillageMonth of) => books.In($"statement/{of}").OfType<StatementDisclosed>().FirstOrDefault();

    private StatementSection? Edition(VillageMonth of) => books.In($"statement/{of}").OfType<StatementDisclosed>().LastOrDefault()?.Section;

    private List<(Voucher Voucher, PersonId By)> Entered(VillageMonth of) => [.. books.In($"book/{of}").OfType<VouchersEntered>().SelectMany(e => e.Vouchers.Select(v => (v, e.By.Person)))];

    private IEnumerable<VouchersBooked> Booked(VillageMonth of) => books.In($"trust/{of.Month}").OfType<VouchersBooked>().Where(e => e.Village == of.Village);

    private HashSet<string> Refused(VillageMonth of) => [.. books.In($"trust/{of.Month}").OfType<VoucherRefused>().Where(e => e.Village == of.Village).Select(e => e.Number)];

    private void EntriesBalance(VillageMonth of)
    {
        Assert.All(Entered(of), e => Assert.Equal(Sum(e.Voucher.Lines.Select(l => l.Debit)), Sum(e.Voucher.Lines.Select(l => l.Credit))));
        var back = Entered(of).Where(e => e.Voucher.Reverses is not null).ToList();
        seen.Reversed += back.Count;
        foreach (var (v, _) in back)
        {
            var original = Entered(new(of.Village, v.Reverses!.Value.Month)).Single(e => e.Voucher.Number == v.Reverses.Value.Number).Voucher;
            Assert.Equal(original.Lines.Select(l => (l.Account, l.Debit, l.Credit)), v.Lines.Select(l => (l.Account, l.Credit, l.Debit)));
        }
        var taken = months.SelectMany(m => Entered(new(of.Village, m))).Select(e => e.Voucher.Reverses).OfType<VoucherKey>().ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
    }

    private void ClosedStaysClosed(VillageMonth of)
    {
        Assert.All(books.In($"book/{of}").SkipWhile(e => e is not BookClosed).Skip(1), e => Assert.True(e is VoucherReworded or VoucherReversed, e.ToString()));
        Assert.DoesNotContain(books.In($"trust/{of.Month}").SkipWhile(e => e is not TrustClosed c || c.Village != of.Village).Skip(1), e => ((TrustEvent)e).Village == of.Village);
        Assert.Empty(books.In($"bank/{of}").SkipWhile(e => e is not BankMonthClosed).Skip(1));
    }

    /// <summary>Clerk, bookkeeper, finance group and supervision of a month share nobody.</summary>
    private void FourPersons(VillageMonth of)
    {
        var statement = books.In($"statement/{of}").ToList();
        HashSet<PersonId>[] parts =
        [
            [.. Entered(of).Select(e => e.By), .. books.In($"book/{of}").OfType<VoucherReworded>().Select(e => e.By.Person)],
            [.. Booked(of).Select(e => e.By.Person), .. books.In($"trust/{of.Month}").OfType<VoucherRefused>().Where(e => e.Village == of.Village).Select(e => e.By.Person),
                .. books.In($"bank/{of}").OfType<BankLinesEntered>().Select(e => e.By.Person), .. books.In($"bank/{of}").OfType<BankLinesMatched>().Select(e => e.By.Person), .. statement.OfType<StatementPrepared>().Select(e => e.By.Person)],
            [.. statement.OfType<StatementChecked>().Select(e => e.By.Person)],
            [.. statement.OfType<StatementDisclosed>().Select(e => e.By.Person)],
        ];
        Assert.Equal(parts.Sum(p => p.Count), parts.SelectMany(p => p).Distinct().Count());
    }

    private StatementSection StatementHolds(VillageMonth of, StatementSection s, StatementSection? before)
    {
        seen.Public++;
        if (before is not null) seen.Chained++;
        seen.Transfers += s.Reconciliation.Transfers.Count;
        seen.Matched += s.Reconciliation.ByHand;
        if (First(of)!.Section is var first && !ReferenceEquals(first, s)) seen.Corrected++;
        Assert.Equal((first.Opening, first.Income, first.Expense, first.Closing), (s.Opening, s.Income, s.Expense, s.Closing));
        var refused = Refused(of);
        var vouchers = Entered(of).Select(e => e.Voucher).Where(v => !refused.Contains(v.Number)).ToList();
        var opened = books.In($"book/{of}").OfType<BookOpened>().LastOrDefault();

        Assert.Equal(before?.Closing ?? opened!.Opening, s.Opening);
        Assert.Equal(s.Opening + On(vouchers, AccountCode.Escrow), s.Closing);
        foreach (var account in SampleBalances)
        {
            var start = before is not null ? before.Movements.FirstOrDefault(m => m.Account == account)?.Closing : opened!.Others.FirstOrDefault(o => o.Account == account)?.Debit;
            Assert.Equal((start ?? Yuan.Zero) + On(vouchers, account), s.Movements.FirstOrDefault(m => m.Account == account)?.Closing ?? Yuan.Zero);
        }
        Assert.Equal(s.Movements.FirstOrDefault(m => m.Account == AccountCode.Cash)?.Closing ?? Yuan.Zero, s.Cash?.Closing ?? Yuan.Zero);
        HeadsAddUp(s, vouchers);
        SidesAddUp(of, s, vouchers);
        TrustAndBankHold(of, s, before, vouchers);
        return s;
    }

    private static readonly AccountCode[] SampleBalances = [AccountCode.Cash, Samples.SampleAccounts.Works, Samples.SampleAccounts.Debt, Samples.SampleAccounts.Receivable];

    /// <summary>What is taken back lessens the side on which it stood, and is neither earned nor spent.</summary>
    private void SidesAddUp(VillageMonth of, StatementSection s, List<Voucher> vouchers)
    {
        Voucher? Original(Voucher v) => v.Reverses is { } key ? Entered(new(of.Village, key.Month)).Single(e => e.Voucher.Number == key.Number).Voucher : null;
        Assert.Equal(Sum(vouchers.Select(v => Original(v) is { } o ? Yuan.Zero - o.In : v.In)), s.Income);
        Assert.Equal(Sum(vouchers.Select(v => Original(v) is { } o ? Yuan.Zero - o.Out : v.Out)), s.Expense);
        Assert.Equal((s.Income, s.Expense), (Sum(s.Lines.Select(l => l.In)), Sum(s.Lines.Select(l => l.Out))));
        // Escrow and petty cash together, without what only moved between them, are what the items come to.
        Yuan Heads(bool isIncome) => Sum(s.Heads.Where(h => h.IsIncome == isIncome).Select(h => h.Amount));
        Assert.Equal(Heads(true), s.Income + (s.Cash?.In ?? Yuan.Zero) - s.Between(isIncome: true));
        Assert.Equal(Heads(false), s.Expense + (s.Cash?.Out ?? Yuan.Zero) - s.Between(isIncome: false));
    }

    /// <summary>The heads tell what escrow and cash earned and spent together.</summary>
    private static void HeadsAddUp(StatementSection s, List<Voucher> vouchers)
    {
        var money = On(vouchers, AccountCode.Escrow) + On(vouchers, AccountCode.Cash);
        Assert.Equal(money, Sum(s.Heads.Select(h => h.IsIncome ? h.Amount : Yuan.Zero - h.Amount)));
    }

    private void TrustAndBankHold(VillageMonth of, StatementSection s, StatementSection? before, List<Voucher> vouchers)
    {
        var r = s.Reconciliation;
        Assert.Equal(before?.Reconciliation.Trust ?? s.Opening, r.TrustOpening);
        Assert.Equal(r.TrustOpening + Sum(Booked(of).SelectMany(b => b.Vouchers).Select(b => b.In - b.Out)), r.Trust);
        // What the book has and the trust ledger has not are transfers, and all of them are listed.
        Assert.Equal(s.Closing, r.TrustAdjusted);
        Assert.All(r.Transfers, t => Assert.True(months.SelectMany(m => Entered(new(of.Village, m))).Single(e => e.Voucher.Number == t.Number && e.Voucher.Date == t.Date).Voucher.IsTransfer));
        var lines = books.In($"bank/{of}").OfType<BankLinesEntered>().ToList();
        Assert.Equal(lines[0].Opening + Sum(lines.SelectMany(l => l.Lines).Select(l => l.Net)), r.Bank);
        if (before is not null) Assert.Equal(before.Reconciliation.Bank, lines[0].Opening);
        // Every yuan twice: what differs is what the bank opened with otherwise, and lines that no voucher explains; both are shown.
        var gap = before is null ? lines[0].Opening - r.TrustOpening : before.Reconciliation.Difference - Unexplained(before);
        Assert.Equal(gap + Unexplained(s), r.Difference);
    }

    private static Yuan Unexplained(StatementSection s) => Sum(s.Reconciliation.Unexplained.Select(u => u.In - u.Out));

    private void SubLedgersAreTheBanks(Month month)
    {
        List<Reconciliation> all = [.. villages.Select(v => Edition(new(v, month))?.Reconciliation).OfType<Reconciliation>()];
        if (all.Count < villages.Count) return;
        seen.Both++;
        Assert.Equal(Sum(all.Select(r => r.Trust)), Sum(all.Select(r => r.Bank)) + Sum(all.SelectMany(r => r.InTransit).Select(t => t.In - t.Out)) - Sum(all.Select(r => r.Difference)));
    }

    private static Yuan On(IEnumerable<Voucher> vouchers, AccountCode account) => Sum(vouchers.SelectMany(v => v.Lines).Where(l => l.Account == account).Select(l => l.Debit - l.Credit));

    private static Yuan Sum(IEnumerable<Yuan> amounts) => amounts.Aggregate(Yuan.Zero, (sum, a) => sum + a);
}
