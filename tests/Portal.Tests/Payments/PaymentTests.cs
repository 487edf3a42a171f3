using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Samples;
using static Transparency.Portal.Tests.Payments.UnderContract;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Payments;

/// <summary>Payments under contracts come from booked vouchers and from nowhere else.</summary>
public sealed class PaymentTests
{
    [Fact]
    public async Task A_voucher_pays_when_it_is_booked_and_its_reversal_strikes_the_line_through()
    {
        await using var town = await NewAsync();
        await town.EnterAsync("1012", "20000");
        Assert.Empty(await town.PaymentsAsync());
        await town.BookAsync();
        Assert.Equal((new Yuan(2_000_000), "1012", (string?)null), await OnlyAsync(town));
        await town.Life.ActAsync(32, "reverse-voucher", "04/2026-11", Clerk, new { original = "2026-10/1012", voucher = "1101", date = "2026-11-01", summary = "写错了标段，冲销" });
        Assert.Null((await OnlyAsync(town)).Reversal);
        await town.Life.ActAsync(32, "book-vouchers", "04/2026-11", Bookkeeper);
        Assert.Equal("2026-11/1101", (await OnlyAsync(town)).Reversal);
        Assert.Equal(0, ((Tender.Awarded)await town.Life.StateAsync(Repair)).Lots[0].Contract!.Payments.Paid.Fen);
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task What_the_contract_would_refuse_is_refused_with_the_voucher_and_nothing_is_left()
    {
        await using var town = await NewAsync();
        Assert.Equal("tender.unknown", await town.UnpayableAsync("1", "100", "04-2026-W-0099"));
        Assert.Equal("tender.which-lot", await town.UnpayableAsync("1", "100", lot: null));
        Assert.Equal("tender.lot-unknown", await town.UnpayableAsync("1", "100", lot: "3"));
        Assert.Equal("tender.over-total", await town.UnpayableAsync("1", "24000.01"));
        Assert.Equal("tender.not-accepted", await town.UnpayableAsync("1", "7200.01", date: "2026-10-09"));
        Assert.Equal("tender.before-signature", await town.UnpayableAsync("1", "100", date: "2026-10-07"));
        Assert.Equal("agreement.unknown", await town.UnpayableAsync("1", "100", null, null, "04-2026-W-0050"));
        Assert.Equal("agreement.names-tender", await town.UnpayableAsync("1", "100", "", null, PumpAgreement, "2026-10-12", "09"));
        Assert.Equal("tender.other-agreement", await town.UnpayableAsync("1", "100", Pump, null, "09-2026-W-0006"));
        Assert.Equal("voucher.lot-without-tender", (await town.RefusedAsync("1", "100", null, "1")).Code);
        Assert.Equal((0, 0), (await town.Life.Town.VersionAsync("book/04/2026-10"), await town.Life.Town.VersionAsync("book/09/2026-10")));
    }

    [Fact]
    public async Task What_is_entered_counts_so_that_no_payment_blocks_a_month()
    {
        await using var town = await NewAsync();
        await town.EnterAsync("1", "20000");
        Assert.Equal("tender.over-total", await town.UnpayableAsync("2", "4000.01"));
        await town.EnterAsync("2", "16000", lot: "2");
        await town.Life.ActAsync(31, "refuse-voucher", "04/2026-10", Bookkeeper, new { voucher = "1", reason = "没有发票" });
        await town.EnterAsync("3", "24000");
        await town.BookAsync();
        Assert.Equal("3", (await OnlyAsync(town)).Voucher);
        await town.Life.ActAsync(31, "close-tender", Repair, Clerk);
        // Closed and paid: a payment is taken back and made again all the same.
        await town.Life.ActAsync(31, "reverse-voucher", "04/2026-10", Clerk, new { original = "2026-10/3", voucher = "4", date = "2026-10-30", summary = "付错账户，冲销" });
        await town.EnterAsync("5", "24000", date: "2026-10-31");
        await town.BookAsync();
        Assert.Equal(["2026-10/4", null], (await town.PaymentsAsync()).Select(p => p.Reversal?.ToString()));
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Which_contract_is_paid_can_be_mended_until_the_booking()
    {
        await using var town = await NewAsync();
        await town.EnterAsync("1", "16000");
        await town.Life.ActAsync(31, "reword-voucher", "04/2026-10", Clerk, Paper("1", "16000", Repair, "2"));
        Assert.Equal("voucher.cannot-pay", await town.Life.RefusedAsync(31, "reword-voucher", "04/2026-10", Clerk, Paper("1", "16000", Repair, "3")));
        await town.BookAsync();
        Assert.Empty(await town.PaymentsAsync());
        Assert.Single(await town.PaymentsAsync(lot: 2));
        Assert.Equal("voucher.purpose-fixed", await town.Life.RefusedAsync(31, "reword-voucher", "04/2026-10", Clerk, Paper("1", "16000", Repair, "1")));
        Assert.Equal("voucher.purpose-fixed", await town.Life.RefusedAsync(31, "reword-voucher", "04/2026-10", Clerk, Paper("1", "16000", null)));
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_voucher_that_names_tender_and_agreement_pays_under_both()
    {
        await using var town = await NewAsync();
        await town.EnterAsync("7", "30000", Pump, null, PumpAgreement);
        Assert.Equal("tender.over-total", await town.UnpayableAsync("8", "0.01", Pump, null, PumpAgreement));
        await town.BookAsync("09/2026-10");
        Assert.Single(await town.PaymentsAsync(Pump));
        Assert.Equal("agreement.below-paid", await town.Life.RefusedAsync(31, "change-agreement", PumpAgreement, OtherClerk, new { total = "29999" }));
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_change_waits_for_another_person_and_is_an_edition()
    {
        await using var town = await NewAsync();
        await town.Life.ActAsync(12, "change-contract", Repair, Clerk, new { lot = "1", total = "26400", reason = "加长 20 米" });
        Assert.Equal("tender.over-total", await town.UnpayableAsync("1", "24000.01"));
        Assert.Equal("officer.may-not", await town.Life.RefusedAsync(12, "sign-change", Repair, Clerk, new { lot = "1" }));
        await town.Life.ActAsync(12, "sign-change", Repair, Reviewer, new { lot = "1" });
        Assert.Equal("tender.change-declared", await town.Life.RefusedAsync(13, "change-contract", Repair, Clerk, new { lot = "1", total = "26400.01", reason = "再加" }));
        Assert.Equal("tender.declared-unknown", await town.Life.RefusedAsync(13, "change-contract", Repair, Clerk, new { lot = "1", total = "30000", reason = "再加", declaration = "2026-99" }));
        await using var session = town.Life.Town.Store.QuerySession();
        var row = (await session.LoadAsync<Publishing.Register.TenderOnRegister>($"tender/{Repair}"))!;
        Assert.Equal((5, new Yuan(2_400_000), new Yuan(2_640_000)), (row.Current.Ordinal, row.Contracts[0].Changes[0].Before, row.Contracts[0].Total));
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    /// <summary>Where only the database could do it, the check finds it.</summary>
    [Theory]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{amount}', '2000001') where type = 'tender-paid'", "check.paid-without-voucher")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{lot}', '2') where type = 'tender-paid'", "check.paid-without-voucher")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{voucher}', '\"99\"') where type = 'tender-paid'", "check.paid-without-voucher check.voucher-not-paid")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{vouchers,0,number}', '\"99\"') where type = 'vouchers-booked'", "check.paid-without-voucher")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{vouchers,0,lot}', '2') where type = 'vouchers-entered'", "check.paid-without-voucher")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{total}', '1999999') where type = 'tender-contract-signed' and (data ->> 'lot') = '1'", "check.paid-over")]
    public async Task What_only_the_database_can_do_is_found(string sql, string codes)
    {
        await using var town = await NewAsync();
        await town.EnterAsync("1012", "20000");
        await town.BookAsync();
        await town.Life.Town.SqlAsync($"alter table ledger.mt_events disable trigger append_only_row; {sql}");
        var found = (await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All)).Select(f => f.Code).ToHashSet();
        Assert.All(codes.Split(' '), code => Assert.Contains(code, found));
    }

    [Fact]
    public async Task A_payment_written_without_a_voucher_is_found()
    {
        await using var town = await NewAsync();
        await town.Life.Town.Ledger.WriteAsync(new("test", "test"), async entry =>
        {
            var key = StreamKey.Of(new TenderId(Repair));
            entry.Append(key, await entry.VersionAsync(key), new TenderPaid(1, new(100), new(2026, 10, 12), "77", new VillageCode("04"), new Month(2026, 10), Clerk.Sign(town.Life.Now)));
            return null;
        });
        Assert.Contains(Refused.As("check.paid-without-voucher", $"tender/{Repair}", "04/2026-10", "77"), await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    private static async Task<(Yuan Amount, string Voucher, string? Reversal)> OnlyAsync(UnderContract town) =>
        Assert.Single(await town.PaymentsAsync()) is { } p ? (p.Amount, p.Voucher, p.Reversal?.ToString()) : default;
}
