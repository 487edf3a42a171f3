using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

public sealed class ReconciliationTests
{
    private static readonly Yuan Hundred = new(100_00);

    private static Voucher Paid(string number, int day, Yuan amount) => Ditch with { Number = number, Date = new(2026, 8, day), Lines = SampleAccounts.Paid(SampleAccounts.Wages, amount) };

    private static BankLine Line(int day, Yuan amount, string reference = "") => new(new(2026, 8, day), reference, Yuan.Zero, amount);

    private static Reconciliation Of(Voucher[] vouchers, BankLine[] lines, Reconciliation? before = null)
    {
        var bankOpening = before?.Bank ?? Opening;
        var closing = lines.Aggregate(bankOpening, (sum, l) => sum + l.Net);
        var book = vouchers.Aggregate(before?.Book ?? Opening, (sum, v) => sum + v.Net);
        return Reconciliation.Of(book, before?.Trust ?? Opening, Yuan.Zero, vouchers.Aggregate(Yuan.Zero, (sum, v) => sum + v.Out), [], BankOf(August, bankOpening, lines, closing), [.. vouchers.Select(Transit.Of)], before);
    }

    [Fact]
    public void What_the_bank_has_not_carried_out_is_on_its_way_and_the_books_agree()
    {
        var r = Section.Reconciliation;
        Assert.Equal(["0803"], r.InTransit.Select(t => t.Number));
        Assert.Equal((Section.Closing, Section.Closing, Yuan.Zero, true), (r.Book, r.BankAdjusted, r.Difference, r.Agrees));
    }

    [Fact]
    public void The_number_on_the_payment_wins_over_the_nearest_day()
    {
        var r = Of([Paid("1", 10, Hundred), Paid("2", 11, Hundred)], [Line(10, Hundred, "2")]);
        Assert.Equal(["1"], r.InTransit.Select(t => t.Number));
    }

    [Theory]
    [InlineData(15, 0)]
    [InlineData(16, 1)]
    public void An_equal_amount_counts_within_five_days(int day, int open)
    {
        var r = Of([Paid("1", 10, Hundred)], [Line(day, Hundred)]);
        Assert.Equal((open, open), (r.InTransit.Count, r.Unexplained.Count));
    }

    [Fact]
    public void The_number_with_another_amount_is_no_match_and_the_difference_is_shown()
    {
        var r = Of([Paid("1", 10, Hundred)], [Line(10, new(99_00), "1")]);
        Assert.Equal((1, 1, new Yuan(-99_00), false), (r.InTransit.Count, r.Unexplained.Count, r.Difference, r.Agrees));
    }

    [Fact]
    public void Income_does_not_match_expense() => Assert.Single(Of([Paid("1", 10, Hundred)], [new(new(2026, 8, 10), "1", Hundred, Yuan.Zero)]).Unexplained);

    [Fact]
    public void What_was_on_its_way_a_month_ago_arrives_or_stays_on_its_way()
    {
        var before = Of([Paid("1", 30, Hundred), Paid("2", 31, Hundred + Hundred)], []);
        var r = Of([], [Line(31, Hundred, "1")], before);
        Assert.Equal(("2", Yuan.Zero), (Assert.Single(r.InTransit).Number, r.Difference));
    }

    [Fact]
    public void A_later_voucher_explains_a_line_that_stood_open()
    {
        var before = Of([], [Line(5, Hundred)]);
        Assert.Equal(Yuan.Zero - Hundred, before.Difference);
        var r = Of([Paid("9", 28, Hundred)], [], before);
        Assert.Equal((0, 0, Yuan.Zero), (r.InTransit.Count, r.Unexplained.Count, r.Difference));
    }

    [Fact]
    public void A_trust_ledger_that_differs_from_the_book_never_agrees()
    {
        var r = Section.Reconciliation with { TrustIn = new(1) };
        Assert.False(r.Agrees);
    }
}
