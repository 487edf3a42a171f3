using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Npgsql;

namespace Transparency.Portal.Press;

/// <summary>Hangfire on the store's own PostgreSQL, in the schema <c>jobs</c>.</summary>
public static class HangfireSetup
{
    public static void AddJobs(this IServiceCollection services, string connectionString)
    {
        services.AddHangfire(hangfire => hangfire
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(Pool(connectionString)), new PostgreSqlStorageOptions
            {
                SchemaName = "jobs",
                // LISTEN/NOTIFY: a job enqueued by another process starts within milliseconds too.
                EnableLongPolling = true,
                QueuePollInterval = TimeSpan.FromSeconds(5),
                // A killed portal's job begins again after 30 s; sliding, or long jobs would run twice at once.
                UseSlidingInvisibilityTimeout = true,
                InvisibilityTimeout = TimeSpan.FromSeconds(30),
            }));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
        });
        services.AddSingleton<JobsState>();
        services.AddSingleton(all => ActivatorUtilities.CreateInstance<KeepJobs>(all, connectionString));
        services.AddHostedService(all => all.GetRequiredService<KeepJobs>());
    }

    /// <summary>
    /// Only for administrators, since the default filter would let every local request in, and only to look: jobs are started and
    /// deleted by the program alone.
    /// </summary>
    public static void MapJobs(this WebApplication app, string policy) =>
        app.MapHangfireDashboard(
                "/jobs",
                new DashboardOptions
                {
                    Authorization = [], AsyncAuthorization = [], DisplayStorageConnectionString = false, AppPath = "/office",
                    IsReadOnlyFunc = _ => true,
                })
            .RequireAuthorization(policy);

    private static string Pool(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 12, ApplicationName = "jobs" }.ConnectionString;
}
