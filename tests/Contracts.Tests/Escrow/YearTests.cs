using Transparency.Contracts.Escrow.Budgets;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>Budgets, what a month is compared with, cash, and what is owed by the accounts.</summary>
public sealed class YearTests
{
    private static readonly Scenario<Budget, AdoptBudget, BudgetEvent> NoBudget = new(BudgetDecider.Law, []);

    private static AdoptBudget Adopt(params HeadBudget[] lines) => new(SampleLedgers.Village, 2026, lines, new("2026年1月8日村民代表会议通过"), Clerk, On(1));

    private static readonly HeadBudget Wages = new(SampleAccounts.Wages, false, new(60_000_00));

    [Fact]
    public void A_budget_names_who_passed_it_and_replaces_the_one_before()
    {
        var adopted = NoBudget.And(Adopt(Wages));
        Assert.Equal((Wages.Amount, null), (adopted.State.Of(SampleAccounts.Wages, false), adopted.State.Of(SampleAccounts.Repairs, false)));
        Assert.Equal(new Yuan(1), adopted.And(Adopt(Wages with { Amount = new(1) })).State.Of(SampleAccounts.Wages, false));
        adopted.When(Adopt(Wages)).Refused("budget.nothing-changed");
        NoBudget.When(Adopt()).Refused("budget.empty");
        NoBudget.When(Adopt(Wages) with { Basis = new(" ") }).Refused("budget.basis");
        NoBudget.When(Adopt(Wages with { Account = new("99999") })).Refused("budget.account");
        NoBudget.When(Adopt(Wages with { Account = AccountCode.Cash })).Refused("budget.account");
        NoBudget.When(Adopt(Wages with { Amount = new(-1) })).Refused("budget.amount");
        NoBudget.When(Adopt(Wages, Wages)).Refused("budget.twice");
        NoBudget.When(Adopt(Wages) with { By = Bookkeeper }).Refused("officer.may-not");
        NoBudget.When(Adopt(Wages) with { Village = new("77"), By = Clerk with { Villages = [new("77")] } }).Refused("village.unknown");
    }

    [Fact]
    public void A_month_is_held_against_last_month_last_year_and_the_budget()
    {
        var budget = NoBudget.And(Adopt(Wages, new(SampleAccounts.Coal, false, new(9_000_00)))).State;
        var section = Accepted(Ready with { Budget = budget });
        var september = Ready with
        {
            Month = August.Next, Before = new(section.Closing, [], section.Closing, section), YearAgo = section, Budget = budget,
            Book = BookOf(August.Next, null, Ditch with { Number = "0901", Date = new(2026, 9, 5) }), Trust = Booked(Ditch with { Number = "0901" }),
            Bank = BankOf(August.Next, BankClosing, [], BankClosing),
        };
        var heads = Accepted(september).Heads;
        Assert.Equal([SampleAccounts.RentSaltpan, SampleAccounts.Wages, SampleAccounts.Repairs, SampleAccounts.Coal], heads.Select(h => h.Account));
        Assert.Equal(new HeadSum(SampleAccounts.Wages, false, new(5_400_00), new(5_400_00), new(5_400_00), new(10_800_00), new(60_000_00)), heads[1]);
        Assert.Equal(new HeadSum(SampleAccounts.RentSaltpan, true, Yuan.Zero, new(150_000_00), new(150_000_00), new(150_000_00), null), heads[0]);
        Assert.Equal(new HeadSum(SampleAccounts.Coal, false, Yuan.Zero, Yuan.Zero, Yuan.Zero, Yuan.Zero, new(9_000_00)), heads[3]);
        Assert.Equal(August, Accepted(september).CountedFrom);
    }

    [Fact]
    public void A_new_year_counts_from_its_first_month()
    {
        var december = Accepted(Ready) with { Month = new(2026, 12) };
        var january = Ready with { Month = new(2027, 1), Book = new Book.None(), Trust = SubLedger.Empty, Before = new(december.Closing, [], december.Closing, december), Bank = BankOf(new(2027, 1), BankClosing, [], BankClosing) };
        var section = Accepted(january);
        Assert.Equal((new Month(2027, 1), true), (section.CountedFrom, section.IsZero));
        Assert.All(section.Heads, h => Assert.Equal(Yuan.Zero, h.YearToDate));
    }

    [Fact]
    public void Cash_is_told_line_by_line_and_goes_over_into_the_next_month()
    {
        var drawn = Stove with { Number = "0810", Lines = [new(AccountCode.Cash, new(500_00), Yuan.Zero), new(AccountCode.Escrow, Yuan.Zero, new(500_00))], Payee = null, Approvers = [] };
        var spent = Stove with { Number = "0811", Lines = [new(AccountCode.Cash, Yuan.Zero, new(80_00)), new(SampleAccounts.Office, new(80_00), Yuan.Zero)] };
        var section = Accepted(Ready with { Book = BookOf(August, Opening, [.. Vouchers, drawn, spent]), Trust = Booked([.. Vouchers, drawn, spent]) });
        Assert.Equal((Yuan.Zero, new Yuan(500_00), new Yuan(80_00), new Yuan(420_00)), (section.Cash!.Opening, section.Cash.In, section.Cash.Out, section.Cash.Closing));
        Assert.Equal(["0810", "0811"], section.Cash.Lines.Select(l => l.Number));
        Assert.Equal(4, section.Lines.Count);
        Assert.Equal(new AccountBalance(AccountCode.Cash, new(420_00)), Assert.Single(section.Carried));
        // A transfer is neither earned nor spent.
        Assert.Equal(new Yuan(8_600_00 + 80_00), section.Heads.Where(h => !h.IsIncome).Aggregate(Yuan.Zero, (sum, h) => sum + h.Amount));
    }

    [Fact]
    public void What_is_listed_as_owed_is_what_the_accounts_say()
    {
        var claim = Rent with { Number = "0812", Lines = [new(SampleAccounts.Receivable, new(6_000_00), Yuan.Zero), new(SampleAccounts.RentSaltpan, Yuan.Zero, new(6_000_00))] };
        var ready = Ready with { Book = BookOf(August, Opening, [.. Vouchers, claim]), Trust = Booked([.. Vouchers, claim]) };
        Assert.Equal(Refused.As("statement.receivables-sum", Yuan.Zero, new Yuan(6_000_00)), Assert.IsType<Result<StatementSection>.Refused>(ready.Section(SampleRules.Book, NoWords)).Why);
        var section = Assert.IsType<Result<StatementSection>.Of>(ready.Section(SampleRules.Book, new([new(new("5 号鱼塘承包户"), new(6_000_00))], [], null))).Value;
        Assert.Equal(("0812", 3, Section.Closing), (Assert.Single(section.Claims).Number, section.Lines.Count, section.Closing));
        // Where the accounts say nothing, the list is what the bookkeeper knows.
        Assert.IsType<Result<StatementSection>.Of>(Ready.Section(SampleRules.Book, new([], [new(new("自来水公司"), new(1_00))], null)));
    }

    private static StatementSection Accepted(Ledgers ledgers) => Assert.IsType<Result<StatementSection>.Of>(ledgers.Section(SampleRules.Book, NoWords)).Value;
}
