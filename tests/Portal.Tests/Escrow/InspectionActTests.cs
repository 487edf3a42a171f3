using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Store;
using Transparency.Publishing.Register;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Escrow;

/// <summary>An inspection of August by the acts that forms and scenario files use, over a real PostgreSQL.</summary>
public sealed class InspectionActTests
{
    private const string Half = "pine-harbour-salt-2026";
    private const string Village = "2026-1/09";

    private static readonly object Plan = new
    {
        title = "八月检查", title_en = "Inspection of August", from = "2026-08", to = "2026-08", count = "2", team = "镇经管站", first = "2026-09-17", last = "2026-09-25", half = Half,
    };

    [Fact]
    public async Task Lives_from_its_plan_to_its_closing_and_shows_nothing_before_it_is_confirmed()
    {
        await using var town = await DrawnAsync();
        await town.MustAsync("record-findings", Village, Reviewer, new { nothing = "no", found = "no-invoice = 2026-09-30 = 3 笔没有发票|Three without invoice = 2026-08\nother = 2026-10-15 = 登记簿没有页码" });
        Assert.Empty((await RowAsync(town)).Results);
        await town.MustAsync("return-findings", Village, Approver, new { reason = "写明凭证号" });
        await town.MustAsync("record-findings", Village, Reviewer, new { nothing = "no", found = "no-invoice = 2026-09-30 = 凭证 0803 没有发票 = 2026-08" });
        (await town.ActAsync("confirm-findings", Village, Approver, new { hash = new string('0', 64) })).RefusedAs("content.moved");
        await ConfirmAsync(town, Village);
        Assert.Equal(("凭证 0803 没有发票", "《会计法》第14条"), (await RowAsync(town)).Results.Single().Findings.Single() is { Of: var f } ? (f.What.Zh, f.Law.Zh) : default);

        await town.MustAsync("record-findings", "2026-1/04", SecondReviewer, new { nothing = "yes" });
        await ConfirmAsync(town, "2026-1/04");
        (await town.ActAsync("close-inspection", "2026-1", TownClerk)).RefusedAs("inspection.not-cured");
        await town.MustAsync("report-cure", Village, OtherClerk, new { finding = "1", what = "发票补齐" });
        await town.MustAsync("reject-cure", Village, Reviewer, new { finding = "1", reason = "金额不对" });
        await town.MustAsync("report-cure", Village, OtherClerk, new { finding = "1", what = "发票换了" });
        Assert.Null((await RowAsync(town)).ResultOf(new("09"))!.Findings[0].Cure);
        await town.MustAsync("accept-cure", Village, Reviewer, new { finding = "1" });
        await town.MustAsync("close-inspection", "2026-1", TownClerk);
        var row = await RowAsync(town);
        Assert.Equal((InspectionStatus.Closed, "发票换了", 0), (row.Status, row.ResultOf(new("09"))!.Findings[0].Cure!.What.Zh, row.ResultOf(new("09"))!.Findings[0].Cure!.DaysLate));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    /// <summary>The trust ledger of a month is all villages' in one stream: who booked for one village has not acted for the other.</summary>
    [Fact]
    public async Task Who_handled_a_villages_accounts_cannot_inspect_it_but_another()
    {
        await using var town = await DrawnAsync();
        await town.MustAsync("open-book", "04/2026-08", Bookkeeper, new { opening = "1000.00" });
        await town.MustAsync("enter-voucher", "04/2026-08", Clerk, new { voucher = "0811", date = "2026-08-11", summary = "慰问困难户", item = "救助慰问", expense = "600.00", approvers = "party-secretary village-head", payee_kind = "person", payee = "王建国" });
        await town.MustAsync("book-vouchers", "04/2026-08", Everyone);
        (await town.ActAsync("record-findings", "2026-1/04", Everyone, new { nothing = "yes" })).RefusedAs("inspection.acted-there");
        await town.MustAsync("record-findings", Village, Everyone, new { nothing = "yes" });
        await town.MustAsync("record-findings", "2026-1/04", Reviewer, new { nothing = "yes" });
        (await town.ActAsync("confirm-findings", "2026-1/04", Everyone, new { hash = await HashAsync(town, "2026-1/04") })).RefusedAs("inspection.acted-there");
    }

    /// <summary>I31: by crafted acts, since no page offers the first.</summary>
    [Fact]
    public async Task Once_the_number_is_known_the_town_cannot_cancel_and_the_void_is_public()
    {
        await using var town = await TestTown.NewAsync();
        await town.MustAsync("plan-inspection", "2026-1", TownClerk, Plan);
        await town.MustAsync("call-number", "2026-1", Supervision, new { number = "417" });
        (await town.ActAsync("cancel-inspection", "2026-1", TownClerk, new { reason = "换几个村" })).RefusedAs("inspection.number-known");
        (await town.ActAsync("void-draw", "2026-1", Supervision, new { reason = "换几个村" })).RefusedAs("inspection.own-number");
        var other = Supervision with { Id = new("other-supervision"), Person = new("other-supervision"), Villages = [SampleRules.Jiajiahewu] };
        await town.MustAsync("void-draw", "2026-1", other, new { reason = "镇里没有抽取" });
        var row = await RowAsync(town);
        Assert.Equal((InspectionStatus.Cancelled, "镇里没有抽取", "voided"), (row.Status, row.End!.Cancelled!.Zh, row.End.Kind));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task The_towns_half_is_stored_nowhere_before_the_draw()
    {
        await using var town = await TestTown.NewAsync();
        await town.MustAsync("plan-inspection", "2026-1", TownClerk, Plan);
        await town.MustAsync("call-number", "2026-1", Supervision, new { number = "417" });
        Assert.DoesNotContain(Half, await EverythingAsync(town), StringComparison.Ordinal);
        Assert.Contains(DrawRecipe.Commitment(Half), await EverythingAsync(town), StringComparison.Ordinal);
        (await town.ActAsync("draw-villages", "2026-1", Reviewer, new { half = "pine-harbour-salt-2025" })).RefusedAs("inspection.half-differs");
        await town.MustAsync("draw-villages", "2026-1", Reviewer, new { half = Half });
        Assert.Contains(Half, await EverythingAsync(town), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_follow_one_another_and_bad_subjects_and_fields_are_named()
    {
        await using var town = await TestTown.NewAsync();
        (await town.ActAsync("plan-inspection", "2026-2", TownClerk, Plan)).RefusedAs("inspection.number-gap");
        await town.MustAsync("plan-inspection", "2026-1", TownClerk, Plan);
        (await town.ActAsync("plan-inspection", "2026-2", TownClerk, Plan)).RefusedAs("inspection.before-undrawn");
        await town.MustAsync("call-number", "2026-1", Supervision, new { number = "417" });
        await town.MustAsync("draw-villages", "2026-1", Reviewer, new { half = Half });
        await town.MustAsync("plan-inspection", "2026-2", TownClerk, Plan);
        await town.MustAsync("cancel-inspection", "2026-2", TownClerk, new { reason = "重复" });
        (await town.ActAsync("plan-inspection", "2026-2", TownClerk, Plan)).RefusedAs("inspection.known-already");
        foreach (var subject in new[] { "", "2026", "2026-01", "26-1", "2026-1/09" }) (await town.ActAsync("call-number", subject, Supervision, new { number = "1" })).RefusedAs("inspection.subject");
        foreach (var subject in new[] { "2026-1", "2026-1/00", "2026-1/9" }) (await town.ActAsync("record-findings", subject, Reviewer, new { nothing = "yes" })).RefusedAs("inspection.subject-village");
        (await town.ActAsync("plan-inspection", "2026-3", TownClerk, new { half = "too-short" })).RefusedAs("field.invalid");
        (await town.ActAsync("call-number", "2026-1", Supervision, new { number = "many" })).RefusedAs("field.invalid");
        (await town.ActAsync("record-findings", Village, Reviewer, new { nothing = "no", found = "no-invoice = soon = 没有发票" })).RefusedAs("field.invalid");
        (await town.ActAsync("call-number", "2026-1", Supervision, new { number = "1" }, seen: 7)).RefusedAs(StoreFault.Conflict.Code);
    }

    private static async Task<TestTown> DrawnAsync()
    {
        var town = await TestTown.NewAsync();
        await town.MustAsync("plan-inspection", "2026-1", TownClerk, Plan);
        await town.MustAsync("call-number", "2026-1", Supervision, new { number = "417" });
        await town.MustAsync("draw-villages", "2026-1", Reviewer, new { half = Half });
        return town;
    }

    private static async Task ConfirmAsync(TestTown town, string subject) => await town.MustAsync("confirm-findings", subject, Approver, new { hash = await HashAsync(town, subject) });

    private static async Task<string> HashAsync(TestTown town, string subject)
    {
        await using var session = town.Store.QuerySession();
        return (await ActTable.All["confirm-findings"].Pins!(session, SampleRules.Book, subject, CancellationToken.None))!.Value.Value;
    }

    private static async Task<InspectionOnRegister> RowAsync(TestTown town)
    {
        await using var session = town.Store.QuerySession();
        return (await session.LoadAsync<InspectionOnRegister>("inspection/2026-1"))!;
    }

    /// <summary>Every event with what stands beside it, and every row.</summary>
    private static async Task<string> EverythingAsync(TestTown town)
    {
        await using var connection = new Npgsql.NpgsqlConnection(town.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select (select string_agg(e::text, ' ') from ledger.mt_events e) || (select string_agg(r::text, ' ') from portal.mt_doc_inspectiononregister r) || (select string_agg(r::text, ' ') from portal.mt_doc_inspectionondesk r)", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
