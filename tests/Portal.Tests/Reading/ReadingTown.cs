using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Tests.Office;
using Transparency.Portal.Tests.Store;
using Transparency.Samples;
using static Transparency.Samples.SampleOfficers;

namespace Transparency.Portal.Tests.Reading;

/// <summary>One case of each kind in each state that tells its own people from others, in a town whose officers are signed in by name.</summary>
public sealed class ReadingTown : IAsyncLifetime
{
    private const string Two = "party-secretary village-head";
    private static readonly Officer Administrator = new(new("admin-a"), new("o-admin-a"), new("镇党政办"), [Role.Administrator], []);

    /// <summary>By the names that the table uses; village 09 is the case's own, 04 the other.</summary>
    private static readonly IReadOnlyDictionary<string, Officer> Officers = new Dictionary<string, Officer>
    {
        ["clerk"] = OtherClerk, ["finance"] = FinanceGroup, ["supervision"] = Supervision, ["other"] = Clerk, ["town"] = TownClerk,
        ["review"] = Reviewer, ["approve"] = Approver, ["books"] = Bookkeeper, ["admin"] = Administrator,
    };

    private readonly Dictionary<string, Visitor> visitors = [];

    public static IEnumerable<string> Names => Officers.Keys;

    public CaseOffice Office { get; } = new();

    /// <summary>Paths under <c>/office/</c> of what is known only once it is there.</summary>
    public Dictionary<string, string> Paths { get; } = [];

    public Visitor As(string officer) => visitors[officer];

    public async Task InitializeAsync()
    {
        await Office.InitializeAsync();
        await EarlierOfficers.AppointAsync(Office.Host.Ledger, Administrator.Id, Administrator.Unit, Administrator.Roles, [], OfficeHost.Morning);
        await LeasesAsync();
        await DeclarationsAsync();
        await TendersAsync();
        await MonthsAsync();
        await OthersAsync();
        foreach (var (name, officer) in Officers) visitors[name] = await Office.Host.SignedInAsync(officer);
        visitors["anybody"] = Office.Host.Anybody("127.0.5.1");
    }

    public Task DisposeAsync() => Office.DisposeAsync();

    /// <summary>The leases: kept, disclosed with rent, and changed after that.</summary>
    private async Task LeasesAsync()
    {
        await Office.RegisterLeaseAsync();
        await Office.ActAsync("schedule-rent", $"{CaseOffice.Lease}/2026", Bookkeeper, new() { ["rows"] = "2026-09-30 = 21000.00" });
        await Office.ActAsync("schedule-rent", $"{CaseOffice.Lease}/2027", Bookkeeper, new() { ["rows"] = "2027-09-30 = 21000.00" });
        await Office.ApproveLeaseAsync("approved");
        await Office.RegisterLeaseAsync("09-2026-L-0002");
        await Office.DoAsync(Bookkeeper, $"rent/{CaseOffice.Lease}/2026", "prepare-rent");
        await Office.DoAsync(FinanceGroup, $"rent/{CaseOffice.Lease}/2026", "check-rent");
        await Office.DoAsync(Supervision, $"rent/{CaseOffice.Lease}/2026", "sign-rent");
        await Office.ActAsync("open-drive", "pans-2026", TownClerk, new() { ["title"] = "合同清理", ["what"] = "逐份核实", ["villages"] = "09" });
        await Office.ActAsync("list-case", $"pans-2026/{CaseOffice.Lease}", OtherClerk);
    }

    private async Task DeclarationsAsync()
    {
        await DraftAsync("drafted");
        await DraftAsync("declared", "declare");
        await DraftAsync("withdrawn", "declare");
        await Office.ActAsync("withdraw", "withdrawn", OtherClerk, new() { ["reason"] = "不办了" });
        foreach (var id in new[] { "opened", "restarted" })
        {
            await DraftAsync(id, "declare");
            await Office.Host.DoAsync(Reviewer, id, "pass-review");
            await Office.Host.DoAsync(Reviewer, id, "open-window");
        }
        await Office.ActAsync("restart", "restarted", OtherClerk, new() { ["for_whom"] = "还没有公开的改动", ["reason"] = "改" });
        await Office.ActAsync("draft", "coal", TownClerk, new()
        {
            ["title"] = "取暖煤", ["matter"] = "coal-season", ["village"] = "", ["what"] = "采购", ["for_whom"] = "全体村民", ["ask"] = "镇经管站",
            ["sources"] = "村集体 = 250000.00", ["deliberation"] = TestDecisions.Coal, ["shares"] = TestDecisions.CoalShares,
        });
        await Office.ActAsync("propose", "09-2026-D-0077", OtherClerk, new()
        {
            ["title"] = "修泵站", ["what"] = "修泵站", ["matter"] = "works-large", ["wish"] = "villagers", ["flow"] = "spent", ["amounts"] = "村集体 = 150000",
            ["by_tender"] = "yes", ["date"] = "2026-09-01", ["place"] = "村委会", ["members"] = "3", ["present"] = "3", ["agreed"] = "3", ["against"] = "0",
        });
    }

    private async Task DraftAsync(string id, params string[] acts)
    {
        await Office.ActAsync("draft", id, OtherClerk, new()
        {
            ["title"] = "盐田承包", ["matter"] = "lease-saltpan", ["village"] = "09", ["what"] = "承包盐田", ["for_whom"] = "全体村民", ["ask"] = "村委会",
            ["sources"] = "承包费 = 180000.00", ["deliberation"] = await TestDecisions.AnotherLeaseAsync(Office.Host.Store),
        });
        foreach (var act in acts) await Office.ActAsync(act, id, OtherClerk);
    }

    private async Task TendersAsync()
    {
        await Office.DoAsync(OtherClerk, "tenders/09-2026-G-0031", "plan-tender", TenderFormTests.Plan);
        await Office.DoAsync(OtherClerk, "tenders/09-2026-G-0032", "plan-tender", TenderFormTests.Plan);
        await Office.DoAsync(Reviewer, "tenders/09-2026-G-0032", "sign-plan");
        var lately = Shanghai.DayOf(Office.Host.Clock.GetUtcNow()).AddDays(20);
        await Office.DoAsync(OtherClerk, "tenders/09-2026-G-0032", "announce-tender", TenderFormTests.Changed(TenderFormTests.Call, "deadline", $"{lately:yyyy-MM-dd}T09:00"));
    }

    private async Task MonthsAsync()
    {
        foreach (var year in new[] { "2025", "2026" }) await Office.ActAsync("adopt-budget", $"09/{year}", OtherClerk, new() { ["lines"] = "50401 = 100 =", ["basis"] = "村民代表会议" });
        await Office.ActAsync("open-book", "09/2026-07", Bookkeeper, new() { ["opening"] = "100.00" });
        await Office.ImportAsync(Bookkeeper, "bank", "account,date,reference,summary,income,expense,balance\n09,2026-07-31,,,,,100.00\n");
        await Office.ActAsync("prepare-statement", "09/2026-07", Bookkeeper);
        await Office.DoAsync(FinanceGroup, "statements/09/2026-07", "check-statement");
        await Office.DoAsync(Supervision, "statements/09/2026-07", "sign-statement");
        await Office.ActAsync("enter-voucher", "09/2026-08", OtherClerk, new()
        {
            ["voucher"] = "0801", ["date"] = "2026-08-01", ["summary"] = "电费", ["item"] = "电费", ["expense"] = "10", ["payee_kind"] = "organisation", ["payee"] = "供电公司", ["approvers"] = Two,
        });
    }

    private async Task OthersAsync()
    {
        await Office.ActAsync("prepare-report", "paid-work/09/2026-08", OtherClerk, new() { ["nothing"] = "no", ["words"] = "还没有公开的话" });
        await Office.ActAsync("prepare-report", "grants/09/2026-Q2", OtherClerk, new() { ["nothing"] = "yes" });
        await Office.DoAsync(Supervision, "reports/grants/09/2026-Q2", "sign-report");
        var today = Shanghai.DayOf(Office.Host.Clock.GetUtcNow());
        await Office.ActAsync("plan-inspection", "2026-1", TownClerk, new()
        {
            ["title"] = "八月检查", ["from"] = "2026-08", ["to"] = "2026-08", ["count"] = "2", ["team"] = "镇经管站", ["first"] = $"{today:yyyy-MM-dd}",
            ["last"] = $"{today.AddDays(8):yyyy-MM-dd}", ["half"] = "pine-harbour-salt-2026",
        });
        await Office.ActAsync("call-number", "2026-1", Supervision, new() { ["number"] = "417" });
        await Office.ActAsync("draw-villages", "2026-1", Reviewer, new() { ["half"] = "pine-harbour-salt-2026" });
        await Office.ActAsync("record-findings", "2026-1/09", Reviewer, new() { ["nothing"] = "no", ["found"] = $"no-invoice = {today.AddDays(30):yyyy-MM-dd} = 还没有公开的发现 = 2026-08" });
        await Office.ActAsync("record-findings", "2026-1/04", Reviewer, new() { ["nothing"] = "yes" });
        await Office.DoAsync(Approver, "inspections/2026-1/04", "confirm-findings");
        foreach (var (name, words) in new[] { ("sent", "没有公开的原信"), ("signed", "已经公开的建议") })
        {
            Assert.NotNull((await SubmitProposal.RunAsync(Office.Host.Ledger, new(new VillageCode("09"), words, "孙小小", null, false), Office.Host.Clock.GetUtcNow())).Receipt);
            await using var session = Office.Host.Store.QuerySession();
            Paths[name] = $"proposals/{(await session.Query<ProposalAsSent>().SingleAsync(l => l.Words == words)).Id}";
        }
        await Office.ActAsync("admit-proposal", Paths["signed"].Split('/')[1], SecondReviewer, new() { ["title"] = "路灯", ["body"] = "装路灯" });
        await Office.DoAsync(Reviewer, Paths["signed"], "sign-proposal");
        await Office.ActAsync("enter-treasury-payment", "2026-08", TownClerk, new()
        {
            ["voucher"] = "1", ["date"] = "2026-08-18", ["purpose"] = "路灯灯泡", ["amount"] = "9", ["payee_kind"] = "organisation", ["payee"] = "商店",
        });
        await Office.ActAsync("propose-suppression", "s1", TownClerk, new() { ["address"] = "declarations/2026/0001/e/1/", ["ground"] = "personal-data", ["reason"] = "写错" });
    }
}
