using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Tenders;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Hosting;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Store;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Tenders;

public sealed class TenderActTests
{
    private const string Pipe = "04-2026-W-0007";
    private const string Repair = "04-2026-W-0009";
    private const string Coal = "00-2026-G-0001";

    internal static readonly Dictionary<string, string> Plan = new()
    {
        ["title"] = "贾家河坞村供水管线", ["title_en"] = "A water pipe for Jiajiahewu", ["kind"] = "W", ["village"] = "04", ["matter"] = "tender-plan", ["method"] = "open",
        ["what"] = "铺 2,000 米供水管", ["estimate"] = "250000.00", ["ceiling"] = "260000.00", ["lots"] = "1 = 管线施工|Laying the pipe = 2,000 米|2,000 m = 250000.00",
    };

    [Fact]
    public async Task A_tender_lives_from_plan_to_the_last_payment_by_named_acts()
    {
        await using var life = await TenderLife.NewAsync();
        await life.ActAsync(1, "plan-tender", Pipe, Clerk, Plan);
        await life.ActAsync(1, "replan-tender", Pipe, Clerk, new { what = "铺 2,000 米供水管，通到每户" });
        await life.DiscloseAsync(Pipe, village: "04");
        await life.ActAsync(20, "announce-tender", Pipe, Clerk, new { deadline = "2026-10-27 09:00", place = "镇政府三楼会议室", channels = "镇公告栏", rules = "具备施工资质" });
        await life.ActAsync(21, "clarify-tender", Pipe, Clerk, new { question = "管径多大？", answer = "DN110。" });
        await life.ActAsync(22, "amend-tender", Pipe, Clerk, new { what = "加两个阀门", deadline = "2026-10-28 09:00" });
        Assert.Equal("bid.before-deadline", await life.RefusedAsync(27, "enter-bid", Pipe, Clerk, Offer("甲公司", "240000")));
        foreach (var (bidder, price) in new[] { ("甲公司", "240000"), ("乙公司", "245000"), ("丙公司", "270000") })
            await life.ActAsync(28, "enter-bid", Pipe, Clerk, Offer(bidder, price));
        Assert.Equal("bid.known-already", await life.RefusedAsync(28, "enter-bid", Pipe, Clerk, Offer("甲公司", "230000")));
        await life.ActAsync(28, "open-tender", Pipe, Clerk, new { attended = "11", place = "镇政府三楼会议室" });
        Assert.Equal("bid.unknown", await life.RefusedAsync(28, "evaluate-tender", Pipe, Clerk, new { ranking = "1 = 丁公司 = 1" }));
        await life.ActAsync(28, "evaluate-tender", Pipe, Clerk, new { ranking = "1 = 甲公司 = 1 = 得分最高|Highest score\n1 = 乙公司 = 2\n1 = 丙公司 = over-ceiling = 超过最高限价", note = "三人评标" });
        await life.ActAsync(28, "publish-candidates", Pipe, Clerk);
        Assert.Equal("tender.candidates-window", await life.RefusedAsync(33, "award-tender", Pipe, TownClerk));
        await life.ActAsync(34, "award-tender", Pipe, TownClerk, new { winners = "1 = 乙公司 = gave-up", reason = "甲公司书面放弃" });
        await life.ActAsync(34, "sign-contract", Pipe, Clerk, new { lot = "1", date = "2026-11-03", total = "245000" });
        await life.ActAsync(34, "change-contract", Pipe, Clerk, new { lot = "1", total = "250000", reason = "加长 20 米" });
        await life.ActAsync(34, "sign-change", Pipe, TownClerk, new { lot = "1" });
        await life.ActAsync(35, "accept-works", Pipe, Reviewer, new { lot = "1", date = "2026-11-04", result = "合格" });
        await life.ActAsync(35, "enter-voucher", "04/2026-11", Clerk, Payments.UnderContract.Paper("31", "250000", Pipe, date: "2026-11-04"));
        await life.ActAsync(35, "book-vouchers", "04/2026-11", Bookkeeper);
        await life.ActAsync(35, "close-tender", Pipe, Clerk);

        Assert.IsType<Tender.Closed>(await life.StateAsync(Pipe));
        Assert.Empty(await CheckStore.RunAsync(life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Too_few_bidders_and_the_tender_fails_nothing_of_the_offers_told()
    {
        await using var life = await TenderLife.NewAsync();
        await life.RoutineAsync(Repair, Plan);
        await life.ActAsync(8, "enter-bid", Repair, Clerk, Offer("欧阳建国", "25000", "person", received: "2026-10-07 16:00"));
        Assert.Equal("tender.too-few-bidders", await life.RefusedAsync(8, "open-tender", Repair, Clerk, new { attended = "3", place = "村委会" }));
        await life.ActAsync(8, "fail-tender", Repair, Clerk, new { reason = "只有一家报价", next = "04-2026-W-0010" });

        await using var session = life.Town.Store.QuerySession();
        Assert.Equal("欧阳建国", (await session.LoadAsync<Person>($"b-{Repair}-001"))!.Name);
        var events = (await session.Events.FetchStreamAsync($"tender/{Repair}")).Concat(await session.Events.FetchStreamAsync($"bid/{Repair}/001"));
        Assert.DoesNotContain("建国", string.Join('\n', events.Select(e => System.Text.Json.JsonSerializer.Serialize(e.Data, StoreJson.Options))), StringComparison.Ordinal);
        Assert.Equal(new TenderFailed(3, new("只有一家报价"), 1, new("04-2026-W-0010"), Clerk.Sign(life.Now)), events.Select(e => e.Data).OfType<TenderFailed>().Single());
        Assert.Empty(await CheckStore.RunAsync(life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task Coal_is_bought_by_heat_and_its_deliveries_are_recorded()
    {
        await using var life = await TenderLife.NewAsync();
        await life.ActAsync(1, "plan-tender", Coal, TownClerk, new { title = "取暖煤", kind = "G", matter = "coal-season", method = "quotation", what = "买 50 吨取暖煤", estimate = "50000", lots = "1 = 贾家河坞村 = 50 吨 = 50000 = 50 = 22" });
        await life.DiscloseAsync(Coal, village: null);
        await life.ActAsync(20, "announce-tender", Coal, TownClerk, new { deadline = "2026-10-24 09:00", place = "会议室", channels = "公告栏", rules = "每吨到村价" });
        foreach (var (bidder, price, heat) in new[] { ("热力公司", "1050", "25"), ("便宜公司", "980", "22.50"), ("第三公司", "1200", "24") })
            await life.ActAsync(24, "enter-bid", Coal, TownClerk, Offer(bidder, price, heat: heat, received: "2026-10-23 16:00"));
        await life.ActAsync(24, "open-tender", Coal, TownClerk, new { attended = "20", place = "会议室" });
        Assert.Equal("tender.ranking-order", await life.RefusedAsync(24, "evaluate-tender", Coal, TownClerk, new { ranking = "1 = 便宜公司 = 1; 1 = 热力公司 = 2; 1 = 第三公司 = 3" }));
        await life.ActAsync(24, "evaluate-tender", Coal, TownClerk, new { ranking = "1 = 热力公司 = 1; 1 = 便宜公司 = 2; 1 = 第三公司 = 3" });
        await life.ActAsync(24, "award-tender", Coal, Reviewer);
        await life.ActAsync(25, "sign-contract", Coal, TownClerk, new { lot = "1", date = "2026-10-25", total = "52500" });
        await life.ActAsync(30, "record-delivery", Coal, Clerk, new { lot = "1", date = "2026-10-30", tonnes = "25", calorific = "24.8", accepted = "yes" });
        await life.ActAsync(31, "record-delivery", Coal, Clerk, new { lot = "1", date = "2026-10-31", tonnes = "5", calorific = "21", accepted = "no", note = "退回" });

        Assert.Equal(2, await life.Town.VersionAsync($"delivery/{Coal}/1"));
        Assert.Empty(await CheckStore.RunAsync(life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_number_is_never_shared_with_an_agreement()
    {
        await using var life = await TenderLife.NewAsync();
        await life.Town.RegisterLeaseAsync();
        Assert.Equal("number.taken", await life.RefusedAsync(1, "plan-tender", TestTown.Lease, TestTown.Clerk, Plan));
        await life.ActAsync(1, "plan-tender", Pipe, Clerk, Plan);
        Assert.Equal("number.taken", await life.RefusedAsync(1, "register-agreement", Pipe, Clerk, new Dictionary<string, string>(TestTown.LeaseFields) { ["kind"] = "W" }));
    }

    [Fact]
    public async Task A_winner_who_gives_up_does_not_hold_up_the_case()
    {
        await using var life = await AwardedRepairAsync();
        var givesUp = new { lot = "1", because = "gave-up", successor = "yes", reason = "甲公司书面放弃" };
        Assert.Equal("officer.may-not", await life.RefusedAsync(9, "reaward-lot", Repair, Clerk, givesUp));
        Assert.Equal("field.invalid", await life.RefusedAsync(9, "reaward-lot", Repair, TownClerk, givesUp with { because = "tired" }));
        await life.ActAsync(9, "reaward-lot", Repair, TownClerk, givesUp);
        Assert.Equal("tender.total-differs", await life.RefusedAsync(9, "sign-contract", Repair, Clerk, new { lot = "1", date = "2026-10-09", total = "24000" }));
        Assert.Equal("tender.before-award", await life.RefusedAsync(9, "sign-contract", Repair, Clerk, new { lot = "1", date = "2026-10-08", total = "24500" }));
        await life.ActAsync(9, "reaward-lot", Repair, TownClerk, givesUp with { reason = "乙公司也放弃" });
        await life.ActAsync(9, "sign-contract", Repair, Clerk, new { lot = "1", date = "2026-10-09", total = "27000" });
        Assert.Equal("tender.signed-already", await life.RefusedAsync(9, "reaward-lot", Repair, TownClerk, givesUp));
        Assert.Empty(await CheckStore.RunAsync(life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task A_call_that_nobody_is_left_to_win_ends_and_may_be_made_again()
    {
        await using var life = await AwardedRepairAsync();
        await life.ActAsync(9, "reaward-lot", Repair, TownClerk, new { lot = "1", because = "no-bond", successor = "no", reason = "三家都不交保证金" });
        Assert.IsType<Tender.Failed>(await life.StateAsync(Repair));
        Assert.Empty(await CheckStore.RunAsync(life.Town.Store, PortalStreams.All));
    }

    [Fact]
    public async Task The_agreement_of_a_contract_is_registered_at_the_same_sum()
    {
        await using var life = await AwardedRepairAsync();
        Assert.Equal("agreement.unknown", await life.RefusedAsync(9, "sign-contract", Repair, Clerk, new { lot = "1", agreement = "04-2026-W-0011", date = "2026-10-09", total = "24000" }));
        await life.ActAsync(9, "register-agreement", "04-2026-W-0011", Clerk, new Dictionary<string, string>(TestTown.LeaseFields) { ["kind"] = "W", ["total"] = "23000" });
        Assert.Equal("tender.agreement-differs", await life.RefusedAsync(9, "sign-contract", Repair, Clerk, new { lot = "1", agreement = "04-2026-W-0011", date = "2026-10-09", total = "24000" }));
        await life.ActAsync(9, "change-agreement", "04-2026-W-0011", Clerk, new { total = "24000" });
        await life.ActAsync(9, "sign-contract", Repair, Clerk, new { lot = "1", agreement = "04-2026-W-0011", date = "2026-10-09", total = "24000" });
        Assert.Equal("voucher.cannot-pay", await life.RefusedAsync(31, "enter-voucher", "04/2026-10", Clerk, Payments.UnderContract.Paper("1", "100", null, agreement: "04-2026-W-0011")));
        Assert.Empty(await CheckStore.RunAsync(life.Town.Store, PortalStreams.All));
    }

    [Theory]
    [InlineData("lots", "1 = 管线 = 1", "field.lots")]
    [InlineData("lots", "1 = 管线 = 1 = 250000 = 50", "field.lots")]
    [InlineData("method", "auction", "field.method")]
    [InlineData("estimate", "viel", "field.estimate")]
    public async Task A_bad_field_is_named(string field, string value, string word)
    {
        await using var life = await TenderLife.NewAsync();
        var refused = Assert.IsType<Outcome.Refused>(await life.TryAsync(1, "plan-tender", Pipe, Clerk, new Dictionary<string, string>(Plan) { [field] = value }));
        Assert.Equal(("field.invalid", new Word(word)), (refused.Why.Code, refused.Why.Arguments[0]));
    }

    [Fact]
    public void Tables_are_read_whole_or_not_at_all()
    {
        var lots = TenderTables.Lots("1 = 一标段|Lot one = 2,000 米 = 250000.00; 2 = 煤 = 50 吨 = 1 = 50.50 = 22.0")!;
        Assert.Equal(new Lot(1, new("一标段", "Lot one"), new("2,000 米"), new(25_000_000)), lots[0]);
        Assert.Equal((50.5m, 22m), (lots[1].Coal!.Tonnes, lots[1].Coal!.MinCalorific));
        Assert.Null(TenderTables.Ranking("1 = 甲 = "));
        Assert.Null(TenderTables.Ranking("1 = 甲 = nonsense"));
        Assert.Null(TenderTables.Winners("1 = 甲 = "));
    }

    /// <summary>Won by 甲公司 at 24,000 yuan, before 乙公司 at 24,500 and 丙公司 at 27,000.</summary>
    private static async Task<TenderLife> AwardedRepairAsync()
    {
        var life = await TenderLife.NewAsync();
        await life.RoutineAsync(Repair, Plan);
        foreach (var (bidder, price) in new[] { ("甲公司", "24000"), ("乙公司", "24500"), ("丙公司", "27000") })
            await life.ActAsync(8, "enter-bid", Repair, Clerk, Offer(bidder, price, received: "2026-10-07 16:00"));
        await life.ActAsync(8, "open-tender", Repair, Clerk, new { attended = "3", place = "村委会" });
        await life.ActAsync(8, "evaluate-tender", Repair, Clerk, new { ranking = "1 = 甲公司 = 1; 1 = 乙公司 = 2; 1 = 丙公司 = 3" });
        await life.ActAsync(8, "award-tender", Repair, TownClerk);
        return life;
    }

    private static Dictionary<string, string> Offer(string bidder, string price, string kind = "organisation", string? heat = null, string received = "2026-10-26 16:00")
    {
        var offer = new Dictionary<string, string> { ["lot"] = "1", ["bidder_kind"] = kind, ["bidder"] = bidder, ["price"] = price, ["received"] = received };
        return heat is null ? offer : new(offer) { ["calorific"] = heat, ["sulphur"] = "0.6", ["ash"] = "14", ["volatile"] = "28", ["moisture"] = "8", ["size"] = "13–25 mm", ["origin"] = "山西" };
    }
}
