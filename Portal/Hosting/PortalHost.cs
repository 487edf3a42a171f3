using Marten;
using Microsoft.Extensions.FileProviders;
using Transparency.Portal.Access;

namespace Transparency.Portal.Hosting;

/// <summary>The web side of the portal over an open store.</summary>
public static class PortalHost
{
    public static WebApplication Build(OpenStore open)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(open.Settings.Urls);
        // Standard output is for what a verb says.
        builder.Logging.ClearProviders().AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            // What keeps the host from starting is said once, as a sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services
            .AddSingleton(open.Settings).AddSingleton(open.Clock).AddSingleton<TimeProvider>(open.Clock)
            .AddSingleton<IDocumentStore>(open.Store).AddSingleton(open.Rules).AddSingleton(open.Ledger)
            .AddAccess(new DirectoryInfo(Path.Combine(open.Settings.DataFolder, "keys")));

        var app = builder.Build();
        app.UseAuthentication().UseAuthorization();
        Directory.CreateDirectory(open.Settings.SiteFolder);
        app.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(open.Settings.SiteFolder) });
        app.MapGet("/health", () => "ok");
        return app;
    }
}
