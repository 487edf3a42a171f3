using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Publication;

/// <summary>
/// The Nu Html Checker over the demo tree, in one call: starting it costs more than a hundred pages. Of each kind of page the first and
/// the last few, under <c>--long</c> every page.
/// </summary>
public sealed class DemoHtmlTests(DemoTreeFixture demo) : IClassFixture<DemoTreeFixture>
{
    [Fact]
    public async Task Every_kind_of_page_is_valid_html()
    {
        var pages = demo.Site.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).ToList();
        var chosen = Amount.IsLong ? pages : [.. Kinds.FirstAndLast(pages, 5)];
        Assert.True(chosen.Count > 100, $"only {chosen.Count} pages");
        // The first compiler is enough for a run of seconds; a second one, at work beside it, would cost more than the checking.
        var start = new ProcessStartInfo("java", ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m", "-jar", Jar(), "--errors-only", "--format", "json", "--exit-zero-always", "--stdout", .. chosen.Select(path => Path.Combine(demo.Site.Tree, path))]) { RedirectStandardOutput = true };
        using var checker = Process.Start(start)!;
        using var said = JsonDocument.Parse(await checker.StandardOutput.ReadToEndAsync());
        await checker.WaitForExitAsync();
        var findings = said.RootElement.GetProperty("messages").EnumerateArray().Select(m => $"{m.GetProperty("url").GetString()!.Split(demo.Site.Tree)[^1]}:{m.GetProperty("lastLine")} {m.GetProperty("message")}");
        if (findings.Order(StringComparer.Ordinal).Take(20).ToList() is { Count: > 0 } faults) Assert.Fail(string.Join('\n', faults));
    }

    [Fact]
    public async Task The_checker_would_find_a_fault()
    {
        var folder = Directory.CreateTempSubdirectory("sunshine-html-").FullName;
        var page = Path.Combine(folder, "faulty.html");
        await File.WriteAllTextAsync(page, "<!doctype html><html lang=\"en\"><head><title>x</title></head><body><p><table></body></html>");
        using var checker = Process.Start(new ProcessStartInfo("java", ["-jar", Jar(), "--errors-only", page]) { RedirectStandardError = true })!;
        Assert.Contains("error", await checker.StandardError.ReadToEndAsync());
        await checker.WaitForExitAsync();
        Assert.Equal(1, checker.ExitCode);
        Directory.Delete(folder, recursive: true);
    }

    private static string Jar([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "Html", "node_modules", "vnu-jar", "build", "dist", "vnu.jar"));
}
