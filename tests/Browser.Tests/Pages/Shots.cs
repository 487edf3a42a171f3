using Microsoft.Playwright;

namespace Transparency.Browser.Tests.Pages;

/// <summary>For looking at by eye: <c>SUNSHINE_SHOTS=folder</c> saves pictures of every page that is inspected: on a telephone and on a desk, light and dark.</summary>
internal static class Shots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SUNSHINE_SHOTS");

    public static async Task TakeAsync(IPage page, string name)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        var (size, isDark) = (page.ViewportSize!, await page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark)').matches"));
        foreach (var (width, scheme) in new[] { (390, ColorScheme.Light), (390, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 844);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{scheme}-{width}.png"), FullPage = true });
        }
        // The next page is inspected as if nobody had looked.
        await page.EmulateMediaAsync(new() { ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
