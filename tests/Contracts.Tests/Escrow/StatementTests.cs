using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Samples;
using static Transparency.Contracts.Escrow.Statements.StatementCommand;
using static Transparency.Contracts.Tests.Escrow.Summer;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Contracts.Tests.Escrow;

public sealed class StatementTests
{
    [Fact]
    public void Opening_and_lines_and_closing_are_what_the_ledgers_say()
    {
        Assert.Equal((Opening, new Yuan(150_000_00), new Yuan(8_600_00), new Yuan(1_252_053_70)), (Section.Opening, Section.Income, Section.Expense, Section.Closing));
        Assert.Equal(["0801", "0802", "0803"], Section.Lines.Select(l => l.Number));
        Assert.Equal("欧阳某（个人）", Section.Lines[0].Payee!.Zh);
    }

    [Fact]
    public void The_last_signature_makes_it_public_with_its_three_signers()
    {
        var disclosed = Assert.IsType<StatementDisclosed>(None.And(Preparing).And(Checking).When(Signing).Then());
        Assert.Equal((1, Section.Hash, new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 2), Supervision.Person),
            (disclosed.Edition, disclosed.Hash, disclosed.Prepared.On, disclosed.Checked.On, disclosed.By.Person));
    }

    [Fact]
    public void A_statement_waits_for_the_ledgers()
    {
        void Refused(Ledgers ledgers, string code) => None.When(Preparing with { Ledgers = ledgers }).Refused(code);

        Refused(Ready with { Book = BookOf(August, null, Vouchers) }, "statement.month-before");
        Refused(Ready with { Trust = Booked(Rent, Ditch) }, "statement.not-booked");
        Refused(Ready with { Bank = new BankMonth.None() }, "statement.no-bank");
        Refused(Ready with { Before = new(Opening, [], Opening, Section) }, "statement.bank-opening");
        Refused(Ready with { Village = new("77") }, "village.unknown");
        None.When(Preparing with { At = Shanghai.At(new(2026, 8, 31), new(23, 59)) }).Refused("statement.month-runs");
        None.When(Preparing with { Words = new([new(new("某某"), Yuan.Zero)], [], null) }).Refused("statement.owed");
        None.When(Preparing with { Words = new([], [new(new(""), new(1))], null) }).Refused("statement.owed");
        None.When(Preparing with { Words = new([], [], new("\u0007")) }).Refused("text.unclean");
    }

    [Fact]
    public void A_refused_voucher_counts_nowhere_and_is_told()
    {
        var ledgers = Ready with { Trust = Booked(Rent, Ditch) with { Refused = [new("0803", new("没有发票"))] } };
        var prepared = Assert.IsType<StatementPrepared>(None.When(Preparing with { Ledgers = ledgers }).Then());
        Assert.Equal((2, new Yuan(5_400_00), "0803"), (prepared.Section.Lines.Count, prepared.Section.Expense, prepared.Section.Refused[0].Number));
    }

    [Fact]
    public void A_month_without_dealings_is_a_statement_too()
    {
        var quiet = Ready with { Book = new Book.None(), Trust = SubLedger.Empty, Bank = BankOf(August, Opening, [], Opening), Before = new(Opening, [], Opening, null) };
        var prepared = Assert.IsType<StatementPrepared>(None.When(Preparing with { Ledgers = quiet }).Then());
        Assert.Equal((Opening, Opening, 0), (prepared.Section.Opening, prepared.Section.Closing, prepared.Section.Lines.Count));
    }

    [Fact]
    public void The_next_month_opens_with_this_ones_closing_and_carries_its_figures()
    {
        var september = Ready with { Month = new(2026, 9), Book = new Book.None(), Trust = SubLedger.Empty, Bank = BankOf(new(2026, 9), BankClosing, [new(new(2026, 9, 2), "0803", Yuan.Zero, new(3_200_00))], BankClosing - new Yuan(3_200_00)), Before = new(Section.Closing, [], Section.Closing, Section) };
        var next = Assert.IsType<StatementPrepared>(None.When(Preparing with { Ledgers = september, At = On(30).AddDays(1) }).Then()).Section;
        Assert.Equal((Section.Closing, Section.Totals, 0, true), (next.Opening, Assert.Single(next.Earlier), next.Reconciliation.InTransit.Count, next.Reconciliation.Agrees));
    }

    [Fact]
    public void Three_persons_whatever_their_roles()
    {
        var all = SampleOfficers.Everyone;
        var prepared = None.And(Preparing with { By = all });
        prepared.When(Checking with { By = all }).Refused("statement.own-statement");
        prepared.When(new Return(Ready, new("x"), all, On(2))).Refused("statement.own-statement");
        prepared.And(Checking).When(Signing with { By = all }).Refused("statement.own-statement");
        prepared.And(Checking).When(new Return(Ready, new("x"), all, On(3))).Refused("statement.own-statement");
        None.And(Preparing).And(Checking with { By = all }).When(Signing with { By = all }).Refused("statement.own-check");
        Disclosed.And(new Ask(new("为什么？"), all, On(5))).When(new Answer(1, new("因为"), all, On(6))).Refused("statement.own-question");
    }

    [Fact]
    public void Each_step_is_for_its_own_body()
    {
        None.When(Preparing with { By = FinanceGroup }).Refused("officer.may-not");
        None.And(Preparing).When(Checking with { By = Supervision }).Refused("officer.may-not");
        None.And(Preparing).When(new Return(Ready, new("x"), Supervision, On(2))).Refused("officer.may-not");
        None.And(Preparing).And(Checking).When(Signing with { By = FinanceGroup }).Refused("officer.may-not");
        Disclosed.When(new Ask(new("x"), Bookkeeper, On(5))).Refused("officer.may-not");
        Everywhere["Disclosed"].When(new Answer(1, new("x"), FinanceGroup, On(5))).Refused("officer.may-not");
    }

    [Fact]
    public void What_is_signed_is_what_was_seen_and_what_the_ledgers_still_say()
    {
        var moved = Ready with { Trust = Booked(Rent, Ditch) with { Refused = [new("0803", new("没有发票"))] } };
        None.And(Preparing).When(Checking with { Ledgers = moved }).Refused("statement.ledgers-moved");
        None.And(Preparing).And(Checking).When(Signing with { Ledgers = moved }).Refused("statement.ledgers-moved");
        None.And(Preparing).And(Checking).When(Signing with { Ledgers = Ready with { Bank = new BankMonth.None() } }).Refused("statement.no-bank");
        None.And(Preparing).When(Checking with { Seen = new("0") }).Refused("content.moved");
    }

    [Fact]
    public void A_correction_says_what_changed_and_moves_no_sum()
    {
        var linked = Ready with { Book = BookOf(August, Opening, Rent, Ditch with { Agreement = new AgreementId("09-2026-S-0001") }, Stove) };
        Disclosed.When(Preparing with { Ledgers = linked }).Refused("statement.note-missing");
        Disclosed.When(Preparing with { Words = Corrected, Ledgers = Ready with { Book = BookOf(August, Opening, Rent, Ditch with { Lines = SampleAccounts.Paid(SampleAccounts.Wages, new(1)) }, Stove) } }).Refused("statement.money-fixed");
        var prepared = Disclosed.And(Preparing with { Words = Corrected, Ledgers = linked });
        var hash = ((Statement.Prepared)prepared.State).Section.Hash;
        var again = prepared.And(Checking with { Ledgers = linked, Seen = hash }).When(Signing with { Ledgers = linked, Seen = hash }).Then();
        Assert.Equal((2, "补上合同编号"), again is StatementDisclosed x ? (x.Edition, x.Section.Note!.Zh) : default);
    }

    [Fact]
    public void Questions_and_answers_need_words_and_each_other()
    {
        var asked = Everywhere["Disclosed"];
        Disclosed.When(new Ask(new(""), FinanceGroup, On(5))).Refused("statement.question-missing");
        asked.When(new Answer(2, new("x"), Bookkeeper, On(6))).Refused("statement.no-question");
        asked.When(new Answer(1, new(""), Bookkeeper, On(6))).Refused("statement.answer-missing");
        asked.And(new Answer(1, new("新装了 12 盏"), Bookkeeper, On(6))).When(new Answer(1, new("又"), Bookkeeper, On(6))).Refused("statement.no-question");
        None.And(Preparing).When(new Return(Ready, new(" "), FinanceGroup, On(2))).Refused("reason.missing");
        // A question put while a correction is on its way is not lost.
        asked.And(Preparing with { Words = Corrected }).And(new Answer(1, new("新装了 12 盏"), Bookkeeper, On(7)));
    }

    [Fact]
    public void The_section_reads_the_same_to_everybody()
    {
        var json = System.Text.Encoding.UTF8.GetString(CanonicalJson.Of(Section));
        Assert.StartsWith("{\"village\":\"09\",\"villageName\":{\"zh\":\"固堤场村\",\"en\":\"Gudichang Village\"},\"town\":", json, StringComparison.Ordinal);
        Assert.Contains("\"month\":\"2026-08\",\"openingFen\":111065370,\"lines\":[{\"date\":\"2026-08-03\",\"voucher\":\"0801\",", json, StringComparison.Ordinal);
        Assert.Contains("\"inTransit\":[{\"voucher\":\"0803\",\"date\":\"2026-08-30\",\"outFen\":320000}],\"unexplained\":[],\"matchedByHand\":0,\"differenceFen\":0}", json, StringComparison.Ordinal);
        Assert.DoesNotContain("v-09-2026-08-0801", json, StringComparison.Ordinal);
    }
}
