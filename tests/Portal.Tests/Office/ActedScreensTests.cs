using Transparency.Contracts;

namespace Transparency.Portal.Tests.Office;

/// <summary>The screens of cases under way, which the demo town has not open on its day: each case in a town of its own is carried on by forms, and its screens are approved on the way.</summary>
public sealed class ActedScreensTests
{
    private const string Two = "party-secretary village-head";

    private static readonly DateTimeOffset October = Shanghai.At(new(2026, 10, 9), new(9, 0));

    [Fact]
    public Task A_month() => InTownAsync("acted-month", async screens =>
    {
        const string month = "/statements/01/2026-09";
        await screens.SendAsync("xue-baoqin", month, "#act-enter-voucher", Paid("2609-001", "2026-09-02", "电费", "办公费", "1200.00"));
        await screens.SendAsync("xue-baoqin", $"{month}/entry", "#act-enter-voucher", Paid("2609-002", "3", "扫帚", "环境卫生", "100.00"));
        await screens.DoAsync("xue-baoqin", month, "#act-enter-voucher", Paid("2609-003", "2026-09-04", "铁锹", "环境卫生", "200.00"));
        await screens.DoAsync("xue-baoqin", month, "#act-enter-voucher", Paid("2609-004", "2026-09-05", "招待", "其他支出", "300.00"));
        await screens.SeeAsync("xue-baoqin", $"{month}?voucher=2609-002", $"{month}/entry");
        await screens.SeeAsync("tian-yulan", month);
        await screens.SendAsync("tian-yulan", month, "#act-refuse-voucher", new { voucher = "2609-004", reason = "没有发票" });
        await screens.DoAsync("tian-yulan", month, "#act-book-vouchers");
        screens.StepTo(October);
        var looked = await screens.UploadAsync("tian-yulan", "bank", "九月.csv", "账户,日期,附言凭证号,摘要,收入,支出,余额\n01,2026-09-02,2609-001,转出,,1200.00,399551.08\n01,2026-09-08,,代发,,300.00,399251.08\n");
        await screens.SendAsync("tian-yulan", looked, "#confirm");
        await screens.SeeAsync("tian-yulan", month);
        await screens.DoAsync("tian-yulan", month, "#act-prepare-statement", new { debts_1_who = "某施工队", debts_1_amount = "500" });
        var early = await screens.OpenAsync("yang-changgui", month);
        await screens.SeeAsync("yang-changgui", month);
        await screens.SendAsync("yang-changgui", month, "#act-return-statement", new { reason = "" });
        await screens.DoAsync("yang-changgui", month, "#act-return-statement", new { reason = "两笔要对上" });
        await screens.DoAsync("tian-yulan", month, "#act-match-lines", new { vouchers = "2026-09/2609-002 2026-09/2609-003", lines = "2026-09-08/-300.00/1", reason = "一笔代发两张凭证" });
        await screens.SeeAsync("tian-yulan", month);
        await screens.DoAsync("tian-yulan", month, "#act-prepare-statement");
        await screens.SendAsync("yang-changgui", early, "#act-check-statement");
        await screens.DoAsync("yang-changgui", month, "#act-check-statement");
        await screens.SeeAsync("geng-xiulan", month);
        await screens.DoAsync("geng-xiulan", month, "#act-sign-statement");
        await screens.SendAsync("geng-xiulan", month, "#act-ask-about-statement", new { question = "电费为什么高？" });
        await screens.SeeAsync("tian-yulan", month);
        await screens.SeeInEnglishAsync("tian-yulan", month);
    });

    [Fact]
    public Task Rent_reports_and_a_clean_up() => InTownAsync("acted-rent-reports-clean-up", async screens =>
    {
        const string rent = "/rent/03-2025-L-0001/2025";
        await screens.SeeAsync("he-jingwen", rent);
        await screens.DoAsync("he-jingwen", rent, "#act-prepare-rent");
        await screens.SeeAsync("shao-yueying", rent);
        await screens.SendAsync("shao-yueying", rent, "#act-check-rent");
        await screens.SeeAsync("lin-mingde", rent);
        await screens.SendAsync("lin-mingde", rent, "#act-sign-rent");

        const string report = "/reports/grants/08/2026-Q2";
        await screens.DoAsync("pan-lixin", report, "#act-prepare-report", new { nothing = "no", words = "又收到一笔捐赠", note = "补上漏列的" });
        var early = await screens.OpenAsync("bai-guiying", report);
        await screens.SeeAsync("bai-guiying", report);
        await screens.SendAsync("bai-guiying", report, "#act-return-report", new { reason = "" });
        await screens.SendAsync("bai-guiying", report, "#act-return-report", new { reason = "写明是谁捐的" });
        await screens.DoAsync("pan-lixin", report, "#act-prepare-report", new { nothing = "no", words = "又收到渤海电力捐赠五百元", note = "补上漏列的" });
        await screens.SendAsync("bai-guiying", early, "#act-sign-report");

        const string drive = "/clean-up/pans-2027";
        const string lease = $"{drive}/01-2025-L-0001";
        await screens.SendAsync("sun-li", drive, "#act-open-drive", new { title = "盐田合同复核", what = "逐份核实", villages = "01" });
        await screens.SeeAsync("lin-shufen", "/agreements?village=01&drive=pans-2027", lease);
        await screens.SendAsync("lin-shufen", lease, "#act-list-case");
        await screens.SendAsync("xue-baoqin", lease, "#act-verify-case", new { findings = "租金偏低" });
        await screens.SeeAsync("wu-tao", lease);
        await screens.SendAsync("wu-tao", lease, "#act-classify-case", new { problems = "RENT_LOW" });
        await screens.SeeAsync("lin-shufen", lease);
        await screens.SendAsync("lin-shufen", lease, "#act-remedy-case", new { remedies = "REPRICE", recovered = "很多" });
        await screens.SendAsync("lin-shufen", lease, "#act-defer-case", new { reason = "等评估" });
        await screens.SeeAsync("sun-li", drive);
    });

    [Fact]
    public Task A_declaration_and_a_village_decision() => InTownAsync("acted-declaration", async screens =>
    {
        const string store = "/declarations/k-linjia-coldstore";
        var (early, second) = (await screens.OpenAsync("wu-tao", store), await screens.OpenAsync("zhou-lan", store));
        await screens.SendAsync("zhou-lan", store, "#act-return", new { reason = "金额不对" });
        await screens.SendAsync("wu-tao", early, "#act-return", new { reason = "补材料" });
        await screens.SendAsync("lin-shufen", $"{store}/redraft", "form.column", new { what = "建一座小型冷库，供本村渔户使用" });
        await screens.SendAsync("lin-shufen", store, "#act-declare");
        await screens.SendAsync("wu-tao", early, "#act-pass-review");
        await screens.SendAsync("wu-tao", store, "#act-pass-review");
        await screens.SendAsync("zhou-lan", store, "#act-open-window");
        await screens.SendAsync("zhou-lan", second, "#act-pass-review");
        await screens.SendAsync("zhou-lan", "/declarations/k-xili-water", "#act-extend-window", new { days = "", reason = "" });
        await screens.SendAsync("lin-shufen", store, "#act-withdraw", new { reason = "另行安排" });

        const string decision = "/deliberations/13-2026-D-0001";
        await screens.SendAsync("gu-dawei", decision, "#act-resolve", new { body = "villagers-meeting", called = "2026-09-05", date = "2026-09-16", place = "村委会", members = "420", present = "300", agreed = "290", against = "3" });
        await screens.SeeAsync("meng-fanjie", decision);
        await screens.SendAsync("meng-fanjie", decision, "#act-post-resolution", new { date = "2026-09-18", place = "村务公开栏" });
        await screens.SeeAsync("gu-dawei", decision);
    });

    [Fact]
    public Task A_tender_and_an_inspection() => InTownAsync("acted-tender-inspection", async screens =>
    {
        const string tender = "/tenders/12-2026-G-0001";
        await screens.SendAsync("gu-dawei", tender, "#act-announce-tender", new { deadline = "2026-09-25T10:00", place = "村委会", channels = "公告栏", rules = "最低价" });
        screens.StepTo(Shanghai.At(new(2026, 9, 25), new(10, 5)));
        await screens.SendAsync("gu-dawei", tender, "#act-enter-bid", new { lot = "1", bidder_kind = "organisation", bidder = "甲商店", price = "-1", received = "2026-09-21T10:00" });
        foreach (var (bidder, price, hour) in new[] { ("甲商店", "4800", "10"), ("乙商店", "4900", "11"), ("丙商店", "5100", "12") })
            await screens.DoAsync("gu-dawei", tender, "#act-enter-bid", new { lot = "1", bidder_kind = "organisation", bidder, price, received = $"2026-09-21T{hour}:00" });
        await screens.SeeAsync("gu-dawei", tender);
        await screens.SendAsync("gu-dawei", tender, "#act-open-tender", new { attended = "4", place = "村委会" });
        await screens.SendAsync("gu-dawei", tender, "#act-evaluate-tender", new { ranking_1_verdict = "1", ranking_2_verdict = "1", ranking_3_verdict = "3" });
        await screens.SendAsync("gu-dawei", tender, "#act-evaluate-tender", new { ranking_1_verdict = "1", ranking_2_verdict = "2", ranking_3_verdict = "3" });
        await screens.SeeAsync("wu-tao", tender);
        await screens.SendAsync("wu-tao", tender, "#act-award-tender");
        await screens.SendAsync("gu-dawei", tender, "#act-sign-contract", new { lot = "1", total = "4800", date = "2026-09-25" });
        await screens.SeeAsync("gu-dawei", tender);

        const string inspection = "/inspections/2026-3";
        await screens.SendAsync("gao-zhiyuan", inspection, "#act-plan-inspection", new { title = "九月检查", from = "2026-08", to = "2026-08", count = "1", villages = "01 02 03", team = "镇经管站", first = "2026-09-25", last = "2026-09-30", half = "7k3m9p-2q4r6s-8t0v1w-3x5y7z" });
        await screens.SendAsync("gao-zhiyuan", inspection, "#act-cancel-inspection", new { reason = "" });
        await screens.SeeAsync("geng-xiulan", inspection);
        await screens.SendAsync("geng-xiulan", inspection, "#act-call-number", new { number = "417" });
        await screens.SendAsync("wu-tao", inspection, "#act-draw-villages", new { half = "7k3m9p" });
        await screens.SendAsync("wu-tao", inspection, "#act-draw-villages", new { half = "7k3m9p-2q4r6s-8t0v1w-3x5y7z" });
        const string village = "/inspections/2026-2/08";
        await screens.DoAsync("zheng-guoqiang", village, "#act-confirm-findings");
        await screens.SeeAsync("pan-lixin", village);
        await screens.DoAsync("pan-lixin", village, "#act-report-cure", new { finding = "1", what = "多出的现金已存入专户" });
        await screens.SeeAsync("wu-tao", village);
        await screens.SendAsync("wu-tao", village, "#act-reject-cure", new { finding = "1", reason = "没有存单" });
    });

    private static async Task InTownAsync(string name, Func<Booklet, Task> carryOn)
    {
        var office = new DemoOffice();
        await office.InitializeAsync();
        try
        {
            var screens = new Booklet(office, clockRuns: true);
            try
            {
                await carryOn(screens);
            }
            catch (Exception stopped)
            {
                screens.Note(stopped.Message);
            }
            screens.Approve(name);
        }
        finally
        {
            await office.DisposeAsync();
        }
    }

    private static object Paid(string voucher, string date, string summary, string item, string amount) =>
        new { voucher, date, summary, lines_1_item = item, lines_1_expense = amount, payee_kind = "organisation", payee = "某单位", approvers = Two };
}
