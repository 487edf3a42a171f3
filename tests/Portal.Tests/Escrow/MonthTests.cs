using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Cases;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Store;
using static Transparency.Samples.SampleLedgers;

namespace Transparency.Portal.Tests.Escrow;

/// <summary>One month of Gudichang's money by the acts that forms and scenario files use, over a real PostgreSQL.</summary>
public sealed class MonthTests : IAsyncLifetime
{
    private const string Subject = "09/2026-08";
    private TestTown town = null!;

    private static readonly Dictionary<string, string> Relief = new()
    {
        ["voucher"] = "0811", ["date"] = "2026-08-11", ["summary"] = "慰问困难户", ["summary_en"] = "Help for a family", ["item"] = "51404",
        ["expense"] = "600.00", ["payee_kind"] = "person", ["payee"] = "王建国", ["approvers"] = "party-secretary village-head",
    };

    public async Task InitializeAsync()
    {
        town = await TestTown.NewAsync();
        await EnterBankAsync(town, August, Opening, Lines, BankClosing);
    }

    public async Task DisposeAsync() => await town.DisposeAsync();

    [Fact]
    public async Task Lives_from_its_first_voucher_to_an_answered_question_and_a_second_edition()
    {
        await OpenedAsync();
        await town.MustAsync("enter-voucher", Subject, Clerk, Relief);
        await town.MustAsync("refuse-voucher", Subject, Bookkeeper, new { voucher = "0811", reason = "没有领款人签字", reason_en = "not signed for" });
        await town.MustAsync("book-vouchers", Subject, Bookkeeper);
        await town.MustAsync("prepare-statement", Subject, Bookkeeper, new { receivables = "某承包户|a lessee = 10000.00" });
        await town.MustAsync("return-statement", Subject, FinanceGroup, new { reason = "应收款不对" });
        await town.MustAsync("prepare-statement", Subject, Bookkeeper);
        await PinnedAsync("check-statement", FinanceGroup);
        await PinnedAsync("sign-statement", Supervision);
        await town.MustAsync("ask-about-statement", Subject, FinanceGroup, new { question = "取暖设备修了什么？" });
        await town.MustAsync("answer-about-statement", Subject, Bookkeeper, new { ordinal = "1", answer = "换了两台风机" });
        await town.MustAsync("reword-voucher", Subject, Clerk, Fields(Ditch with { Summary = new("水渠清淤人工") }));
        await town.MustAsync("prepare-statement", Subject, Bookkeeper, new { note = "更正一笔摘要" });
        await PinnedAsync("check-statement", FinanceGroup);
        await PinnedAsync("sign-statement", Supervision);

        var file = (Statement.Disclosed)await StatementAsync(Subject);
        Assert.Equal((2, "水渠清淤人工", "0811", new Yuan(1_252_053_70)), (file.File.Edition, file.File.Public!.Lines[1].Summary.Zh, file.File.Public.Refused[0].Number, file.File.Public.Closing));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task The_last_signature_closes_the_month_in_all_three_ledgers_at_once()
    {
        await SignedAsync();
        (await town.ActAsync("enter-voucher", Subject, Clerk, Relief)).RefusedAs("book.closed");
        (await town.ActAsync("book-vouchers", Subject, Bookkeeper)).RefusedAs("trust.closed");
        var outcome = await EnterBankAsync(town, August, BankClosing, [new(new(2026, 8, 31), "", Yuan.Zero, new(3_200_00))], BankClosing - new Yuan(3_200_00));
        outcome.RefusedAs("bank.closed");
    }

    [Fact]
    public async Task The_next_month_opens_with_its_closing()
    {
        await SignedAsync();
        (await town.ActAsync("open-book", "09/2026-09", Bookkeeper, new { opening = "1" })).RefusedAs("book.opened-already");
        await EnterBankAsync(town, August.Next, BankClosing, [new(new(2026, 9, 2), "0803", Yuan.Zero, new(3_200_00))], BankClosing - new Yuan(3_200_00));
        await using var session = town.Store.QuerySession();
        var now = await LedgersNow.OfAsync(session, new(SampleVillage, August.Next), default);
        var section = Assert.IsType<Result<StatementSection>.Of>(now.Ledgers.Section(await new RulesInForce().ReadAsync(session), NoWords)).Value;
        Assert.Equal((new Yuan(1_252_053_70), true, August), (section.Opening, section.Reconciliation.Agrees, section.Earlier[0].Month));
    }

    [Fact]
    public async Task A_payees_full_name_stands_in_a_private_document_only()
    {
        await town.MustAsync("enter-voucher", Subject, Clerk, Relief);
        await using var session = town.Store.QuerySession();
        Assert.Equal("王建国", (await session.LoadAsync<Person>("v-09-2026-08-0811"))!.Name);
        Assert.Equal(0L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text like '%建国%'"));
        Assert.Equal(1L, await town.SqlAsync("select count(*) from ledger.mt_events where data::text like '%王某%'"));
    }

    /// <summary>By the table that ships: works of any size want the two committees, relief from 10,000 yuan within a year on the representatives.</summary>
    [Fact]
    public async Task A_payment_that_needs_a_decision_names_one_or_is_an_orphan_in_public()
    {
        const string decision = "09-2026-D-0007";
        var meeting = new { title = "小型工程安排", matter = "works-small", what = "修水渠 8,000 元以内", wish = "villagers", merged = "yes", date = "2026-08-01", place = "村委会", members = "7", present = "6", agreed = "6", against = "0" };
        await OpenedAsync();
        Dictionary<string, string> Works(string number, params (string, string)[] more) =>
            new Dictionary<string, string>(Relief) { ["voucher"] = number, ["item"] = "15301", ["payee_kind"] = "organisation", ["payee"] = "蔡邑大成建筑队", ["summary"] = $"修水渠 {number}" }.With(more);
        (await town.ActAsync("enter-voucher", Subject, Clerk, Works("0821"))).RefusedAs("voucher.case-missing");
        (await town.ActAsync("enter-voucher", Subject, Clerk, Works("0821", ("deliberation", decision)))).RefusedAs("voucher.decision-unknown");
        (await town.ActAsync("enter-voucher", Subject, Clerk, Works("0821", ("declaration", "2026-12")))).RefusedAs("voucher.declaration-unknown");
        await town.MustAsync("propose", decision, Clerk, meeting);
        (await town.ActAsync("enter-voucher", Subject, Clerk, Works("0821", ("deliberation", decision)))).RefusedAs("voucher.decision-open");
        await town.MustAsync("post-resolution", decision, Samples.SampleOfficers.Poster, new { date = "2026-08-02", place = "村务公开栏" });
        await town.MustAsync("enter-voucher", Subject, Clerk, Works("0821", ("deliberation", decision)));
        await town.MustAsync("enter-voucher", Subject, Clerk, Works("0822", ("no_case", "汛前抢修"), ("no_case_en", "urgent before the floods")));
        (await town.ActAsync("reword-voucher", Subject, Clerk, Works("0822"))).RefusedAs("voucher.case-dropped");
        // The old code of an account is its new one, and relief adds up to its tier.
        (await town.ActAsync("enter-voucher", Subject, Clerk, Works("0823", ("item", "15401")))).RefusedAs("voucher.case-missing");
        await town.MustAsync("enter-voucher", Subject, Clerk, With("expense", "4000"));
        await town.MustAsync("enter-voucher", Subject, Clerk, With("expense", "4999.99").With(("voucher", "0812"), ("summary", "再慰问")));
        (await town.ActAsync("enter-voucher", Subject, Clerk, With("expense", "1000.01").With(("voucher", "0813"), ("summary", "又慰问")))).RefusedAs("voucher.case-missing");

        await town.MustAsync("book-vouchers", Subject, Bookkeeper);
        await town.MustAsync("prepare-statement", Subject, Bookkeeper);
        await PinnedAsync("check-statement", FinanceGroup);
        await PinnedAsync("sign-statement", Supervision);
        var lines = ((Statement.Disclosed)await StatementAsync(Subject)).File.Public!.Covered.ToList();
        Assert.Equal([("0821", false, null), ("0822", true, "汛前抢修")], lines.Select(l => (l.Number, l.IsOrphan, l.Cover!.Reason?.Zh)));
        await using var session = town.Store.QuerySession();
        var row = await session.LoadAsync<Publishing.Register.DeliberationOnRegister>($"deliberation/{decision}");
        Assert.Equal((decision, "修水渠 8,000 元以内"), (row!.Entry!.Value.Number, row.Edition!.Section.What.Zh));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Bad_subjects_and_fields_are_refused_by_name()
    {
        (await town.ActAsync("open-book", "09-2026-08", Bookkeeper, new { opening = "1" })).RefusedAs("escrow.subject");
        (await town.ActAsync("open-book", Subject, Bookkeeper, new { opening = "1.234" })).RefusedAs("field.invalid");
        (await town.ActAsync("enter-voucher", Subject, Clerk, With("item", "gold"))).RefusedAs("field.invalid");
        (await town.ActAsync("enter-voucher", Subject, Clerk, With("declaration", "12"))).RefusedAs("field.invalid");
        (await town.ActAsync("enter-voucher", Subject, Clerk, With("payee_kind", ""))).RefusedAs("field.invalid");
        (await town.ActAsync("enter-voucher", Subject, Clerk, With("voucher", ""))).RefusedAs("field.invalid");
        (await town.ActAsync("enter-voucher", Subject, Clerk, With("income", "600"))).RefusedAs("voucher.one-side");
        (await town.ActAsync("prepare-statement", Subject, Bookkeeper, new { receivables = "某某" })).RefusedAs("field.invalid");
        (await town.ActAsync("sign-statement", Subject, Supervision)).RefusedAs("field.missing");
    }

    [Fact]
    public async Task A_forged_sum_is_found()
    {
        await SignedAsync();
        await town.SqlAsync("alter table ledger.mt_events disable trigger append_only_row; update ledger.mt_events set data = jsonb_set(data, '{section,closing}', '1') where type = 'statement-disclosed'");
        var codes = (await CheckStore.RunAsync(town.Store, PortalStreams.All)).Select(f => f.Code).ToList();
        Assert.Contains("check.statement-unbalanced", codes);
        Assert.Contains("check.statement-bank", codes);
        Assert.Contains("check.hash-differs", codes);
    }

    [Fact]
    public async Task An_opening_that_is_not_the_closing_before_is_found()
    {
        await SignedAsync();
        await town.SqlAsync("alter table ledger.mt_events disable trigger append_only_row; update ledger.mt_events set data = jsonb_set(data, '{opening}', '1') where type = 'book-opened'");
        Assert.Contains("check.statement-chain", (await CheckStore.RunAsync(town.Store, PortalStreams.All)).Select(f => f.Code));
    }

    private static VillageCode SampleVillage => Samples.SampleLedgers.Village;

    private static Dictionary<string, string> With(string field, string value) => new(Relief) { [field] = value };

    private static Dictionary<string, string> Fields(Voucher v) => new()
    {
        ["voucher"] = v.Number, ["date"] = v.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["summary"] = v.Summary.Zh, ["summary_en"] = v.Summary.En ?? "",
        ["item"] = v.Lines[1].Account.Value, ["income"] = v.In == Yuan.Zero ? "" : v.In.ToString(), ["expense"] = v.Out == Yuan.Zero ? "" : v.Out.ToString(),
        ["payee_kind"] = "organisation", ["approvers"] = string.Join(' ', v.Approvers.Select(Portal.Cases.Acts.Fields.NameOf)), ["payee"] = v.Payee!.Name.Zh, ["payee_en"] = v.Payee.Name.En ?? "", ["agreement"] = v.Agreement?.Value ?? "",
    };

    private async Task OpenedAsync()
    {
        await town.MustAsync("open-book", Subject, Bookkeeper, new { opening = Opening.ToString() });
        foreach (var voucher in Vouchers) await town.MustAsync("enter-voucher", Subject, Clerk, Fields(voucher));
    }

    private async Task SignedAsync()
    {
        await OpenedAsync();
        await town.MustAsync("book-vouchers", Subject, Bookkeeper);
        await town.MustAsync("prepare-statement", Subject, Bookkeeper);
        await PinnedAsync("check-statement", FinanceGroup);
        await PinnedAsync("sign-statement", Supervision);
    }

    private async Task PinnedAsync(string act, Officer by)
    {
        await using var session = town.Store.QuerySession();
        var hash = await ActTable.All[act].Pins!(session, await new RulesInForce().ReadAsync(session), Subject, default);
        await town.MustAsync(act, Subject, by, new { hash = hash!.Value.Value });
    }

    private async Task<Statement> StatementAsync(string subject)
    {
        await using var session = town.Store.QuerySession();
        return (await Entry.LoadAsync(session, $"statement/{subject}", StatementDecider.Law, default)).State;
    }

    internal static Task<Outcome> EnterBankAsync(TestTown town, Month month, Yuan opening, IReadOnlyList<BankLine> lines, Yuan closing) =>
        town.Ledger.WriteAsync(new("test", "import"), async entry =>
        {
            var file = await entry.LoadAsync(StreamKey.Bank(new(SampleVillage, month)), BankDecider.Law);
            return entry.Decide(file, new BankCommand.Enter(SampleVillage, month, opening, lines, closing, null, Hands.None, Bookkeeper, TestTown.Morning));
        });
}

internal static class VoucherForms
{
    public static Dictionary<string, string> With(this Dictionary<string, string> fields, params IEnumerable<(string Name, string Value)> more)
    {
        foreach (var (name, value) in more) fields[name] = value;
        return fields;
    }
}
