namespace Transparency.Portal.Tests.Office;

/// <summary>
/// What people see in the office of the demo town, and what its forms send: addresses, fields, hidden values, ids and names of acts. Whatever is rebuilt behind them, the approved screens stay.
/// Nothing here changes the town; <see cref="ActedScreensTests"/> shows the screens of cases under way.
/// </summary>
public sealed class ScreensTests(DemoOffice office) : IClassFixture<DemoOffice>
{
    [Fact]
    public async Task Desks()
    {
        var screens = new Booklet(office);
        foreach (var officer in new[] { "lin-shufen", "gu-dawei", "yang-changgui", "bai-guiying", "tian-yulan", "sun-li", "wu-tao", "zheng-guoqiang", "zhao-min" }) await screens.SeeDeskAsync(officer);
        await screens.SeeInEnglishAsync("zhou-lan", "");
        screens.Approve("desks");
    }

    [Fact]
    public async Task Lists()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("lin-shufen", "/deliberations", "/agreements?village=03", "/money", "/reports", "/declarations");
        await screens.SeeAsync("tian-yulan", "/tenders", "/money?until=2026-03", "/agreements?village=12&drive=saltpans-2026");
        await screens.SeeAsync("sun-li", "/tenders", "/inspections", "/clean-up", "/clean-up?drive=Not%20a%20code");
        await screens.SeeAsync("geng-xiulan", "/reports", "/inspections", "/clean-up", "/declarations");
        await screens.SeeAsync("zhao-min", "/declarations?number=2026-0001", "/declarations?number=1999-1");
        // Not the whole town's decisions: those of several villages fall on one minute, and the list does not say which of them comes first.
        await screens.SeeInEnglishAsync("jia-wenhai", "/deliberations", "/reports", "/money");
        screens.Approve("lists");
    }

    [Fact]
    public async Task Imports_and_exports()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("xue-baoqin", "/import", "/import?kind=vouchers&stored=3&there=1");
        await screens.SeeAsync("tian-yulan", "/import?kind=bank");
        await screens.SeeAsync("zhao-min", "/import");
        await screens.SeeAsync("yang-changgui", "/import");
        await screens.SeeInEnglishAsync("tian-yulan", "/import?kind=rent");
        await screens.UploadAsync("xue-baoqin", "vouchers", "九月.csv", "村,日期,凭证号,摘要,收入,支出,科目,收付款方性质,收付款方,审批人\n01,2026-09-02,2609-001,电费,,1200.00,办公费,单位,供电公司,党支部书记、村委会主任\n");
        await screens.UploadAsync("xue-baoqin", "vouchers", "九月.csv", "村,日期,凭证号,摘要,收入,支出,科目,收付款方性质,收付款方,审批人\n01,2026-13-02,2609-001,电费,,很多,办公费,单位,供电公司,党支部书记\n04,2026-09-02,2609-001,电费,,1200.00,没有的科目,单位,,\n");
        await screens.UploadAsync("tian-yulan", "bank", "九月.csv", "账户,日期,附言凭证号,摘要,收入,支出,余额\n01,2026-09-02,2609-001,转出,,1200.00,1.00\n");
        await screens.UploadAsync("tian-yulan", "vouchers", "九月.csv", "村\n");
        await screens.UploadAsync("tian-yulan", "bank", "空.csv", "");
        screens.Approve("imports");
    }

    [Fact]
    public async Task Declarations_at_the_village()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("gu-dawei", "/declarations/k-luhe-homestead", "/declarations/k-gudichang-pan8", "/declarations/k-hekou-warehouse", "/declarations/k-yanduo-loan", "/declarations/k-gudichang-saltpans");
        await screens.SeeAsync("lin-shufen", "/declarations/k-yangzi-posts", "/declarations/k-yangzi-posts?seen=1788916800000#history", "/declarations/k-linjia-coldstore?done=declare", "/declarations/k-caiyi-compensation", "/declarations/k-hanjia-land");
        await screens.SeeAsync("jia-wenhai", "/declarations/k-henglilu-sweeper", "/declarations/k-henglilu-land", "/declarations/k-jiajiahewu-road");
        await screens.SeeInEnglishAsync("lin-shufen", "/declarations/k-yangzi-posts");
        screens.Approve("declarations-village");
    }

    [Fact]
    public async Task Declarations_at_the_town()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("wu-tao", "/declarations/k-linjia-coldstore", "/declarations/k-linjia-coldstore/preview", "/declarations/k-hanjia-land", "/declarations/k-irrigation", "/declarations/k-caiyi-compensation", "/declarations/k-xili-water");
        await screens.SeeAsync("zhou-lan", "/declarations/k-henglilu-sweeper", "/declarations/k-coal-2026", "/declarations/k-yanduo-loan?done=settle-objection");
        await screens.SeeAsync("zheng-guoqiang", "/declarations/k-jiajiahewu-road", "/declarations/k-xili-water", "/declarations/k-xiangyang-road", "/declarations/k-henglilu-land");
        await screens.SeeAsync("sun-li", "/declarations/k-irrigation");
        await screens.SeeAsync("zhao-min", "/declarations/k-luhe-homestead");
        await screens.SeeInEnglishAsync("wu-tao", "/declarations/k-irrigation");
        screens.Approve("declarations-town");
    }

    [Fact]
    public async Task Writing()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("lin-shufen", "/declarations/new", "/declarations/new?matter=works-large&village=01", "/declarations/new?matter=nothing", "/declarations/k-yangzi-posts/redraft");
        await screens.SeeAsync("gu-dawei", "/declarations/k-luhe-homestead/redraft");
        await screens.SeeAsync("sun-li", "/declarations/new?matter=town-works", "/declarations/k-irrigation/restart");
        await screens.SeeAsync("wu-tao", "/declarations/k-irrigation/fix-wording", "/declarations/new");
        await screens.SeeInEnglishAsync("lin-shufen", "/declarations/new?matter=lease-saltpan&village=02");
        screens.Approve("writing");
    }

    [Fact]
    public async Task Deliberations()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("lin-shufen", "/deliberations/new", "/deliberations/new?village=01&matter=works-large", "/deliberations/10-2026-D-0002", "/deliberations/01-2026-D-0001", "/deliberations/01-2025-D-0003");
        await screens.SeeAsync("xue-baoqin", "/deliberations/10-2026-D-0002");
        await screens.SeeAsync("gu-dawei", "/deliberations/13-2026-D-0001");
        await screens.SeeAsync("pan-lixin", "/deliberations/07-2026-D-0002");
        await screens.SeeAsync("sun-li", "/deliberations/00-2026-D-0001", "/deliberations/new?village=00");
        await screens.SeeInEnglishAsync("gu-dawei", "/deliberations/13-2026-D-0001");
        screens.Approve("deliberations");
    }

    [Fact]
    public async Task Agreements_and_rent()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("lin-shufen", "/agreements/new", "/agreements/new?village=02&kind=Lease", "/agreements/10-2026-L-0001", "/agreements/01-2025-W-0003?done=change-agreement");
        await screens.SeeAsync("he-jingwen", "/agreements/09-2026-L-0002", "/rent?agreement=01-2025-L-0001&year=2026", "/rent/01-2025-L-0001/2027", "/rent/03-2025-L-0001/2025", "/rent?agreement=01-2025-L-0001&year=soon");
        await screens.SeeAsync("geng-xiulan", "/rent/01-2025-L-0002/2026", "/agreements/01-2025-L-0001");
        await screens.SeeInEnglishAsync("he-jingwen", "/rent/12-2025-L-0001/2026", "/agreements/new?village=01&kind=Works");
        screens.Approve("agreements");
    }

    [Fact]
    public async Task Tenders()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("lin-shufen", "/tenders/new", "/tenders/new?village=01&kind=Goods", "/tenders/02-2026-W-0001", "/tenders/01-2025-W-0001", "/tenders/02-2026-S-0001");
        await screens.SeeAsync("gu-dawei", "/tenders/12-2026-G-0001", "/tenders/13-2026-W-0001", "/tenders/11-2025-S-0001", "/tenders/11-2026-W-0001");
        await screens.SeeAsync("sun-li", "/tenders/new?village=00&kind=Works", "/tenders/00-2026-G-0001", "/tenders/00-2026-W-0001", "/tenders/00-2026-W-0002", "/tenders/00-2025-G-0001");
        await screens.SeeAsync("wu-tao", "/tenders/02-2026-W-0001", "/tenders/06-2026-W-0001");
        await screens.SeeAsync("tian-yulan", "/tenders/07-2025-W-0001", "/tenders/00-2026-W-0001");
        await screens.SeeAsync("cao-weidong", "/tenders/00-2026-W-0001");
        await screens.SeeInEnglishAsync("yu-xiuying", "/tenders/06-2026-W-0001");
        screens.Approve("tenders");
    }

    [Fact]
    public async Task Months_and_budgets()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("xue-baoqin", "/statements/01/2026-09", "/statements/01/2026-09/entry", "/statements/01/2026-08", "/statements/01/2026-08?voucher=2608-026", "/budgets/01/2026", "/budgets/01/2027");
        await screens.SeeAsync("tian-yulan", "/statements/04/2026-08", "/statements/11/2026-08", "/statements/02/2026-09", "/statements/02/2026-09/entry", "/budgets/01/2026");
        await screens.SeeAsync("yang-changgui", "/statements/01/2026-01");
        await screens.SeeAsync("bai-guiying", "/statements/08/2026-02", "/statements/12/2026-08");
        await screens.SeeInEnglishAsync("xue-baoqin", "/statements/01/2026-09/entry");
        screens.Approve("months");
    }

    [Fact]
    public async Task Reports()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("xue-baoqin", "/reports/decisions/01/2026-Q3", "/reports/grants/01/2026-Q2", "/reports/annual-accounts/01/2025", "/reports/escrow-statement/01/2026-08");
        await screens.SeeAsync("bai-guiying", "/reports/grants/08/2026-Q2");
        await screens.SeeAsync("qiao-shouye", "/reports/grants/05/2026-Q2?done=sign-report");
        await screens.SeeInEnglishAsync("xue-baoqin", "/reports/paid-work/01/2026-08");
        screens.Approve("reports");
    }

    [Fact]
    public async Task Proposals()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("wu-tao", "/proposals", "/proposals/k-speed-bumps", "/proposals/k-large-print", "/proposals/k-bus-route", "/proposals/k-bittern-yanduo");
        await screens.SeeAsync("zhou-lan", "/proposals/k-speed-bumps", "/proposals/k-coal-cash");
        await screens.SeeAsync("sun-li", "/proposals", "/proposals/k-bittern", "/proposals/k-bus-route");
        await screens.SeeInEnglishAsync("wu-tao", "/proposals/k-large-print");
        screens.Approve("proposals");
    }

    [Fact]
    public async Task Inspections()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("gao-zhiyuan", "/inspections/new", "/inspections/2026-1", "/inspections/2026-2");
        await screens.SeeAsync("zhou-lan", "/inspections/2026-2/08", "/inspections/2026-2/04", "/inspections/2026-2/06");
        await screens.SeeAsync("zheng-guoqiang", "/inspections/2026-2", "/inspections/2026-2/08", "/inspections/2026-2/08/preview");
        await screens.SeeAsync("dong-haibo", "/inspections/2026-2", "/inspections/2026-2/06");
        await screens.SeeAsync("pan-lixin", "/inspections/2026-2/08");
        await screens.SeeInEnglishAsync("wu-tao", "/inspections/2026-2/06");
        screens.Approve("inspections");
    }

    [Fact]
    public async Task Clean_up()
    {
        var screens = new Booklet(office);
        await screens.SeeAsync("sun-li", "/clean-up/saltpans-2026", "/clean-up/pans-2027", "/clean-up/saltpans-2026/09-2026-L-0001");
        await screens.SeeAsync("lin-shufen", "/clean-up/saltpans-2026", "/clean-up/saltpans-2026/01-2025-L-0005", "/clean-up/saltpans-2026/01-2025-L-0001");
        await screens.SeeInEnglishAsync("wu-tao", "/clean-up/saltpans-2026/05-2025-L-0006");
        screens.Approve("clean-up");
    }

    private const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    [Fact]
    public async Task Refused_declarations()
    {
        var screens = new Booklet(office);
        await screens.SendAsync("wu-tao", "/declarations/k-linjia-coldstore", "#act-return", new { reason = " " });
        await screens.SendAsync("wu-tao", "/declarations/k-linjia-coldstore", "#act-return", new { reason = "补材料", version = "1" });
        await screens.SendAsync("wu-tao", "/declarations/k-linjia-coldstore", "#act-pass-review", new { hash = NoHash });
        await screens.SendAsync("wu-tao", "/declarations/k-caiyi-compensation", "form[action$='/settle-objection']", new { summary = "问分配名单", answer = "" });
        await screens.SendAsync("zheng-guoqiang", "/declarations/k-irrigation", "#act-refuse", new { reason = "" });
        await screens.SendAsync("zheng-guoqiang", "/declarations/k-caiyi-compensation", "#act-send-back", new { reason = "没有附造价审核", law = "镇里的规定" });
        await screens.SendAsync("lin-shufen", "/declarations/k-yangzi-posts/redraft", "form.column", new { title = "", sources_1_amount = "一百" });
        await screens.SendAsync("lin-shufen", "/declarations/k-yangzi-posts/redraft", "form.column", new { title = "换一个题目", version = "1" });
        await screens.SendAsync("lin-shufen", "/declarations/new?matter=works-large&village=01", "form.column", new { title = "修路" });
        await screens.SendAsync("wu-tao", "/declarations/k-irrigation/fix-wording", "form.column", new { note = "", title = "灌溉渠清淤整修" });
        await screens.SendAsync("wu-tao", "/declarations/k-irrigation/fix-wording", "form.column", new { note = "改错字", body = "总价改为 9,999,999 元" });
        await screens.SendAsync("wu-tao", "/declarations/k-irrigation/fix-wording", "form.column", new { note = "改错字", title = "七个农业村灌溉渠系改造工程" });
        await screens.SendAsync("sun-li", "/declarations/k-irrigation/restart", "form.column", new { reason = "", what = "另一项工程" });
        // Not his, not now, nowhere, no form of ours.
        await screens.CraftAsync("lin-shufen", "/declarations/k-linjia-coldstore/acts/pass-review", new { version = "2", hash = NoHash });
        await screens.CraftAsync("zheng-guoqiang", "/declarations/k-linjia-coldstore/acts/approve", new { version = "2", hash = NoHash });
        await screens.CraftAsync("gu-dawei", "/declarations/k-linjia-coldstore/acts/withdraw", new { version = "2", reason = "不办了" });
        await screens.CraftAsync("wu-tao", "/declarations/k-linjia-coldstore/acts/nonsense", new { version = "2" });
        await screens.CraftAsync("wu-tao", "/declarations/k-linjia-coldstore/acts/return", new { reason = "补材料" });
        await screens.CraftAsync("wu-tao", "/declarations/k-linjia-coldstore/acts/return", new { version = "2", reason = "补材料" }, token: false);
        await screens.CraftAsync("wu-tao", "/declarations/k-nobody/acts/return", new { version = "2", reason = "补材料" });
        screens.Approve("refused-declarations");
    }

    [Fact]
    public async Task Refused_cases()
    {
        var screens = new Booklet(office);
        await screens.SendAsync("xue-baoqin", "/statements/01/2026-09", "#act-enter-voucher", new { voucher = "2609-001", date = "2026-09-02", summary = "电费", lines_1_item = "办公费", lines_1_expense = "十元", payee_kind = "organisation", payee = "供电公司", approvers = "party-secretary village-head" });
        await screens.SendAsync("xue-baoqin", "/statements/01/2026-09/entry", "#act-enter-voucher", new { voucher = "2609-001", date = "41", summary = "电费", lines_1_item = "办公费", lines_1_expense = "10" });
        await screens.SendAsync("xue-baoqin", "/budgets/01/2026", "#act-adopt-budget", new { basis = "", lines_1_income = "很多" });
        await screens.CraftAsync("yang-changgui", "/statements/01/2026-08/acts/enter-voucher", new { version = "0", voucher = "1", date = "2026-09-02", summary = "电费", lines_1_item = "办公费", lines_1_expense = "10", payee_kind = "organisation", payee = "供电公司", approvers = "party-secretary village-head" });
        await screens.CraftAsync("tian-yulan", "/statements/01/2026-08/acts/book-vouchers", new { version = "0" });
        await screens.SendAsync("geng-xiulan", "/statements/01/2026-08", "#act-ask-about-statement", new { question = "" });
        await screens.SendAsync("gu-dawei", "/tenders/12-2026-G-0001", "#act-announce-tender", new { deadline = "2026-09-01T10:00", place = "村委会", channels = "公告栏", rules = "最低价" });
        await screens.SendAsync("gu-dawei", "/tenders/12-2026-G-0001", "#act-cancel-tender", new { reason = "不买了", version = "1" });
        await screens.CraftAsync("gu-dawei", "/tenders/13-2026-W-0001/acts/enter-bid", new { version = "0", lot = "1", bidder_kind = "organisation", bidder = "某公司", price = "100000", received = "2026-09-17T10:00" });
        await screens.CraftAsync("lin-shufen", "/tenders/02-2026-W-0001/acts/sign-plan", new { version = "1", hash = NoHash });
        await screens.SendAsync("gu-dawei", "/deliberations/13-2026-D-0001", "#act-resolve", new { body = "villagers-meeting", date = "2026-09-16", place = "村委会", members = "20", present = "5", agreed = "6", against = "0" });
        await screens.SendAsync("xue-baoqin", "/reports/grants/01/2026-Q2", "#act-prepare-report", new { nothing = "no", words = "", note = "" });
        await screens.SendAsync("zheng-guoqiang", "/inspections/2026-2/08", "#act-confirm-findings", new { hash = NoHash });
        await screens.SendAsync("zheng-guoqiang", "/inspections/2026-2/08", "#act-return-findings", new { reason = "" });
        await screens.SendAsync("sun-li", "/clean-up/pans-2027", "#act-open-drive", new { title = "" });
        await screens.CraftAsync("sun-li", "/clean-up/saltpans-2026/acts/close-drive", new { version = "2" });
        await screens.SendAsync("he-jingwen", "/rent/01-2025-L-0001/2026", "#act-receive-rent", new { date = "2026-09-18", amount = "零" });
        await screens.SendAsync("lin-shufen", "/agreements/10-2026-L-0001", "#act-change-agreement", new { total = "十万", end = "2020-01-01" });
        await screens.CraftAsync("lin-shufen", "/agreements/01-2025-L-0001/acts/register-agreement", new { version = "0", kind = "L", title = "重号" });
        await screens.CraftAsync("yang-changgui", "/import", new { kind = "vouchers" });
        await screens.CraftAsync("lin-shufen", "/clock", new { day = "2026-09-19" });
        await screens.SeeAsync("lin-shufen", "/nowhere", "/statements/04/2026-08", "/tenders/06-2026-W-0001", "/sign-in/0000", "/not-allowed");
        screens.Approve("refused-cases");
    }
}
