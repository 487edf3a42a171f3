using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Portal.Hosting;
using Transparency.Portal.Press;
using Transparency.Portal.Problems;
using Transparency.Portal.Serving;

namespace Transparency.Bench;

/// <summary>The portal as <c>serve</c> runs it, over a sampled town whose tree stands, on a free port of this machine.</summary>
internal sealed class RunningPortal : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningPortal(WebApplication app)
    {
        this.app = app;
        var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = 64 };
        Client = new(handler) { BaseAddress = new($"{app.Urls.First()}/") };
    }

    public HttpClient Client { get; }

    public IReadOnlyList<int> TypesetterProcesses => app.Services.GetRequiredService<OpenPress>().Typesetters.ProcessIds;

    public static async Task<RunningPortal> StartAsync(OpenStore open, CancellationToken ct)
    {
        var app = PortalHost.Build(open with { Settings = open.Settings with { Urls = "http://127.0.0.1:0" } });
        var done = await app.Services.GetRequiredService<PublishSite>().PublishPagesAsync(rebuild: false, ct);
        if (done?.Fault is { } fault) throw new CannotRun(fault);
        await app.StartAsync(ct);
        return new(app);
    }

    /// <summary>The tag under which a file is served now; null when it is not there.</summary>
    public async Task<string?> TagAsync(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var answer = await Client.SendAsync(request, ct);
        return answer.IsSuccessStatusCode ? answer.Headers.ETag?.Tag : null;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
