using Transparency.Browser.Tests.Towns;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Browser.Tests.Pages;

/// <summary>Every kind of page of the published tree, in both languages.</summary>
[Collection(InTheDemoTown.Name)]
public sealed class EveryPublicPage(DemoTown town)
{
    private static readonly Dictionary<string, Func<DemoTown, string>> Paths = new()
    {
        ["home"] = _ => "/",
        ["superseded"] = t => $"/{SiteMap.Superseded(SiteMap.DeclarationFolder(t.Declarations.First(d => d.Current.Round > 1).Number), 1)}",
        ["declaration-year"] = _ => "/declarations/2026/",
        ["agreement"] = t => $"/{SiteMap.AgreementFolder(t.Agreements[^1].Agreement)}",
        ["agreement-year"] = _ => "/agreements/2026/",
        ["agreement-cleaned-up"] = _ => "/agreements/09-2026-L-0001/",
        ["clean-up"] = _ => "/agreements/clean-up/saltpans-2026/",
        ["tender-closed"] = _ => "/tenders/00-2025-W-0001/",
        ["tender-of-coal"] = _ => "/tenders/00-2025-G-0001/",
        ["tender-calling"] = _ => "/tenders/13-2026-W-0001/",
        ["tender-with-candidates"] = _ => "/tenders/06-2026-W-0001/",
        ["tender-failed"] = _ => "/tenders/01-2025-W-0001/",
        ["tender-superseded"] = _ => "/tenders/00-2025-W-0001/e/2/",
        ["tender-year"] = _ => "/tenders/2026/",
        ["coal-season"] = _ => "/coal/2025-2026/",
        ["statement"] = _ => "/villages/09/escrow/2026-08/",
        ["statement-with-difference"] = _ => "/villages/07/escrow/2025-12/",
        ["statement-superseded"] = _ => "/villages/13/escrow/2026-05/e/1/",
        ["statement-year"] = _ => "/statements/2026/",
        ["report"] = _ => "/villages/09/reports/grants/2026-Q2/",
        ["report-zero"] = _ => "/villages/11/reports/decisions/2026-Q2/",
        ["report-superseded"] = _ => "/villages/05/reports/grants/2026-Q2/e/1/",
        ["report-year"] = _ => "/reports/2026/",
        ["village-late"] = _ => "/villages/12/",
        ["works"] = _ => "/works/",
        ["work"] = _ => "/works/xiangyang-road/",
        ["village"] = _ => "/villages/09/",
        ["village-year"] = _ => "/villages/09/2026/",
        ["town"] = _ => "/town/",
        ["calendar"] = _ => "/calendar/",
        ["rules"] = _ => "/rules/",
        ["certificate"] = t => $"/{SiteMap.CertificateFolder(t.Declarations.First(d => d.Status == PublicStatus.Approved).Number, 1)}",
        ["search"] = _ => "/search/",
        ["search-found"] = _ => "/search/?q=2026",
        ["data"] = _ => "/data/",
        ["not-found"] = _ => "/nothing/here",
    };

    /// <summary>The demo town refused none of its own matters; a refusal looks like a revocation.</summary>
    public static TheoryData<string> Kinds =>
        [.. Paths.Keys.Concat(Enum.GetValues<PublicStatus>().Where(s => s != PublicStatus.Refused).Select(s => $"declaration-{s}"))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Is_as_a_page_must_be(string kind)
    {
        var path = Paths.TryGetValue(kind, out var of) ? of(town) : town.In(Enum.Parse<PublicStatus>(kind["declaration-".Length..]));
        await Task.WhenAll(IsAsync("zh-Hans", ""), IsAsync("en", "/en"));

        async Task IsAsync(string language, string root)
        {
            var page = await town.PageAsync(language);
            using var inspection = new Inspection(page);
            var answer = await page.GotoAsync(kind == "not-found" && root.Length > 0 ? "/en/404.html" : root + path);
            Assert.Equal(kind == "not-found" && root.Length == 0 ? 404 : 200, answer!.Status);
            if (kind == "search-found") await page.Locator("#found li").First.WaitForAsync();
            var found = await inspection.OfAsync(kind, language);
            Assert.True(found.Count == 0, $"{root}{path}\n{string.Join('\n', found)}");
        }
    }

    /// <summary>Head and five sentences without scrolling, on an ordinary telephone.</summary>
    [Fact]
    public async Task A_running_declaration_says_it_all_on_the_first_screen()
    {
        var page = await town.PageAsync("zh-Hans");
        await page.SetViewportSizeAsync(390, 844);
        foreach (var declaration in town.Declarations.Where(d => d.Status == PublicStatus.InPublicity))
        {
            await page.GotoAsync($"/{SiteMap.Declaration(declaration.Number)}");
            Assert.Equal(5, await page.Locator(".five > div").CountAsync());
            var box = (await page.Locator(".five").BoundingBoxAsync())!;
            Assert.True(box.Y + box.Height < 844, $"{declaration.Number} ends at {box.Y + box.Height}");
        }
        await page.SetViewportSizeAsync(320, 720);
    }

    [Fact]
    public async Task Opens_from_a_folder_too()
    {
        var page = await (await town.Open.Browser.NewContextAsync()).NewPageAsync();
        var root = new Uri(town.Open.Site + "/").AbsoluteUri;
        await page.GotoAsync($"{root}index.html");
        Assert.Equal("rgb(255, 253, 248)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await page.FillAsync("#q", "盐田");
        await page.PressAsync("#q", "Enter");
        await page.Locator("#found li").First.WaitForAsync();
        Assert.All(await page.Locator("#found li").AllTextContentsAsync(), text => Assert.Contains("盐田", text, StringComparison.Ordinal));
        await page.Locator("#found a").First.ClickAsync();
        await page.Locator("article h1").WaitForAsync();
        Assert.StartsWith(root, page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
