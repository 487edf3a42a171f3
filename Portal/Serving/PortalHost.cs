using Hangfire;
using Marten;
using Transparency.Portal.Access;
using Transparency.Portal.Backup;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Embedded;
using Transparency.Portal.Hosting;
using Transparency.Portal.Office;
using Transparency.Portal.Office.Away;
using Transparency.Portal.Press;
using Transparency.Portal.Villagers;

namespace Transparency.Portal.Serving;

/// <summary>The web side of the portal over an open store: office, public acts, jobs, and the tree for everything else.</summary>
public static class PortalHost
{
    public static WebApplication Build(OpenStore open)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(open.Settings.Urls);
        builder.Services
            .AddSingleton(open.Logs).AddSingleton(open.Settings).AddSingleton(open.Clock).AddSingleton<TimeProvider>(open.Clock)
            .AddSingleton<IDocumentStore>(open.Store).AddSingleton(open.Rules).AddSingleton(open.Ledger).AddSingleton(open.Files)
            .AddSingleton(_ => OpenPress.Over(open))
            .AddSingleton(services => services.GetRequiredService<OpenPress>().Publisher)
            .AddSingleton(services => services.GetRequiredService<OpenPress>().State)
            .AddSingleton(services => services.GetRequiredService<OpenPress>().Site)
            .AddSingleton(new HttpClient(
                new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(20) })
            .AddSingleton<LookAtPages>()
            .AddSingleton(open.BackupSource).AddSingleton(open.Settings.Backup).AddSingleton(new BackupFolder(open.Settings.Backup.Folder))
            .AddAccess(new DirectoryInfo(Path.Combine(open.Settings.DataFolder, "keys")))
            .AddScreens().AddAct()
            .AddResponseCompression(o => o.EnableForHttps = false)
            .AddJobs(open.ConnectionString);
        if (open.Cluster is { } cluster)
            builder.Services.AddSingleton(cluster).AddHostedService<KeepCluster>();

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseTreeFiles(open.Settings.SiteFolder);
        app.UseAway();
        app.UseDoor();
        app.UseRouting();
        app.UseAuthentication().UseAuthorization();
        var backups = app.Services.GetRequiredService<BackupFolder>();
        app.MapHealth(
            HealthChecks.Of(open, app.Services), () => BackupAge.InWords(backups.Read(), TimeProvider.System.GetUtcNow()));
        app.MapOffice();
        app.MapAct();
        app.MapJobs(Policies.Administer);
        app.MapNotThere(open.Settings.SiteFolder);
        RecurringJobs.Schedule(app.Services.GetRequiredService<IRecurringJobManager>());
        var jobs = app.Services.GetRequiredService<IBackgroundJobClient>();
        var press = app.Services.GetRequiredService<PublishSite>();
        open.Changed.Listener = rows =>
        {
            press.Tell(rows);
            jobs.Enqueue<PublicationJobs>(job => job.AfterCommitAsync(rows.ToArray(), CancellationToken.None));
        };
        return app;
    }
}
