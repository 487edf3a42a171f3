using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Portal.Tests.Tenders;
using Transparency.Publishing.Register;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Payments;

/// <summary>
/// Two purchases under contract: a repair of Jiajiahewu in two lots (24,000 yuan with an advance of 7,200; 16,000 yuan), and one of Gudichang (30,000 yuan)
/// whose agreement is registered. Signed on 8 October 2026; what is accepted is accepted on the 10th.
/// </summary>
internal sealed class UnderContract(TenderLife life) : IAsyncDisposable
{
    public const string Repair = "04-2026-W-0009";
    public const string Pump = "09-2026-W-0004";
    public const string PumpAgreement = "09-2026-W-0005";

    public TenderLife Life => life;

    public static async Task<UnderContract> NewAsync(bool accepted = true)
    {
        var at = new UnderContract(await TenderLife.NewAsync());
        await at.AwardedAsync(Repair, Clerk, "1 = 管线 = 1 项 = 30000; 2 = 阀门 = 1 项 = 20000", ("1", "24000"), ("2", "16000"));
        await at.AwardedAsync(Pump, OtherClerk, "1 = 水泵 = 1 台 = 30000", ("1", "30000"));
        await at.Life.ActAsync(8, "register-agreement", PumpAgreement, OtherClerk, new Dictionary<string, string>(Store.TestTown.LeaseFields) { ["kind"] = "W", ["total"] = "30000", ["yearly"] = "", ["tender"] = Pump });
        await at.Life.ActAsync(8, "sign-contract", Repair, Clerk, new { lot = "1", date = "2026-10-08", total = "24000", advance = "7200" });
        await at.Life.ActAsync(8, "sign-contract", Repair, Clerk, new { lot = "2", date = "2026-10-08", total = "16000" });
        await at.Life.ActAsync(8, "sign-contract", Pump, OtherClerk, new { lot = "1", date = "2026-10-08", total = "30000", agreement = PumpAgreement });
        if (!accepted) return at;
        foreach (var (tender, lot) in new[] { (Repair, "1"), (Repair, "2"), (Pump, "1") })
            await at.Life.ActAsync(10, "accept-works", tender, Reviewer, new { lot, date = "2026-10-10", result = "合格" });
        return at;
    }

    /// <summary>A payment from escrow, as the reporting clerk enters it.</summary>
    public static Dictionary<string, string> Paper(string number, string amount, string? tender, string? lot = null, string? agreement = null, string date = "2026-10-12") => new()
    {
        ["voucher"] = number, ["date"] = date, ["summary"] = "付款", ["item"] = "维修", ["expense"] = amount, ["payee_kind"] = "organisation", ["payee"] = "甲公司",
        ["approvers"] = "party-secretary village-head finance-group-head", ["tender"] = tender ?? "", ["lot"] = lot ?? "", ["agreement"] = agreement ?? "",
    };

    public Task EnterAsync(string number, string amount, string? tender = Repair, string? lot = "1", string? agreement = null, string date = "2026-10-12") =>
        life.ActAsync(31, "enter-voucher", Month(tender, date), Of(tender), Paper(number, amount, tender, lot, agreement, date));

    public async Task<Refusal> RefusedAsync(string number, string amount, string? tender = Repair, string? lot = "1", string? agreement = null, string date = "2026-10-12", string? village = null) =>
        Assert.IsType<Outcome.Refused>(await life.TryAsync(31, "enter-voucher", Month(village ?? tender, date), Of(village ?? tender), Paper(number, amount, tender, lot, agreement, date))).Why;

    /// <summary>The contract's own refusal within that of the voucher.</summary>
    public async Task<string> UnpayableAsync(string number, string amount, string? tender = Repair, string? lot = "1", string? agreement = null, string date = "2026-10-12", string? village = null)
    {
        var why = await RefusedAsync(number, amount, tender, lot, agreement, date, village);
        Assert.Equal(("voucher.cannot-pay", Nature.Mend), (why.Code, why.Nature));
        return ((Refusal)why.Arguments[2]).Code;
    }

    public Task BookAsync(string month = "04/2026-10") => life.ActAsync(31, "book-vouchers", month, Bookkeeper);

    public async Task<IReadOnlyList<PublicPayment>> PaymentsAsync(string tender = Repair, int lot = 1)
    {
        await using var session = life.Town.Store.QuerySession();
        return (await session.LoadAsync<TenderOnRegister>($"tender/{tender}"))!.Contracts.First(c => c.Lot == lot).Payments;
    }

    public ValueTask DisposeAsync() => life.DisposeAsync();

    private static string Month(string? tender, string date) => $"{(tender is null or "" ? "04" : tender[..2])}/{date[..7]}";

    private static Officer Of(string? tender) => tender?[..2] == "09" ? OtherClerk : Clerk;

    private async Task AwardedAsync(string tender, Officer clerk, string lots, params (string Lot, string Price)[] offers)
    {
        var estimate = lots.Split(';').Sum(l => int.Parse(l.Split('=')[3], System.Globalization.CultureInfo.InvariantCulture));
        await life.ActAsync(1, "plan-tender", tender, clerk, new
        {
            title = "维修", kind = "W", village = tender[..2], matter = "purchase-quotation", method = "direct", what = "维修", estimate = $"{estimate}", lots = lots.Replace("; ", "\n", StringComparison.Ordinal),
        });
        await life.ActAsync(1, "sign-plan", tender, Reviewer);
        await life.ActAsync(2, "announce-tender", tender, clerk, new { deadline = "2026-10-07 09:00", place = "村委会", channels = "公告栏", rules = "直接采购" });
        foreach (var (lot, price) in offers)
            await life.ActAsync(7, "enter-bid", tender, clerk, new { lot, bidder_kind = "organisation", bidder = "甲公司", price, received = "2026-10-06 16:00" });
        await life.ActAsync(7, "open-tender", tender, clerk, new { attended = "3", place = "村委会" });
        await life.ActAsync(7, "evaluate-tender", tender, clerk, new { ranking = string.Join('\n', offers.Select(o => $"{o.Lot} = 甲公司 = 1")) });
        await life.ActAsync(8, "award-tender", tender, TownClerk);
    }
}
