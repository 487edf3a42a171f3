using System.Globalization;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Store;

namespace Transparency.Bench.Sampling;

/// <summary>How a sampled month ended for one village.</summary>
internal sealed record MonthEnd(Yuan Closing, StatementSection Section);

/// <summary>One month of escrow money of all villages: books, trust ledger, bank and the signed statements, each opening with the closing before.</summary>
internal static class SampledMonth
{
    private static readonly Yuan FirstOpening = new(420_000_00);

    private static readonly string[] Received = ["50101", "50102", "50103", "50301", "50104", "50402"];
    /// <summary>A sampled village has decided nothing of its spending.</summary>
    private static readonly Text NoCase = new("样本数据，没有决策", "Sample data: nothing was decided");

    private static readonly string[] Paid = ["51101", "51102", "15301", "51401", "51402", "51403", "51404", "51302", "51303", "51304"];
    private static readonly Approver[] Signed = [Approver.PartySecretary, Approver.VillageHead, Approver.FinanceGroupHead];

    /// <param name="before">how the month before ended, by village; empty in the first</param>
    /// <param name="after">filled in with how this one ended</param>
    public static IReadOnlyList<SampledStream> Of(
        SampleTown town, ulong seed, Month month, IReadOnlyDictionary<VillageCode, MonthEnd> before, Dictionary<VillageCode, MonthEnd> after)
    {
        var trust = new LawfulStream<Trust, TrustCommand, TrustEvent>(StreamKey.Trust(month), TrustDecider.Law, town.Rules);
        List<SampledStream> streams = [];
        foreach (var village in town.Villages.Select(v => v.Code))
        {
            var place = 1_000_000 + month.First.DayNumber * 100 + int.Parse(village.Value, CultureInfo.InvariantCulture);
            streams.AddRange(Of(town, new Chance(seed, (ulong)place), new(village, month), trust, before.GetValueOrDefault(village), after));
        }
        // In the order of the acts: a statement rests on what was booked.
        return [trust.Stream, .. streams];
    }

    private static SampledStream[] Of(
        SampleTown town, Chance chance, VillageMonth of, LawfulStream<Trust, TrustCommand, TrustEvent> trust, MonthEnd? before,
        Dictionary<VillageCode, MonthEnd> after)
    {
        var (village, month) = (of.Village, of.Month);
        var (clerk, bookkeeper, second) = (town.Staff.Clerk(village), town.Staff.Bookkeeper, town.Staff.SecondBookkeeper);
        var at = Shanghai.At(month.Next.First, new(9, 0));
        var opening = before?.Closing ?? FirstOpening;
        var vouchers = Vouchers(town, chance, month);
        var closing = opening + vouchers.Sum(v => v.Net);
        var book = new LawfulStream<Book, BookCommand, BookEvent>(StreamKey.Book(of), BookDecider.Law, town.Rules);
        var bank = new LawfulStream<BankMonth, BankCommand, BankEvent>(StreamKey.Bank(of), BankDecider.Law, town.Rules);
        var statement = new LawfulStream<Statement, StatementCommand, StatementEvent>(StreamKey.Statement(of), StatementDecider.Law, town.Rules);
        if (before is null) book.Do(new BookCommand.OpenBook(village, month, opening, [], null, bookkeeper, at));
        book.Do(new BookCommand.Enter(village, month, vouchers, new Dictionary<VoucherKey, EnteredVoucher>(), Hands.None, clerk, at.AddHours(1)));
        trust.Do(new TrustCommand.BookAll(village, ((Book.Kept)book.State).Entered, [], [], Hands.None, bookkeeper, at.AddHours(2)));
        List<BankLine> lines = [.. vouchers.Select(v => new BankLine(v.Date, v.Number, v.In, v.Out))];
        bank.Do(new BankCommand.Enter(village, month, opening, lines, closing, before?.Closing, Hands.None, second, at.AddHours(3)));
        var carried = before is null ? null : new MonthBefore(before.Closing, before.Section.Carried, before.Closing, before.Section);
        var ledgers = new Ledgers(village, month, book.State, trust.State.Of(village), bank.State, carried, null, Budget.None);
        statement.Do(new StatementCommand.Prepare(ledgers, new([], [], null), bookkeeper, at.AddDays(3)));
        var section = ((Statement.Prepared)statement.State).Section;
        statement.Do(new StatementCommand.Check(ledgers, section.Hash, town.Staff.FinanceGroup(village), at.AddDays(5)));
        statement.Do(new StatementCommand.Sign(ledgers, section.Hash, town.Staff.Supervision(village), at.AddDays(8)));
        book.Do(new BookCommand.Close(section, town.Staff.Supervision(village), at.AddDays(8)));
        trust.Do(new TrustCommand.Close(section, town.Staff.Supervision(village), at.AddDays(8)));
        bank.Do(new BankCommand.Close(town.Staff.Supervision(village), at.AddDays(8)));
        after[village] = new(section.Closing, section);
        return [book.Stream, bank.Stream, statement.Stream];
    }

    /// <summary>36 to 44 payments in the order of their days, six of them received.</summary>
    private static List<Voucher> Vouchers(SampleTown town, Chance chance, Month month)
    {
        var count = chance.Between(36, 44);
        var days = Enumerable.Range(0, count).Select(_ => chance.Between(0, month.Last.Day - 1)).Order().ToList();
        return [.. days.Select((day, i) => VoucherOf(town, chance, month.First.AddDays(day), i + 1, isReceived: i % 7 == 0))];
    }

    private static Voucher VoucherOf(SampleTown town, Chance chance, DateOnly date, int place, bool isReceived)
    {
        var number = place.ToString("0000", CultureInfo.InvariantCulture);
        var company = chance.Of(town.Words["company"]);
        var payee = new Party(PartyKind.Organisation, PublicName.Of(PartyKind.Organisation, company.Zh, company.En));
        if (isReceived)
        {
            var purpose = chance.Of(town.Words["purpose"]);
            var rent = VoucherFields.Lines([new(new(chance.Of(Received)), new(chance.Between(900, 5_000) * 10_00L), Yuan.Zero)], MoneyMoved.Escrow);
            return new(number, date, new($"承包费（{purpose.Zh}）", $"Rent ({purpose.En})"), rent, payee, []);
        }
        var item = chance.Of(town.Words["item"]);
        var paid = VoucherFields.Lines([new(new(chance.Of(Paid)), Yuan.Zero, new(chance.Between(80, 9_000) * 100L))], MoneyMoved.Escrow);
        return new(number, date, new($"付{item.Zh}", $"Paid: {item.En}"), paid, payee, Signed, NoCase: NoCase);
    }
}
