using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Publishing.Register;
using static Transparency.Portal.Tests.Payments.UnderContract;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Payments;

/// <summary>The town pays under contracts as villages do: from a list that three persons make, and from nowhere else.</summary>
public sealed class TreasuryPaymentTests
{
    private const string October = "2026-10";

    [Fact]
    public async Task Three_persons_make_a_payment_that_counts_under_its_contract()
    {
        await using var town = await NewAsync();
        await EnterAsync(town, "镇财 1", "20000");
        Assert.Empty(await town.PaymentsAsync());
        await PinnedAsync(town, "check-treasury", Reviewer);
        Assert.Empty(await town.PaymentsAsync());
        await PinnedAsync(town, "sign-treasury", Approver);
        var paid = Assert.Single(await town.PaymentsAsync());
        Assert.Equal((new Yuan(2_000_000), "镇财 1", new PayerMonth(null, new(2026, 10))), (paid.Amount, paid.Voucher, paid.Of));
        Assert.Equal(["镇财 1"], (await RowAsync(town)).Section.Lines.Select(l => l.Number));
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task What_waits_is_bound_beside_what_a_village_pays_and_what_is_sent_back_is_free_again()
    {
        await using var town = await NewAsync();
        await EnterAsync(town, "1", "20000");
        Assert.Equal("tender.over-total", await town.UnpayableAsync("1", "4000.01"));
        Assert.Equal("voucher.cannot-pay", await town.Life.RefusedAsync(31, "enter-treasury-payment", October, TownClerk, Paper("2", "4000.01")));
        Assert.Equal("officer.may-not", await town.Life.RefusedAsync(31, "refuse-treasury-payment", October, TownClerk, new { voucher = "1", reason = "票据不符" }));
        await town.Life.ActAsync(31, "refuse-treasury-payment", October, Reviewer, new { voucher = "1", reason = "票据不符" });
        await town.EnterAsync("1", "24000");
        Assert.Equal("voucher.cannot-pay", await town.Life.RefusedAsync(31, "enter-treasury-payment", October, TownClerk, Paper("3", "0.01")));
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task What_was_paid_is_taken_back_with_the_third_signature_and_struck_through_in_both_places()
    {
        await using var town = await NewAsync();
        await EnterAsync(town, "1", "20000");
        await SignAsync(town);
        await town.Life.ActAsync(32, "reverse-treasury-payment", "2026-11", TownClerk, new { original = "2026-10/1", voucher = "2", date = "2026-11-01", purpose = "付重了" });
        Assert.Null(Assert.Single(await town.PaymentsAsync()).Reversal);
        Assert.Equal("treasury.taken-back", await town.Life.RefusedAsync(32, "reverse-treasury-payment", "2026-11", TownClerk, new { original = "2026-10/1", voucher = "3", date = "2026-11-01", purpose = "付重了" }));
        await SignAsync(town, "2026-11", 33);
        Assert.Equal("2026-11/2", Assert.Single(await town.PaymentsAsync()).Reversal?.ToString());
        Assert.Equal("2026-11/2", (await RowAsync(town)).BackOf("1")?.ToString());
        Assert.Equal(-2_000_000, (await RowAsync(town, "2026-11")).Section.Total.Fen);
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Two_hands_that_take_the_same_payment_back_in_two_months_cannot_both_be_signed()
    {
        await using var town = await NewAsync();
        await EnterAsync(town, "1", "20000");
        await SignAsync(town);
        await town.Life.ActAsync(32, "reverse-treasury-payment", October, TownClerk, new { original = "2026-10/1", voucher = "2", date = "2026-10-31", purpose = "付重了" });
        await town.Life.ActAsync(32, "reverse-treasury-payment", "2026-11", TownClerk, new { original = "2026-10/1", voucher = "2", date = "2026-11-01", purpose = "付重了" });
        await SignAsync(town, October, 33);
        await PinnedAsync(town, "check-treasury", Reviewer, "2026-11", 33);
        Assert.Equal("treasury.taken-back", await town.Life.RefusedAsync(33, "sign-treasury", "2026-11", Approver, new { hash = await HashAsync(town, "2026-11") }));
        await town.Life.ActAsync(33, "refuse-treasury-payment", "2026-11", Approver, new { voucher = "2", reason = "已经冲回" });
        Assert.Empty(await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All));
    }

    /// <summary>Where only the database could do it, the check finds it.</summary>
    [Theory]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{amount}', '2000001') where type = 'tender-paid'", "check.paid-without-voucher")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{payment,amount}', '100') where type = 'treasury-payment-entered'", "check.paid-without-voucher")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{payment,payee,name,zh}', '\"别家\"') where type = 'treasury-payment-entered'", "check.treasury-line")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{by,person}', '\"person-approver\"') where type = 'treasury-checked'", "check.treasury-hands")]
    [InlineData("update ledger.mt_events set data = jsonb_set(data, '{voucher}', '\"9\"') where type = 'tender-paid'", "check.paid-without-voucher check.voucher-not-paid")]
    public async Task What_only_the_database_can_do_is_found(string sql, string codes)
    {
        await using var town = await NewAsync();
        await EnterAsync(town, "1", "20000");
        await SignAsync(town);
        await town.Life.Town.SqlAsync($"alter table ledger.mt_events disable trigger append_only_row; {sql}");
        var found = (await CheckStore.RunAsync(town.Life.Town.Store, PortalStreams.All)).Select(f => f.Code).ToHashSet();
        Assert.All(codes.Split(' '), code => Assert.Contains(code, found));
    }

    private static Dictionary<string, string> Paper(string number, string amount) => new()
    {
        ["voucher"] = number, ["date"] = "2026-10-12", ["purpose"] = "工程款", ["amount"] = amount, ["payee_kind"] = "organisation", ["payee"] = "甲公司", ["tender"] = Repair, ["lot"] = "1",
    };

    private static Task EnterAsync(UnderContract town, string number, string amount) =>
        town.Life.ActAsync(31, "enter-treasury-payment", October, TownClerk, Paper(number, amount));

    private static async Task SignAsync(UnderContract town, string month = October, int day = 31)
    {
        await PinnedAsync(town, "check-treasury", Reviewer, month, day);
        await PinnedAsync(town, "sign-treasury", Approver, month, day);
    }

    private static async Task PinnedAsync(UnderContract town, string act, Officer by, string month = October, int day = 31) =>
        await town.Life.ActAsync(day, act, month, by, new { hash = await HashAsync(town, month) });

    private static async Task<string> HashAsync(UnderContract town, string month)
    {
        await using var session = town.Life.Town.Store.QuerySession();
        var kept = (TreasuryMonth.Kept)(await Entry.LoadAsync(session, $"treasury/{month}", TreasuryDecider.Law, default)).State;
        return TreasurySection.Of(await new RulesInForce().ReadAsync(session), kept).Hash.Value;
    }

    private static async Task<TreasuryOnRegister> RowAsync(UnderContract town, string month = October)
    {
        await using var session = town.Life.Town.Store.QuerySession();
        return (await session.LoadAsync<TreasuryOnRegister>($"treasury/{month}"))!;
    }
}
