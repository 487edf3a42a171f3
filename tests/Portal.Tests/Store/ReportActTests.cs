using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Register;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Store;

public class ReportActTests
{
    private const string Grants = "grants/09/2026-Q2";

    [Fact]
    public async Task A_report_is_prepared_returned_signed_and_corrected_by_named_acts()
    {
        await using var town = await TestTown.NewAsync();
        await town.MustAsync("prepare-report", Grants, TestTown.Clerk, new { nothing = "no", words = "收到救灾款", words_en = "Relief came in" });
        await town.MustAsync("return-report", Grants, Supervision, new { reason = "写清发给谁" });
        Assert.Null(await RowAsync(town));
        await town.MustAsync("prepare-report", Grants, TestTown.Clerk, new { nothing = "no", words = "收到救灾款，发给 8 户" });
        (await town.ActAsync("sign-report", Grants, Supervision, new { hash = new string('0', 64) })).RefusedAs("content.moved");
        await town.MustAsync("sign-report", Grants, Supervision, new { hash = await HashAsync(town) });
        Assert.Equal(("收到救灾款，发给 8 户", 1), await RowAsync(town) is { } first ? (first.Section.Words.Zh, first.Editions.Count) : default);
        await town.MustAsync("prepare-report", Grants, TestTown.Clerk, new { nothing = "yes", note = "款项属于三季度" });
        await town.MustAsync("sign-report", Grants, Supervision, new { hash = await HashAsync(town) });
        Assert.Equal((true, 2), await RowAsync(town) is { } second ? (second.Section.Nothing, second.Editions.Count) : default);
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task The_paper_on_the_board_is_recorded_by_named_acts_and_shown()
    {
        await using var town = await TestTown.NewAsync();
        await town.MustAsync("prepare-report", Grants, TestTown.Clerk, new { nothing = "yes" });
        (await town.ActAsync("post-report", Grants, Supervision, new { date = "2026-09-17" })).RefusedAs("report.not-now");
        await town.MustAsync("sign-report", Grants, Supervision, new { hash = await HashAsync(town) });
        (await town.ActAsync("post-report", Grants, Supervision)).RefusedAs("field.missing");
        (await town.ActAsync("post-report", Grants, TestTown.Clerk, new { date = "2026-09-17" })).RefusedAs("officer.may-not");
        await town.MustAsync("post-report", Grants, Supervision, new { date = "2026-09-17" });
        (await town.ActAsync("take-down-report", Grants, Supervision, new { date = "2026-10-03" })).RefusedAs("report.board-runs");
        Assert.Equal((new OnBoard(1, new(2026, 9, 17), new(2026, 10, 2), null), 2), await RowAsync(town) is { } row ? (Assert.Single(row.Boards), row.Acts) : default);
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_bad_subject_or_field_is_named_and_a_stale_form_refused()
    {
        await using var town = await TestTown.NewAsync();
        foreach (var subject in new[] { "grants", "grants/09", "grants/09/2026-Q9", "Grants/09/2026-Q2", "grants/00/2026-Q2" })
            (await town.ActAsync("prepare-report", subject, TestTown.Clerk, new { nothing = "yes" })).RefusedAs("report.subject");
        (await town.ActAsync("prepare-report", Grants, TestTown.Clerk, new { words = "x" })).RefusedAs("field.missing");
        (await town.ActAsync("prepare-report", Grants, TestTown.Clerk, new { nothing = "perhaps" })).RefusedAs("field.invalid");
        (await town.ActAsync("prepare-report", Grants, TestTown.Clerk, new { nothing = "yes", by = "x" })).RefusedAs("field.unknown");
        (await town.ActAsync("prepare-report", Grants, TestTown.Clerk, new { nothing = "yes" }, seen: 7)).RefusedAs(StoreFault.Conflict.Code);
        (await town.ActAsync("sign-report", Grants, Supervision)).RefusedAs("field.missing");
    }

    private static async Task<ReportOnRegister?> RowAsync(TestTown town)
    {
        await using var session = town.Store.QuerySession();
        return await session.LoadAsync<ReportOnRegister>($"report/{Grants}");
    }

    private static async Task<string> HashAsync(TestTown town)
    {
        await using var session = town.Store.QuerySession();
        return (await Portal.Cases.ActTable.All["sign-report"].Pins!(session, SampleRules.Book, Grants, CancellationToken.None))!.Value.Value;
    }
}
