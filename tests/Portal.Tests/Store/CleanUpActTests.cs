using Transparency.Portal.Hosting;
using Transparency.Portal.Store.Keeping;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Store;

public class CleanUpActTests
{
    private const string Drive = "saltpans-2026";
    private const string Case = $"{Drive}/{TestTown.Lease}";

    [Fact]
    public async Task An_agreement_goes_through_a_drive_by_named_acts()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.MustAsync("open-drive", Drive, TownClerk, new { title = "盐田合同清理", title_en = "Salt pans", what = "逐份核实", villages = "09" });
        await town.MustAsync("list-case", Case, TestTown.Clerk);
        await town.MustAsync("verify-case", Case, TestTown.Clerk, new { findings = "租金低", findings_en = "too cheap" });
        await town.MustAsync("defer-case", Case, TestTown.Clerk, new { reason = "等测绘" });
        await town.MustAsync("classify-case", Case, Reviewer, new { problems = "RENT_LOW term-over" });
        await town.MustAsync("litigate-case", Case, Reviewer, new { reason = "起诉" });
        await town.MustAsync("change-agreement", TestTown.Lease, TestTown.Clerk, new { yearly = "70000.00", tender = "09-2026-L-0007", work = "saltpan-3" });

        (await town.ActAsync("remedy-case", Case, TestTown.Clerk, new { remedies = "REPRICE", declaration = "d1" })).RefusedAs("cleanup.not-approved");
        await town.OpenedAsync("d1");
        await town.ClosedAsync("d1");
        await town.PinnedAsync("approve", "d1", Approver);
        await town.MustAsync("remedy-case", Case, TestTown.Clerk, new { remedies = "REPRICE COLLECT", recovered = "30000.00", declaration = "d1" });
        (await town.ActAsync("finish-case", Case, TownClerk, new { recovered = "30000.00" })).RefusedAs("field.unknown");
        (await town.ActAsync("finish-case", Case, TownClerk, new { vouchers = "2026-08/0801" })).RefusedAs("cleanup.voucher");
        (await town.ActAsync("finish-case", Case, TownClerk, new { vouchers = "0801" })).RefusedAs("field.invalid");
        await town.MustAsync("finish-case", Case, TownClerk);
        await town.MustAsync("close-drive", Drive, TownClerk);
        Assert.Equal((7L, 2L), (await town.VersionAsync($"case/{Case}"), await town.VersionAsync($"drive/{Drive}")));
        Assert.Contains("\"yearly\": 7000000", (string)(await town.SqlAsync("select data::text from ledger.mt_events where type = 'case-remedied'"))!, StringComparison.Ordinal);
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Bad_subjects_codes_and_villages_are_named()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        (await town.ActAsync("open-drive", "Salt Pans", TownClerk, new { title = "清理", what = "核实" })).RefusedAs("drive.id");
        (await town.ActAsync("open-drive", Drive, TownClerk, new { title = "清理", what = "核实", villages = "9" })).RefusedAs("field.invalid");
        (await town.ActAsync("list-case", Case, TestTown.Clerk)).RefusedAs("drive.unknown");
        (await town.ActAsync("list-case", Drive, TestTown.Clerk)).RefusedAs("cleanup.subject");
        await town.MustAsync("open-drive", Drive, TownClerk, new { title = "清理", what = "核实" });
        await town.MustAsync("list-case", Case, TestTown.Clerk);
        await town.MustAsync("verify-case", Case, TestTown.Clerk, new { findings = "无问题" });
        (await town.ActAsync("classify-case", Case, Reviewer, new { problems = "CHEAP" })).RefusedAs("field.invalid");
        (await town.ActAsync("classify-case", Case, Reviewer)).RefusedAs("field.invalid");
        await town.MustAsync("classify-case", Case, Reviewer, new { problems = "none" });
        (await town.ActAsync("finish-case", Case, TownClerk)).RefusedAs("cleanup.not-now");
    }
}
