using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Store;

public class RentActTests
{
    private const string Year = $"{TestTown.Lease}/2026";

    [Fact]
    public async Task Rent_is_kept_prepared_checked_and_signed_by_named_acts()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.MustAsync("schedule-rent", Year, Bookkeeper, new { rows = "2026-03-31 = 40000.00\n2026-09-30 = 20000.00" });
        await town.MustAsync("receive-rent", Year, TestTown.Clerk, new { date = "2026-03-20", amount = "35000.00", voucher = "2026-03-0007", due = "2026-03-31" });
        await town.MustAsync("prepare-rent", Year, Bookkeeper);
        var hash = await HashAsync(town);
        (await town.ActAsync("check-rent", Year, FinanceGroup, new { hash = new string('0', 64) })).RefusedAs("content.moved");
        await town.MustAsync("receive-rent", Year, Bookkeeper, new { date = "2026-09-16", amount = "5000.00" });
        await town.MustAsync("check-rent", Year, FinanceGroup, new { hash });
        (await town.ActAsync("sign-rent", Year, Supervision, new { hash })).RefusedAs("rent.agreement-not-public");

        await town.OpenedAsync("d1");
        await town.ClosedAsync("d1");
        await town.PinnedAsync("approve", "d1", Approver);
        await town.MustAsync("sign-rent", Year, Supervision, new { hash });
        Assert.Equal(6, await town.VersionAsync($"rent/{Year}"));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    /// <summary>Once the village's books are kept here, rent comes in by a booked voucher that names the lease, and clean-ups recover by such.</summary>
    [Fact]
    public async Task A_receipt_follows_from_a_booked_voucher()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        await town.MustAsync("schedule-rent", Year, Bookkeeper, new { rows = "2026-09-30 = 60000.00" });
        await town.MustAsync("open-book", "09/2026-08", Bookkeeper, new { opening = "100" });
        object Of(string? voucher, string amount = "35000.00", string date = "2026-08-20") => new { date, amount, voucher = voucher ?? "" };
        (await town.ActAsync("receive-rent", Year, Bookkeeper, Of(null))).RefusedAs("rent.voucher-missing");
        (await town.ActAsync("receive-rent", Year, Bookkeeper, Of("0801"))).RefusedAs("rent.voucher-unknown");
        await town.MustAsync("enter-voucher", "09/2026-08", TestTown.Clerk, new { voucher = "0801", date = "2026-08-20", summary = "承包费", item = "50101", income = "35000.00", agreement = TestTown.Lease });
        (await town.ActAsync("receive-rent", Year, Bookkeeper, Of("0801"))).RefusedAs("rent.voucher-other");
        await town.MustAsync("book-vouchers", "09/2026-08", Bookkeeper);
        (await town.ActAsync("receive-rent", Year, Bookkeeper, Of("0801", "35000.01"))).RefusedAs("rent.voucher-sum");
        // The month after has no book yet: money that is said to have come in then is in none.
        (await town.ActAsync("receive-rent", Year, Bookkeeper, Of("0901", date: "2026-09-10"))).RefusedAs("rent.voucher-unknown");
        await town.MustAsync("receive-rent", Year, Bookkeeper, Of("0801", "30000.00"));
        (await town.ActAsync("receive-rent", Year, Bookkeeper, Of("0801", "5000.01"))).RefusedAs("rent.voucher-sum");
        await town.MustAsync("receive-rent", Year, Bookkeeper, Of("0801", "5000.00"));
        // What came in before the books is on paper only.
        await town.MustAsync("receive-rent", Year, Bookkeeper, Of(null, "100", "2026-03-01"));
        Assert.Empty(await CheckStore.RunAsync(town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_bad_subject_or_field_is_named_and_a_stale_form_refused()
    {
        await using var town = await TestTown.NewAsync();
        await town.RegisterLeaseAsync();
        foreach (var subject in new[] { TestTown.Lease, $"{TestTown.Lease}/26", "x/2026", $"{TestTown.Lease}/0000" })
            (await town.ActAsync("prepare-rent", subject, Bookkeeper)).RefusedAs("rent.subject");
        (await town.ActAsync("schedule-rent", Year, Bookkeeper, new { rows = "2026-03-31: 40000" })).RefusedAs("field.invalid");
        (await town.ActAsync("schedule-rent", Year, Bookkeeper)).RefusedAs("rent.no-rows");
        await town.MustAsync("schedule-rent", Year, Bookkeeper, new { rows = "2026-03-31 = 40000.00" });
        (await town.ActAsync("receive-rent", Year, Bookkeeper, new { date = "2026-03-20" })).RefusedAs("field.missing");
        (await town.ActAsync("check-rent", Year, FinanceGroup)).RefusedAs("field.missing");
        (await town.ActAsync("prepare-rent", Year, Bookkeeper, new { note = "x" })).RefusedAs("field.unknown");
        (await town.ActAsync("prepare-rent", Year, Bookkeeper, seen: 9)).RefusedAs(StoreFault.Conflict.Code);
    }

    private static async Task<string> HashAsync(TestTown town)
    {
        await using var session = town.Store.QuerySession();
        return (await Portal.Cases.ActTable.All["sign-rent"].Pins!(session, SampleRules.Book, Year, CancellationToken.None))!.Value.Value;
    }
}
