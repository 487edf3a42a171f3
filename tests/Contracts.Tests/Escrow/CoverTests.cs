using CsCheck;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Escrow.Cover;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Contracts.Town;
using Transparency.Samples;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

/// <summary>A payment that needs a decision names one that was taken, or says in public why it has none.</summary>
public sealed class CoverTests
{
    private static readonly IReadOnlyDictionary<VoucherKey, EnteredVoucher> NoOriginals = new Dictionary<VoucherKey, EnteredVoucher>();

    private static readonly DeliberationId Decided = new("09-2026-D-0007");

    private static readonly DeclarationNumber Number = new("央政公示", 2026, 4);

    /// <summary>Wages from 5,000 yuan on want the two committees, from 20,000 on the representatives; power wants nobody.</summary>
    private static readonly RuleBook Rules = SampleRules.Book with
    {
        Matters = SampleRules.Book.Matters.Values.Concat(
        [
            Row("small", VillageBody.Committee, 5_000_00, SampleAccounts.Wages), Row("large", VillageBody.Representatives, 20_000_00, SampleAccounts.Wages), Row("power", null, 0, SampleAccounts.Power),
        ]).ToDictionary(m => m.Code),
    };

    private static Voucher Labour(long yuan, string number = "0802") => Ditch with { Number = number, Lines = SampleAccounts.Paid(SampleAccounts.Wages, new(yuan * 100)) };

    [Theory]
    [InlineData(4_999, 0, null)]
    [InlineData(5_000, 0, "small")]
    [InlineData(1_000, 4_000, "small")]
    [InlineData(1_000, 3_999, null)]
    [InlineData(19_999, 0, "small")]
    [InlineData(100, 19_900, "large")]
    public void Instalments_add_up_over_twelve_months(long yuan, long earlier, string? matter)
    {
        var before = new PaidTo("9", SampleAccounts.Wages, Ditch.Payee!.Name.Zh, new(earlier * 100));
        Assert.Equal(matter, CoveredPayment.Of(Rules, Labour(yuan), Spending.Of(Rules.Accounts, [before], [Labour(yuan)]))?.Code);
        foreach (var other in new[] { before with { Payee = "别家" }, before with { Account = SampleAccounts.Repairs } })
            Assert.Equal(yuan >= 5_000 ? "small" : null, CoveredPayment.Of(Rules, Labour(yuan), Spending.Of(Rules.Accounts, [other], [Labour(yuan)]))?.Code);
    }

    [Fact]
    public void What_was_taken_back_no_longer_counts_and_what_pays_nothing_needs_nothing()
    {
        var back = Labour(4_000) with { Number = "0810", Lines = Labour(4_000).Mirrored, Reverses = new(August, "0801"), Approvers = [] };
        Assert.Equal(new Yuan(-4_000_00), Assert.Single(PaidTo.Of(back)).Amount);
        Assert.Null(CoveredPayment.Of(Rules, Labour(1_500), Spending.Of(Rules.Accounts, [], [Labour(4_000, "0801"), back, Labour(1_500)])));
        Assert.Null(CoveredPayment.Of(Rules, back, Spending.Of(Rules.Accounts, [], [Labour(90_000, "0801"), back])));
        Assert.Null(CoveredPayment.Of(Rules, Rent, Spending.Of(Rules.Accounts, [], [Rent])));
        var power = Ditch with { Lines = SampleAccounts.Paid(SampleAccounts.Power, new(900_000_00)) };
        Assert.Null(CoveredPayment.Of(Rules, power, Spending.Of(Rules.Accounts, [], [power])));
        Assert.Empty(PaidTo.Of(Ditch with { Lines = [new(AccountCode.Cash, new(1), Yuan.Zero), new(AccountCode.Escrow, Yuan.Zero, new(1))] }));
    }

    [Fact]
    public void It_is_asked_for_when_the_voucher_is_entered()
    {
        Refused("voucher.case-missing", Enter(Labour(5_000)));
        // A lease is no ground to pay, and a reason of nothing is none.
        Refused("voucher.case-missing", Enter(Labour(5_000) with { Agreement = new("09-2026-L-0003") }));
        Refused("voucher.no-case-words", Enter(Labour(5_000) with { NoCase = new(" ") }));
        Refused("voucher.no-case-needless", Enter(Labour(5_000) with { NoCase = new("急"), Deliberation = Decided }));
        Refused("voucher.no-case-needless", Enter(Rent with { NoCase = new("急") }));
        Accepted(Enter(Labour(5_000) with { NoCase = new("汛前抢修") }));
        Accepted(Enter(Labour(4_999)));
        // Two just under the tier come together, in one batch or one after the other.
        Refused("voucher.case-missing", Enter(Labour(3_000), Labour(3_000, "0804")));
        var first = new Book.Open(SampleLedgers.Village, August, null, [], [new(Labour(3_000), Clerk.Person)], [Clerk.Person]);
        Refused("voucher.case-missing", Enter(Labour(3_000, "0804")), first);
        Refused("voucher.case-missing", Enter(Labour(3_000)) with { Earlier = [new("9", SampleAccounts.Wages, Ditch.Payee!.Name.Zh, new(2_000_00))] });
    }

    [Fact]
    public void What_is_named_was_taken_posted_and_approved()
    {
        var posted = SampleDecisions.Posted(Decided, "purchase-quotation", new(2026, 7, 20), SampleOfficers.OtherClerk, SampleOfficers.OtherClerk with { Person = new("poster") });
        var open = new Deliberation.Discussed(((Deliberation.Known)posted).File with { Posting = null });
        var paid = Labour(5_000) with { Deliberation = Decided };
        Refused("voucher.decision-unknown", Enter(paid));
        Refused("voucher.decision-unknown", Enter(paid) with { Behind = Named(new Deliberation.None()) });
        Refused("voucher.decision-open", Enter(paid) with { Behind = Named(open) });
        Accepted(Enter(paid) with { Behind = Named(posted) });

        var declared = Labour(5_000) with { Declaration = Number };
        Refused("voucher.declaration-unknown", Enter(declared));
        Refused("voucher.declaration-open", Enter(declared) with { Behind = Named(Agreements.Pan.InPublicity) });
        var section = ((Declaration.Approved)Agreements.Pan.Approved).Section;
        Declaration Of(VillageCode? village) => new Declaration.Approved(((Declaration.Approved)Agreements.Pan.Approved).Case, section with { Village = village });
        Refused("voucher.declaration-village", Enter(declared) with { Behind = Named(Of(SampleRules.Jiajiahewu)) });
        Accepted(Enter(declared) with { Behind = Named(Of(null)) });
        Accepted(Enter(declared) with { Behind = Named(Of(SampleLedgers.Village)) });
    }

    [Fact]
    public void What_was_explained_stays_explained()
    {
        var known = Labour(5_000) with { NoCase = new("汛前抢修") };
        var book = new Book.Open(SampleLedgers.Village, August, null, [], [new(known, Clerk.Person)], [Clerk.Person]);
        Decision<BookEvent> Reworded(Voucher now, Behind? behind = null) =>
            BookDecider.Law.Decide(Rules, book, new BookCommand.Reword(now, Hands.None, Clerk, On(2)) { Behind = behind ?? Behind.Nothing });
        Reworded(known with { NoCase = null }).Refused("voucher.case-dropped");
        Reworded(known with { NoCase = null, Deliberation = Decided }).Refused("voucher.decision-unknown");
        Assert.IsType<VoucherReworded>(Reworded(known with { NoCase = new("汛前抢修，事后补议") }).Then());
        var posted = SampleDecisions.Posted(Decided, "purchase-quotation", new(2026, 7, 20), SampleOfficers.OtherClerk, SampleOfficers.OtherClerk with { Person = new("poster") });
        Assert.IsType<VoucherReworded>(Reworded(known with { NoCase = null, Deliberation = Decided }, Named(posted)).Then());
    }

    [Fact]
    public void A_month_does_not_close_over_a_silent_payment_and_an_orphan_says_why()
    {
        var silent = Assert.IsType<Result<StatementSection>.Refused>(Ready.Section(Rules, NoWords)).Why;
        Assert.Equal(("statement.case-missing", "0802"), (silent.Code, silent.Arguments[0]));
        Assert.Contains(MonthStanding.Of(Rules, Ready, new Statement.None(), new(2026, 9, 5)).Blockers, b => b is { Stops: true, Why.Code: "statement.case-missing" });

        Ledgers With(Voucher ditch) => Ready with { Book = BookOf(August, Opening, [Rent, ditch, Stove]) };
        var orphan = Section(With(Ditch with { NoCase = new("汛前抢修") })).Covered.Single();
        Assert.Equal((true, "small", "汛前抢修", new Yuan(5_400_00)), (orphan.IsOrphan, orphan.Cover!.Matter, orphan.Cover.Reason!.Zh, orphan.Out));
        var backed = Section(With(Ditch with { Deliberation = Decided })).Covered.Single();
        Assert.Equal((false, null), (backed.IsOrphan, backed.Cover!.Reason));
        Assert.Empty(Section(With(Labour(4_999))).Covered);
    }

    /// <summary>However a sum is cut into payments within a year, from the tier on the month that reaches it is covered.</summary>
    [Fact]
    public void No_cutting_gets_under_a_tier() => Gen.Select(Gen.Long[1, 6_000].Array[1, 12], Gen.Int[0, 11]).Sample((parts, cut) =>
    {
        var (earlier, month) = (parts.Take(cut).ToList(), parts.Skip(cut).Select((yuan, i) => Labour(yuan, $"08{i:00}")).ToList());
        if (month.Count == 0) return;
        var before = earlier.Select(yuan => new PaidTo("9", SampleAccounts.Wages, Ditch.Payee!.Name.Zh, new(yuan * 100))).ToList();
        var decision = BookDecider.Law.Decide(Rules, new Book.None(), Enter([.. month]) with { Earlier = before });
        Assert.Equal(parts.Sum() >= 5_000, decision is Decision<BookEvent>.Refused { Why.Code: "voucher.case-missing" });
    });

    private static Matter Row(string code, VillageBody? body, long fen, AccountCode account) =>
        new(code, new(code, code), Route.Routine, body, "", Role.Village, Role.TownReview, Role.TownReview, new Yuan(fen), "") { Accounts = [account] };

    private static BookCommand.Enter Enter(params Voucher[] vouchers) => new(SampleLedgers.Village, August, vouchers, NoOriginals, Hands.None, Clerk, On(1));

    private static Behind Named(Deliberation decision) => Behind.Nothing with { Decisions = new Dictionary<DeliberationId, Deliberation> { [Decided] = decision } };

    private static Behind Named(Declaration declaration) => Behind.Nothing with { Declarations = new Dictionary<DeclarationNumber, Declaration> { [Number] = declaration } };

    private static StatementSection Section(Ledgers ledgers) => Assert.IsType<Result<StatementSection>.Of>(ledgers.Section(Rules, NoWords)).Value;

    private static void Refused(string code, BookCommand.Enter enter, Book? book = null) => BookDecider.Law.Decide(Rules, book ?? new Book.None(), enter).Refused(code);

    private static void Accepted(BookCommand.Enter enter) => Assert.IsType<VouchersEntered>(BookDecider.Law.Decide(Rules, new Book.None(), enter).Then());
}
