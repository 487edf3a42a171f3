using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Office;

/// <summary>Rent and clean-up by forms alone.</summary>
public class LeaseFormTests(CaseOffice office) : IClassFixture<CaseOffice>
{
    private const string Drive = "clean-up/saltpans-2026";
    private const string Case = $"{Drive}/{CaseOffice.Lease}";
    private const string Rent = $"rent/{CaseOffice.Lease}/2026";

    [Fact]
    public async Task From_a_drives_opening_to_a_closed_case_and_a_signed_account()
    {
        await office.RegisterLeaseAsync();
        await office.RegisterLeaseAsync("09-2026-L-0002");
        var town = await office.Host.SignedInAsync(TownClerk);
        var named = await town.SendAsync(await town.GoAsync("/office/clean-up"), "form.column", new { drive = "saltpans-2026" }, get: true);
        Assert.Equal("/office/clean-up/saltpans-2026", named.Path);
        await office.DoAsync(TownClerk, Drive, "open-drive", new { title = "盐田合同清理", what = "逐份核实", villages = "09" });
        Assert.Equal(404, (await (await office.Host.SignedInAsync(Clerk)).GoAsync($"/office/{Case}")).Status);
        await office.DoAsync(OtherClerk, Case, "list-case");
        Assert.Contains("核实", (await DeskOf(OtherClerk)).Words, StringComparison.Ordinal);
        await office.DoAsync(OtherClerk, Case, "verify-case", new { findings = "租金偏低" });
        await office.DoAsync(Reviewer, Case, "classify-case", new { problems = "TERM_OVER RENT_LOW" });
        await office.DoAsync(OtherClerk, Case, "defer-case", new { reason = "等评估" });
        await office.DoAsync(OtherClerk, Case, "litigate-case", new { reason = "承租人不同意" });
        await office.ApproveLeaseAsync("remedy");
        await office.DoAsync(OtherClerk, Case, "remedy-case", new { remedies = "REPRICE", recovered = "36000", declaration = "remedy" });
        Assert.Contains("租金过低", (await office.DoAsync(TownClerk, Case, "finish-case")).Words, StringComparison.Ordinal);
        Assert.Contains(CaseOffice.Lease, (await office.DoAsync(TownClerk, Drive, "close-drive")).Words, StringComparison.Ordinal);

        await office.DoAsync(OtherClerk, Rent, "schedule-rent", new { rows_1_day = "2026-07-31", rows_1_amount = "21000" });
        await office.RefusedAsync(OtherClerk, Rent, "receive-rent", new { date = "2026-08-01", amount = "22000" }, 422);
        await office.DoAsync(OtherClerk, Rent, "receive-rent", new { date = "2026-08-01", amount = "6000", voucher = "0801" });
        await office.DoAsync(Bookkeeper, Rent, "prepare-rent");
        Assert.Contains("15,000.00", (await office.DoAsync(FinanceGroup, Rent, "check-rent")).Words, StringComparison.Ordinal);
        Assert.NotNull((await DeskOf(Supervision)).Page.QuerySelector($".desk a[href='/office/{Rent}']"));
        await office.DoAsync(Supervision, Rent, "sign-rent");
    }

    [Fact]
    public async Task What_an_officer_may_not_do_is_not_offered_and_a_crafted_post_is_refused()
    {
        await office.RegisterLeaseAsync("09-2026-L-0009");
        const string path = "rent/09-2026-L-0009/2025";
        await office.DoAsync(Bookkeeper, path, "schedule-rent", new { rows_1_day = "2025-07-31", rows_1_amount = "21000" });
        await office.DoAsync(Bookkeeper, path, "prepare-rent");
        var keeper = await office.Host.SignedInAsync(Bookkeeper);
        var page = await keeper.GoAsync($"/office/{path}");
        Assert.Null(page.Page.QuerySelector("#act-check-rent"));
        var fields = Visitor.FieldsOf(page, "#act-prepare-rent");
        fields["hash"] = new string('0', 64);
        Assert.Equal(403, (await keeper.PostAsync($"/office/{path}/acts/check-rent", fields)).Status);
        Assert.Equal(2, await office.VersionAsync(path));
        var waiting = await (await office.Host.SignedInAsync(Supervision)).GoAsync($"/office/{path}");
        Assert.Null(waiting.Page.QuerySelector("#act-sign-rent"));
        Assert.Equal(404, (await keeper.GoAsync("/office/rent/09-2026-L-0999/2025")).Status);
    }

    [Fact]
    public async Task An_agreement_stands_in_its_villages_list_and_leads_to_its_rent()
    {
        await office.RegisterLeaseAsync("09-2026-L-0005");
        var clerk = await office.Host.SignedInAsync(OtherClerk);
        var list = await clerk.GoAsync("/office/agreements");
        Assert.NotNull(list.Page.QuerySelector("a[href='/office/agreements/09-2026-L-0005']"));
        var rent = await clerk.GoAsync("/office/rent?agreement=09-2026-L-0005&year=2026");
        Assert.Equal("/office/rent/09-2026-L-0005/2026", rent.Path);
        Assert.DoesNotContain("09-2026-L-0005", (await (await office.Host.SignedInAsync(Clerk)).GoAsync("/office/agreements?village=09")).Words, StringComparison.Ordinal);
    }

    private async Task<Seen> DeskOf(Contracts.Officer officer) => await (await office.Host.SignedInAsync(officer)).GoAsync("/office");
}
