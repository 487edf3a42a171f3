using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Playwright;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Demo;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Serving;
using Transparency.Portal.Tests.Embedded;
using Transparency.Portal.Tests.Publication;

namespace Transparency.Browser.Tests.Towns;

/// <summary>The portal as it runs in earnest, in this process: PostgreSQL, jobs, typesetter and Kestrel on a free port, and a Chromium that knows it by its public address.</summary>
public sealed class OpenTown : IAsyncDisposable
{
    /// <summary>The browser is led to the free port; every other host does not exist for it.</summary>
    public const string Address = DemoTemplate.Address;

    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server"];

    // Without windows it needs a quarter less of the processor; whoever has the one with windows only needs no other.
    private static readonly string Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);

    private readonly OpenStore store;
    private readonly WebApplication app;
    private readonly IPlaywright playwright;

    private OpenTown(OpenStore store, WebApplication app, IPlaywright playwright, IBrowser browser) =>
        (this.store, this.app, this.playwright, Browser, Client) = (store, app, playwright, browser, new() { BaseAddress = new(app.Urls.Single()) });

    public IBrowser Browser { get; }

    /// <summary>For what is fetched rather than looked at.</summary>
    public HttpClient Client { get; }

    public OpenStore Store => store;

    public IServiceProvider Services => app.Services;

    /// <summary>The published tree.</summary>
    public string Site => store.Settings.SiteFolder;

    /// <summary>The whole demo town.</summary>
    public static async Task<OpenTown> StartAsync()
    {
        var store = await OpenStoreAsync(await DemoTemplate.Whole.CopyDatabaseAsync());
        DemoTemplate.Whole.CopyAttachments(store.Settings.DataFolder);
        DemoTemplate.Whole.CopySheets(store.Settings.DataFolder);
        DemoTemplate.Whole.CopyTree(store.Settings.DataFolder);
        return await ServeAsync(store);
    }

    /// <param name="acts">how much of the demo's scenario has happened</param>
    /// <param name="decisions">village decisions that were made</param>
    public static async Task<OpenTown> StartAsync(int acts, params string[] decisions)
    {
        var store = await OpenStoreAsync(await TestCluster.NewTownAsync());
        await new RunScenario(store, Part(acts, decisions)).RunAsync(new Progress<(int, int)>());
        return await ServeAsync(store);
    }

    private static async Task<OpenStore> OpenStoreAsync(string database)
    {
        var folder = Directory.CreateTempSubdirectory("sunshine-browser-").FullName;
        var settings = new PortalSettings(database, folder, Path.Combine(folder, "site"), Address, null, [Language.Zh, Language.En], null, "http://127.0.0.1:0");
        return await OpenStore.OpenAsync(settings, new PortalClock(TimeProvider.System, PortalClock.DemoStart), NullLoggerFactory.Instance);
    }

    private static async Task<OpenTown> ServeAsync(OpenStore store)
    {
        var app = PortalHost.Build(store);
        await app.StartAsync();
        var published = await app.Services.GetRequiredService<PublishSite>().RunPatientlyAsync(rebuild: false, CancellationToken.None);
        Assert.True(published is { Fault: null, Findings: [], WaitingForPdf: [] }, published?.ToString());

        var playwright = await Playwright.CreateAsync();
        var port = new Uri(app.Urls.Single()).Port;
        var way = string.Create(CultureInfo.InvariantCulture, $"--host-resolver-rules=MAP sunshine.example 127.0.0.1:{port}, MAP * ~NOTFOUND");
        return new(store, app, playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = [.. Quiet, way] }));
    }

    /// <summary>A fresh visitor.</summary>
    public async Task<IPage> VisitAsync(bool script = true, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Address, JavaScriptEnabled = script, Locale = "zh-CN", TimezoneId = "Asia/Shanghai", AcceptDownloads = true,
            ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 720 },
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>An officer comes in by a one-time link, as everybody does.</summary>
    /// <param name="signIn">the name in <c>officers.csv</c></param>
    public async Task<IPage> SignInAsync(string signIn)
    {
        var page = await VisitAsync();
        await SignInAsync(page, signIn);
        return page;
    }

    public async Task SignInAsync(IPage page, string signIn)
    {
        await page.GotoAsync(await SignInPathAsync(signIn));
        await page.ClickAsync("main button");
        await page.Locator(".who").WaitForAsync();
    }

    public async Task<string> SignInPathAsync(string signIn)
    {
        var officer = await store.OfficerAsync(signIn);
        return $"/office/sign-in/{await SignIn.IssueLinkAsync(store.Store, officer.Id, SignIn.Now)}";
    }

    /// <summary>The second officers of the villages come by an import of their own.</summary>
    private static List<ScenarioAct> Part(int acts, string[] decisions) =>
        [.. Scenario.All().Where(a => (a.Act == Scenario.Import && a.Subject == "officers") || decisions.Contains(a.Subject)).Concat(Scenario.Read(Path.Combine(Scenario.Folder, "acts.csv")).Take(acts)).OrderBy(a => a.At)];

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
        Directory.Delete(store.Settings.DataFolder, recursive: true);
    }
}
