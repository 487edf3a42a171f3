using Microsoft.Playwright;
using Transparency.Browser.Tests.Towns;
using Transparency.Contracts;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Browser.Tests.Pages;

/// <summary>Every kind of screen of the office and of the public's acts, in both languages.</summary>
[Collection(InTheDemoTown.Name)]
public sealed class EveryScreen(DemoTown town)
{
    private sealed record Way(string? Officer, Func<DemoTown, Task<string>> Path, Func<IPage, Task>? Then = null)
    {
        public static Way To(string? officer, string path, Func<IPage, Task>? then = null) => new(officer, _ => Task.FromResult(path), then);

        public static Way ToCase(string officer, string key, string below = "") => To(officer, $"/office/declarations/{NewId.FromKey(key)}{below}");
    }

    private static readonly Dictionary<string, Way> Ways = new()
    {
        ["sign-in"] = new(null, t => t.Open.SignInPathAsync("zhou-lan")),
        ["no-session"] = Way.To(null, "/office"),
        ["link-spent"] = Way.To(null, "/office/sign-in/spent"),
        ["desk-village"] = Way.To("lin-shufen", "/office"),
        ["desk-review"] = Way.To("zhou-lan", "/office"),
        ["desk-approve"] = Way.To("feng-xue", "/office"),
        ["desk-administrator"] = Way.To("zhao-min", "/office"),
        ["closed-cases"] = Way.To("wu-tao", "/office/declarations"),
        ["redraft"] = Way.ToCase("gu-dawei", "luhe-homestead", "/redraft"),
        ["restart"] = Way.ToCase("sun-li", "irrigation", "/restart"),
        ["case-draft"] = Way.ToCase("gu-dawei", "luhe-homestead"),
        ["case-returned"] = Way.ToCase("lin-shufen", "yangzi-posts"),
        ["case-in-review"] = Way.ToCase("wu-tao", "linjia-coldstore"),
        ["case-in-publicity"] = Way.ToCase("zhou-lan", "irrigation"),
        ["case-under-review-again"] = Way.ToCase("zhou-lan", "hanjia-land"),
        ["case-approved"] = Way.ToCase("feng-xue", "gudichang-saltpans"),
        ["case-history"] = Way.ToCase("gu-dawei", "gudichang-saltpans", "?seen=3"),
        ["fix-wording"] = Way.ToCase("zhou-lan", "irrigation", "/fix-wording"),
        ["new-choose"] = Way.To("lin-shufen", "/office/declarations/new"),
        ["new-declaration"] = Way.To("lin-shufen", "/office/declarations/new?matter=works-large&village=03"),
        ["new-refused"] = Way.To("lin-shufen", "/office/declarations/new?matter=works-large&village=03", page => page.ClickAsync(".button.first")),
        ["agreement-choose"] = Way.To("gu-dawei", "/office/agreements/new"),
        ["agreement-new"] = Way.To("gu-dawei", "/office/agreements/new?village=09&kind=Lease"),
        ["agreement-shown"] = Way.To("gu-dawei", "/office/agreements/09-2026-L-0002"),
        ["agreements"] = Way.To("gu-dawei", "/office/agreements?village=09"),
        ["tenders"] = Way.To("sun-li", "/office/tenders"),
        ["tender-choose"] = Way.To("gu-dawei", "/office/tenders/new"),
        ["tender-new"] = Way.To("gu-dawei", "/office/tenders/09-2026-G-0090"),
        ["tender-refused"] = Way.To("gu-dawei", "/office/tenders/09-2026-G-0090", page => page.ClickAsync("#act-plan-tender .button.first")),
        ["tender-planned"] = Way.To("zhou-lan", "/office/tenders/04-2026-W-0001"),
        ["tender-announced"] = Way.To("gu-dawei", "/office/tenders/13-2026-W-0001"),
        ["tender-candidates"] = Way.To("yu-xiuying", "/office/tenders/06-2026-W-0001"),
        ["tender-coal"] = Way.To("sun-li", "/office/tenders/00-2025-G-0001"),
        ["money"] = Way.To("he-jingwen", "/office/money"),
        ["month-entering"] = Way.To("gu-dawei", "/office/statements/09/2026-09"),
        ["month-entry"] = Way.To("gu-dawei", "/office/statements/09/2026-09/entry"),
        ["month-entry-refused"] = Way.To("gu-dawei", "/office/statements/09/2026-09/entry", page => page.ClickAsync("#act-enter-voucher .button.first")),
        ["budget"] = Way.To("gu-dawei", "/office/budgets/09/2026"),
        ["month-refused"] = Way.To("gu-dawei", "/office/statements/09/2026-09", page => page.ClickAsync("#act-enter-voucher .button.first")),
        ["month-waiting"] = Way.To("zang-jiuling", "/office/statements/09/2026-08"),
        ["month-public"] = Way.To("he-jingwen", "/office/statements/09/2025-11"),
        ["reports"] = Way.To("gu-dawei", "/office/reports"),
        ["report-owed"] = Way.To("gu-dawei", "/office/reports/grants/12/2026-Q2"),
        ["report-refused"] = Way.To("gu-dawei", "/office/reports/grants/12/2026-Q2", page => page.ClickAsync("#act-prepare-report .button.first")),
        ["report-public"] = Way.To("mu-chunsheng", "/office/reports/decisions/11/2026-Q2"),
        ["rent"] = Way.To("he-jingwen", "/office/rent/09-2025-L-0001/2026"),
        ["rent-signed"] = Way.To("zang-jiuling", "/office/rent/09-2025-L-0008/2026"),
        ["clean-up"] = Way.To("sun-li", "/office/clean-up"),
        ["drive"] = Way.To("sun-li", "/office/clean-up/saltpans-2026"),
        ["drive-new"] = Way.To("sun-li", "/office/clean-up/sheds-2027"),
        ["clean-up-case"] = Way.To("gu-dawei", "/office/clean-up/saltpans-2026/09-2025-L-0005"),
        ["import"] = Way.To("he-jingwen", "/office/import"),
        ["import-found"] = Way.To("gu-dawei", "/office/import?kind=vouchers", page => UploadAsync(page, "village,date,voucher,summary,income,expense,item,payee_kind,payee,approvers\n09,2026-09-02,x,电费,,十元,电费,organisation,供电公司,党支部书记\n")),
        ["import-looked"] = Way.To("gu-dawei", "/office/import?kind=vouchers", page => UploadAsync(page, "village,date,voucher,summary,income,expense,item,payee_kind,payee,approvers\n09,2026-09-02,0999,电费,,10.00,电费,organisation,供电公司,党支部书记、村委会主任\n")),
        ["desk-bookkeeper"] = Way.To("he-jingwen", "/office"),
        ["desk-supervision"] = Way.To("zang-jiuling", "/office"),
        ["office-not-found"] = Way.To("zhou-lan", "/office/nothing"),
        ["objection"] = new(null, t => Task.FromResult(Objection(t, PublicStatus.InPublicity))),
        ["objection-refused"] = new(null, t => Task.FromResult(Objection(t, PublicStatus.InPublicity)), page => page.ClickAsync(".button.first")),
        ["receipt"] = new(null, t => Task.FromResult(Objection(t, PublicStatus.InPublicity)), SendAsync),
        ["objection-closed"] = new(null, t => Task.FromResult(Objection(t, PublicStatus.Approved))),
        ["look-up"] = Way.To(null, "/act/receipt"),
        ["deadline"] = Way.To(null, "/act/deadline"),
        ["deadline-counted"] = Way.To(null, "/act/deadline?rule=PUBLICITY_DEFAULT&day=2026-09-18"),
        ["deadline-refused"] = Way.To(null, "/act/deadline?rule=PUBLICITY_DEFAULT&day=2026-12-30"),
        ["deliberations"] = Way.To("gu-dawei", "/office/deliberations"),
        ["deliberation-new"] = Way.To("gu-dawei", "/office/deliberations/09-2026-D-0090"),
        ["deliberation"] = Way.To("zhou-lan", "/office/deliberations/04-2026-D-0001"),
        ["look-up-found"] = new(null, t => Task.FromResult(Objection(t, PublicStatus.InPublicity)), async page =>
        {
            await SendAsync(page);
            var code = await page.Locator(".receipt strong").InnerTextAsync();
            await page.GotoAsync("/act/receipt");
            await page.FillAsync("#code", code);
            await page.ClickAsync("main button");
        }),
        ["look-up-unknown"] = Way.To(null, "/act/receipt", async page =>
        {
            await page.FillAsync("#code", "7KQ2-M9XA-RT4E");
            await page.ClickAsync("main button");
        }),
    };

    public static TheoryData<string> Kinds => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_as_a_page_must_be(string kind)
    {
        var way = Ways[kind];
        await Task.WhenAll(IsAsync("zh-Hans"), IsAsync("en"));

        async Task IsAsync(string language)
        {
            var page = await town.PageAsync(language, way.Officer);
            await page.Context.AddCookiesAsync([new() { Name = "language", Value = language, Url = OpenTown.Address }]);
            using var inspection = new Inspection(page);
            await page.GotoAsync(await way.Path(town));
            if (way.Then is not null) await way.Then(page);
            var found = await inspection.OfAsync(kind, language);
            Assert.True(found.Count == 0, $"{kind} in {language}\n{string.Join('\n', found)}");
        }
    }

    private static string Objection(DemoTown t, PublicStatus status) =>
        $"/act/objection?declaration=2026-{t.Declarations.First(d => d.Status == status).Number.Ordinal:0000}";

    private static async Task UploadAsync(IPage page, string content)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "凭证.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
        await page.ClickAsync("#upload button");
        await page.Locator("#looked").WaitForAsync();
    }

    private static async Task SendAsync(IPage page)
    {
        await page.FillAsync("#words", "路面请做得平一点。");
        await page.ClickAsync(".button.first");
        await page.Locator(".receipt").WaitForAsync();
    }
}
