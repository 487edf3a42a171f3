using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Transparency.Samples;

namespace Transparency.Browser.Tests.Pages;

/// <summary>What every page must be, whatever it is about; what is wrong comes back as lines.</summary>
internal sealed class Inspection : IDisposable
{
    private const string Facts = """
        () => ({
          lang: document.documentElement.lang,
          h1: document.querySelectorAll('h1').length,
          styled: [...document.querySelectorAll('link[rel=stylesheet]')].every(l => l.sheet),
        })
        """;

    private const string TooWide = """
        () => {
          const page = document.scrollingElement;
          if (page.scrollWidth <= page.clientWidth) return [];
          const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 0.5);
          return [`${page.scrollWidth} px`, ...out.slice(0, 4).map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`)];
        }
        """;

    // A frame holds a page of the public, which is inspected by itself; without scripts it would never answer.
    private const string Violations = """
        async () => {
          const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
          return violations.map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`);
        }
        """;

    // Run in the page itself: the package for Playwright opens a window for each result, which costs more than the checks.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IPage page;
    private readonly List<string> found = [];

    public Inspection(IPage page)
    {
        this.page = page;
        page.Console += OnConsole;
        page.PageError += OnError;
        page.RequestFailed += OnFailed;
        page.Request += OnRequest;
        page.Response += OnResponse;
    }

    /// <summary>The page as it now stands, at the width of the smallest telephone and at that of a desk.</summary>
    /// <param name="name">of its pictures, where they are asked for</param>
    public async Task<IReadOnlyList<string>> OfAsync(string name, string language)
    {
        var facts = await page.EvaluateAsync<PageFacts>(Facts);
        if (facts.Lang != language) found.Add($"lang is {facts.Lang}");
        if (facts.H1 != 1) found.Add($"{facts.H1} h1");
        if (!facts.Styled) found.Add("a style is missing");
        found.AddRange((await page.EvaluateAsync<string[]>(TooWide)).Select(line => $"at 320 px: {line}"));
        if (IsFirstLook(name, language) || Amount.IsLong)
        {
            await page.SetViewportSizeAsync(1280, 720);
            await page.EvaluateAsync(Axe);
            found.AddRange(await page.EvaluateAsync<string[]>(Violations).WaitAsync(TimeSpan.FromSeconds(60)));
            await page.SetViewportSizeAsync(320, 720);
        }
        await Shots.TakeAsync(page, $"{name}-{language}");
        return found;
    }

    /// <summary>
    /// Marks and styles are the same in both languages, so each kind is asked in one of them: about half of all in Chinese and light, the
    /// others in English and dark. Under <c>--long</c> all are asked in both.
    /// </summary>
    private static bool IsFirstLook(string name, string language) => name.Sum(sign => sign) % 2 == 0 == (language == "en");

    public void Dispose()
    {
        page.Console -= OnConsole;
        page.PageError -= OnError;
        page.RequestFailed -= OnFailed;
        page.Request -= OnRequest;
        page.Response -= OnResponse;
    }

    private void OnConsole(object? _, IConsoleMessage line)
    {
        // An answer of 4xx to the page itself is meant; Chromium notes it all the same.
        if (line.Type is "error" or "warning" && !line.Location.StartsWith(page.Url, StringComparison.Ordinal)) found.Add($"console: {line.Text} {line.Location}");
    }

    private void OnError(object? _, string error) => found.Add($"script: {error}");

    private void OnFailed(object? _, IRequest request) => found.Add($"failed: {request.Url} {request.Failure}");

    private void OnRequest(object? _, IRequest request)
    {
        if (!request.Url.StartsWith(Towns.OpenTown.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) found.Add($"elsewhere: {request.Url}");
    }

    private void OnResponse(object? _, IResponse answer)
    {
        if (answer.Status >= 400 && !answer.Request.IsNavigationRequest) found.Add($"{answer.Status}: {answer.Url}");
    }

    private sealed class PageFacts
    {
        public string Lang { get; set; } = "";

        public int H1 { get; set; }

        public bool Styled { get; set; }
    }
}
