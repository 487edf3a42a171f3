using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>Where August stands, and what it lacks.</summary>
public sealed class MonthStageTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    /// <summary>Every paper is booked and the bank has carried all of it out.</summary>
    private static readonly Ledgers Done = Ready with
    {
        Bank = BankOf(August, Opening, [.. Lines, new(new(2026, 8, 31), "0803", Yuan.Zero, new(3_200_00))], BankClosing - new Yuan(3_200_00)),
    };

    public static TheoryData<string, string> Lives => new()
    {
        { "None", "Reconciled" }, { "Prepared", "Prepared" }, { "Returned", "Reconciled" }, { "Checked", "Checked" }, { "Disclosed", "Questioned" },
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public void Goes_from_stage_to_stage(string life, string stage) => Assert.Equal(stage, Standing(Done, Summer.Everywhere[life].State).Stage.ToString());

    [Fact]
    public void A_public_month_is_answered_and_then_corrected_and_lacks_nothing()
    {
        var asked = Summer.Disclosed.And(new StatementCommand.Ask(new("为什么？"), FinanceGroup, On(5)));
        var answered = asked.And(new StatementCommand.Answer(1, new("新装了 12 盏"), Bookkeeper, On(6)));
        var corrected = answered.And(Summer.Preparing with { Words = Summer.Corrected }).And(Summer.Checking with { Seen = Corrected }).And(Summer.Signing with { Seen = Corrected });
        Assert.Equal(
            [MonthStage.Public, MonthStage.Questioned, MonthStage.Answered, MonthStage.Corrected],
            new[] { Summer.Disclosed, asked, answered, corrected }.Select(s => Standing(Ready, s.State).Stage));
        Assert.Empty(Standing(Ready with { Trust = SubLedger.Empty }, corrected.State).Blockers);
    }

    [Fact]
    public void Collects_until_everything_is_booked_and_the_bank_agrees()
    {
        Assert.Equal(MonthStage.Collecting, Standing(Ready with { Book = new Book.None(), Trust = SubLedger.Empty, Bank = new BankMonth.None() }).Stage);
        Assert.Equal(MonthStage.Collecting, Standing(Done with { Trust = Booked(Rent, Ditch) }).Stage);
        Assert.Equal(MonthStage.Booked, Standing(Done with { Bank = new BankMonth.None() }).Stage);
        Assert.Equal(MonthStage.Booked, Standing(Done with { Bank = BankOf(August, Opening + new Yuan(1), Lines, BankClosing + new Yuan(1)) }).Stage);
        Assert.Equal(MonthStage.Reconciled, Standing(Done).Stage);
        Assert.Empty(Standing(Done).Blockers);
    }

    [Fact]
    public void A_month_without_a_voucher_is_a_zero_report_once_the_bank_says_so_too()
    {
        var empty = Ready with { Book = BookOf(August, Opening), Trust = SubLedger.Empty, Bank = BankOf(August, Opening, [], Opening) };
        Assert.Equal((MonthStage.Reconciled, true, true), (Standing(empty).Stage, Standing(empty).IsZero, NothingStops(Standing(empty))));
        Assert.False(Standing(empty with { Bank = new BankMonth.None() }).IsZero);
        Assert.False(Standing(Done).IsZero);
    }

    [Fact]
    public void What_stops_it_is_named_with_its_figures()
    {
        Stops(Refused.As("month.not-booked", 2, "0802"), Done with { Trust = Booked(Rent) });
        Stops(Refused.As("statement.month-before", "2026-07"), Done with { Book = BookOf(August, null, Vouchers) });
        Stops(Refused.As("statement.no-bank", "2026-08"), Done with { Bank = new BankMonth.None() });
        var july = new MonthBefore(Opening, [], Opening, Section with { Month = July, Reconciliation = Section.Reconciliation with { Bank = Opening + new Yuan(5) } });
        Stops(Refused.As("statement.bank-opening", Opening, Opening + new Yuan(5)), Done with { Before = july });
        Stops(Refused.As("statement.month-runs", new DateOnly(2026, 8, 31)), Done, day: new(2026, 8, 31));
        var claim = Rent with { Number = "0804", Lines = [new(SampleAccounts.Receivable, new(70_00), Yuan.Zero), new(SampleAccounts.RentSaltpan, Yuan.Zero, new(70_00))] };
        Stops(Refused.As("statement.receivables-sum", Yuan.Zero, new Yuan(70_00)), Done with { Book = BookOf(August, Opening, [.. Vouchers, claim]), Trust = Booked([.. Vouchers, claim]) });
        Stops(Refused.As("statement.ledgers-moved"), Done, Summer.None.And(Summer.Preparing).State);
    }

    [Fact]
    public void What_may_be_published_as_it_is_is_only_shown()
    {
        Shows(Refused.As("month.bank-ends", new DateOnly(2026, 8, 9), "0803", new DateOnly(2026, 8, 30)), Ready);
        Shows(Refused.As("month.difference", new Yuan(1), 0, 1), Ready with { Bank = BankOf(August, Opening + new Yuan(1), Lines, BankClosing + new Yuan(1)) });
        var (bank, zero) = (new BankLine(new(2026, 8, 31), "", new(9_00), Yuan.Zero), Yuan.Zero);
        Shows(Refused.As("month.unmatched", 2, 1), Ready with { Bank = BankOf(August, Opening, [.. Lines, bank, new(bank.Date, "", zero, new(9_00))], BankClosing) });
        Shows(Refused.As("month.looks-double", "0899", "0802"), Twice());
        var cash = Rent with { Number = "0805", Date = new(2026, 8, 20), Lines = [new(AccountCode.Cash, new(50_00), zero), new(AccountCode.Escrow, zero, new(50_00))], Payee = null };
        Shows(Refused.As("month.transfers", 1, 3, "0805", 11), Done with { Book = BookOf(August, Opening, [.. Vouchers, cash]) });
    }

    [Fact]
    public void What_was_taken_back_is_no_duplicate()
    {
        var twice = Twice();
        var kept = (Book.Open)twice.Book;
        var book = kept with { Entered = [.. kept.Entered.Select(e => e.Voucher.Number == "0802" ? e with { ReversedBy = new(August, "0890") } : e)] };
        Assert.DoesNotContain(Standing(twice with { Book = book }).Blockers, b => b.Why.Code == "month.looks-double");
    }

    private static ContentHash Corrected => ((Result<StatementSection>.Of)Ready.Section(SampleRules.Book, Summer.Corrected)).Value.Hash;

    private static Ledgers Twice()
    {
        List<Voucher> papers = [.. Vouchers, Ditch with { Number = "0899" }];
        return Done with { Book = BookOf(August, Opening, papers), Trust = Booked(papers) };
    }

    private static MonthStanding Standing(Ledgers now, Statement? statement = null, DateOnly? day = null) => MonthStanding.Of(SampleRules.Book, now, statement ?? new Statement.None(), day ?? Day);

    /// <summary>What is only shown does not hold its closing up.</summary>
    private static bool NothingStops(MonthStanding standing) => !standing.Blockers.Any(b => b.Stops);

    private static void Stops(Refusal why, Ledgers now, Statement? statement = null, DateOnly? day = null)
    {
        var found = Standing(now, statement, day);
        Assert.Contains(new(why, true), found.Blockers);
        Assert.False(NothingStops(found));
    }

    private static void Shows(Refusal why, Ledgers now)
    {
        Assert.Contains(new(why, false), Standing(now).Blockers);
        Assert.True(NothingStops(Standing(now)));
    }
}
