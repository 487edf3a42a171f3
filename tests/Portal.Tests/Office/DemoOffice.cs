using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Portal.Access;
using Transparency.Portal.Hosting;
using Transparency.Portal.Serving;
using Transparency.Portal.Tests.Publication;

namespace Transparency.Portal.Tests.Office;

/// <summary>The office of the demo town, whose officers can be signed in by name. Its clock stands still and its jobs do not run, so that a page is the same at every run.</summary>
public sealed class DemoOffice : IAsyncLifetime
{
    /// <summary>After everything that has happened in the demo town.</summary>
    private static readonly DateTimeOffset Start = PortalClock.DemoStart.AddHours(1);

    private readonly Dictionary<(string, bool), Visitor> signedIn = [];
    private DemoSite? site;
    private OpenStore? store;
    private WebApplication? app;

    public PortalClock Clock => store!.Clock;

    public async Task InitializeAsync()
    {
        site = await DemoSite.NewAsync(publish: false);
        store = site.Store with { Clock = new(new StandingStill(), Start), Settings = site.Store.Settings with { Urls = "http://127.0.0.1:0" } };
        app = PortalHost.Build(store);
        await OfficeHost.StartWithoutJobsAsync(app);
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await site!.DisposeAsync();
    }

    /// <summary>A browser in which this officer is signed in; one for each language, since a language once chosen stays chosen.</summary>
    public async Task<Visitor> VisitorAsync(string officer, bool english = false)
    {
        if (signedIn.TryGetValue((officer, english), out var known)) return known;
        var link = await SignIn.IssueLinkAsync(store!.Store, (await store.OfficerAsync(officer)).Id, SignIn.Now);
        return signedIn[(officer, english)] = await RedeemAsync($"/office/sign-in/{link}");
    }

    /// <summary>A fresh browser that comes in by this link.</summary>
    public async Task<Visitor> RedeemAsync(string path)
    {
        var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(app!.Urls.First()) });
        var desk = await visitor.SendAsync(await visitor.GoAsync(path), "main form");
        Assert.Equal((200, "/office"), (desk.Status, desk.Path));
        return visitor;
    }

    private sealed class StandingStill : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Start;
    }
}
