using Microsoft.Playwright;

namespace Transparency.Browser.Tests.Pages;

/// <summary>For looking at by eye: <c>SUNSHINE_SHOTS=folder</c> saves a picture of every page that is inspected, on a telephone and on a desk.</summary>
internal static class Shots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SUNSHINE_SHOTS");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
