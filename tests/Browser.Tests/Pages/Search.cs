using Transparency.Browser.Tests.Towns;

namespace Transparency.Browser.Tests.Pages;

[Collection(InTheDemoTown.Name)]
public sealed class Search(DemoTown town)
{
    [Theory]
    [InlineData("央政公示〔2026〕12号")]
    [InlineData("央政公示[2026]12号")]
    [InlineData("2026-12")]
    [InlineData("2026-0012")]
    [InlineData("12")]
    [InlineData("12号")]
    public async Task Finds_a_number_in_every_form_that_people_write(string number)
    {
        var page = await town.PageAsync("zh-Hans");
        foreach (var home in new[] { "/", "/en/" })
        {
            await page.GotoAsync(home);
            await page.FillAsync("#q", number);
            await page.PressAsync("#q", "Enter");
            await page.Locator("#found li").First.WaitForAsync();
            // A bare ordinal is one of each year; the newest comes first.
            Assert.Equal(number.Contains("2026", StringComparison.Ordinal) ? 1 : 2, await page.Locator("#found li").CountAsync());
            await page.ClickAsync("#found a");
            await page.Locator("article .number").WaitForAsync();
            Assert.Contains($"{home}declarations/2026/0012/", page.Url, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Finds_a_village_by_its_name_in_the_language_of_the_page()
    {
        var page = await town.PageAsync("zh-Hans");
        foreach (var (root, name) in new[] { ("", "韩家央子"), ("/en", "Hanjiayangzi"), ("/en", "韩家央子") })
        {
            await page.GotoAsync($"{root}/search/?q={name}");
            await page.Locator("#found li").First.WaitForAsync();
            Assert.All(await page.Locator("#found li").AllTextContentsAsync(), text => Assert.Contains(name, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Without_a_script_the_index_leads_to_every_declaration()
    {
        var page = await town.Open.VisitAsync(script: false);
        foreach (var year in town.Declarations.GroupBy(d => d.Number.Year))
        {
            await page.GotoAsync("/search/?q=12");
            await page.ClickAsync($"main a[href$='declarations/{year.Key}/index.html']");
            foreach (var declaration in year) await page.GetByText(declaration.Number.ToString(), new() { Exact = false }).First.WaitForAsync();
        }
        await page.GotoAsync("/search/");
        await page.ClickAsync("main a[data-village='04']");
        await page.Locator("h1").GetByText("贾家河坞村").WaitForAsync();
        await page.Context.CloseAsync();
    }
}
