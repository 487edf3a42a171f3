using System.Net;
using System.Net.Sockets;
using Hangfire;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Serving;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Keeping;
using Transparency.Portal.Tests.Embedded;
using Transparency.Portal.Tests.Store;
using Transparency.Portal.Town;
using Transparency.Publishing.Register;
using Transparency.Samples;

namespace Transparency.Portal.Tests.Office;

/// <summary>The whole portal over a town of its own, listening on a free port. Its jobs stand still: who wants pages, publishes.</summary>
public sealed class OfficeHost : IAsyncLifetime
{
    public static readonly DateTimeOffset Morning = Shanghai.At(new(2026, 9, 17), new(9, 0));

    private readonly string folder = Directory.CreateTempSubdirectory("sunshine-office-").FullName;
    private WebApplication? app;
    private OpenStore? open;

    private string? way;

    /// <summary>On a database of its own, where nothing is yet, instead of a copy in the cluster that all tests share.</summary>
    public static async Task<OfficeHost> OnAsync(string emptyDatabase)
    {
        await using (var store = MartenSetup.Open(emptyDatabase, PortalStreams.All)) await PrepareStore.RunAsync(store, PortalStreams.All, createSchema: true);
        var host = new OfficeHost { way = emptyDatabase };
        await host.FillAsync(emptyDatabase);
        await host.InitializeAsync();
        return host;
    }

    public Ledger Ledger => open!.Ledger;

    public IServiceProvider Services => app!.Services;

    public DocumentStore Store => open!.Store;

    /// <summary>Where the tree would stand; nothing publishes here.</summary>
    public string SiteFolder => Path.Combine(folder, "site");

    public PortalClock Clock => open!.Clock;

    public string Address => app!.Urls.First();

    public string ConnectionString => open!.ConnectionString;

    /// <summary>The tree as the register has it now, without sheets.</summary>
    public async Task PublishAsync() => Assert.Null((await app!.Services.GetRequiredService<PublishSite>().PublishPagesAsync(rebuild: false, CancellationToken.None))!.Fault);

    public async Task InitializeAsync()
    {
        open = await OpenAsync(way ?? await TestCluster.NewDatabaseAsync(copyOf: await TestCluster.TemplateAsync("office", FillAsync)));
        app = PortalHost.Build(open);
        await StartWithoutJobsAsync(app);
    }

    /// <summary>
    /// A page that comes out or a window that ends at the minute's turn would be another test in another minute. Nor is anything put back
    /// when the store returns: beside a portal that is being killed, this one would typeset the same sheets for another address.
    /// </summary>
    public static async Task StartWithoutJobsAsync(WebApplication app)
    {
        foreach (var service in app.Services.GetServices<IHostedService>().Where(s => s is not (BackgroundJobServerHostedService or KeepJobs))) await service.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await open!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Task<string> LinkAsync(Officer officer) => SignIn.IssueLinkAsync(Store, officer.Id, SignIn.Now);

    public async Task<Visitor> SignedInAsync(Officer officer)
    {
        var visitor = Anybody();
        var door = await visitor.GoAsync($"/office/sign-in/{await LinkAsync(officer)}");
        var desk = await visitor.SendAsync(door, "main form");
        Assert.Equal("/office", desk.Path);
        return visitor;
    }

    /// <param name="from">the address that the portal sees; every other one of the loopback net is another visitor's</param>
    public Visitor Anybody(string from = "127.0.0.1") => new(new HttpClient(new SocketsHttpHandler
    {
        CookieContainer = new(),
        ConnectCallback = async (to, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(from).MapToIPv6(), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback.MapToIPv6(), to.DnsEndPoint.Port), ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = new(app!.Urls.First()) });

    public async Task<long> VersionAsync(string id)
    {
        await using var session = Store.QuerySession();
        return (await session.Events.FetchStreamStateAsync($"declaration/{id}"))!.Version;
    }

    public async Task<DeclarationOnRegister> RowAsync(string id)
    {
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<DeclarationOnRegister>($"declaration/{id}"))!;
    }

    /// <summary>The end of the window, as the system's own job would find it.</summary>
    public async Task CloseAsync(string id) =>
        Assert.IsType<Outcome.Done>(await CloseWindow.RunAsync(Ledger, new(id), (await RowAsync(id)).Window.Ends));

    private Task<OpenStore> OpenAsync(string database) =>
        OpenStore.OpenAsync(new(database, folder, SiteFolder, "http://127.0.0.1", null, [Language.Zh, Language.En], Morning, "http://127.0.0.1:0"), NullLoggerFactory.Instance);

    private async Task FillAsync(string database)
    {
        await using var store = await OpenAsync(database);
        await TestTown.EnterVillagesAsync(store.Ledger);
        foreach (var officer in SampleOfficers.All.Where(o => o.Id != Officer.System.Id)) await AppointAsync(store.Ledger, officer);
        await TestDecisions.AddAsync(store.Store);
    }

    private static Task AppointAsync(Ledger ledger, Officer o) => EarlierOfficers.AppointAsync(ledger, o.Id, o.Unit, o.Roles, o.Villages, Morning);
}

[CollectionDefinition(Name)]
public sealed class OneOffice : ICollectionFixture<OfficeHost>
{
    public const string Name = "office";
}
