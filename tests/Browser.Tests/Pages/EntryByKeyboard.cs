using System.Globalization;
using Microsoft.Playwright;
using Transparency.Browser.Tests.Towns;

namespace Transparency.Browser.Tests.Pages;

/// <summary>A pile of papers goes in by keyboard alone.</summary>
[Collection(InTheDemoTown.Name)]
public sealed class EntryByKeyboard(DemoTown town)
{
    private const string Path = "/office/statements/09/2026-09/entry";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Enters_a_payment_and_typing_goes_on_in_the_first_field(int width)
    {
        var page = await town.Open.SignInAsync("gu-dawei");
        await page.SetViewportSizeAsync(width, 844);
        await page.GotoAsync(Path);
        Assert.Equal("enter-voucher-voucher", await FocusAsync(page));
        var number = string.Create(CultureInfo.InvariantCulture, $"k{width}1");
        await TypeAsync(page, number, "5", "路灯电费", "51401", "", "86.50");
        // Past the fold of further accounts to the kind of payee and who was paid; the boxes of who approves follow.
        await UntilAsync(page, "enter-voucher-payee_kind");
        await page.Keyboard.PressAsync("ArrowDown");
        await UntilAsync(page, "enter-voucher-payee");
        await page.Keyboard.TypeAsync("供电公司");
        foreach (var box in new[] { "party-secretary", "village-head" })
        {
            await UntilAsync(page, box);
            if (!await page.EvaluateAsync<bool>("document.activeElement.checked")) await page.Keyboard.PressAsync("Space");
        }
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("[role=status]").WaitForAsync();
        Assert.Contains($"凭证 {number} 已录入：支出 86.50 元", await page.Locator("[role=status]").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("enter-voucher-voucher", await FocusAsync(page));
        Assert.Equal($"k{width}2", await page.InputValueAsync("#enter-voucher-voucher"));
        Assert.True(await page.Locator("[value=village-head]").IsCheckedAsync());

        // The next paper is income: Enter in its last field sends it.
        await TypeAsync(page, $"k{width}2", "6", "利息", "50401", "1.25");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[role=status]", new() { HasText = $"k{width}2" }).WaitForAsync();
        Assert.Equal("enter-voucher-voucher", await FocusAsync(page));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        await page.Context.CloseAsync();
    }

    private static async Task TypeAsync(IPage page, params string[] cells)
    {
        foreach (var (i, cell) in cells.Index())
        {
            if (i > 0) await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(cell);
        }
    }

    /// <summary>Goes on by Tab until the field with this id or value has the focus.</summary>
    private static async Task UntilAsync(IPage page, string field)
    {
        for (var i = 0; i < 12; i++)
        {
            if (await FocusAsync(page) == field) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not lead to {field}");
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.value || ''");
}
