using Transparency.Contracts;
using Transparency.Portal.Hosting;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;

namespace Transparency.Portal.Office.Away;

/// <summary>
/// Around all that is dynamic: whatever breaks off, at the door, in a route or on a page, is answered by a page of our own and never by
/// an empty one. The published tree stands before it and asks the store nothing.
/// </summary>
public static class AwayRoutes
{
    public static void UseAway(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger<AwayAnswer>();
        var settings = app.Services.GetRequiredService<PortalSettings>();
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (Exception fault) when (IsOurs(http, fault))
            {
                var why = StoreFault.Of(fault);
                if (why?.Nature == Nature.Away) log.LogWarning("{Method} {Path}: {Code}", http.Request.Method, RouteOf(http), why.Code);
                else
                {
                    log.LogError("{Method} {Path} broke off: {Fault}", http.Request.Method, RouteOf(http), fault.GetType().Name);
                    FaultLog.Append(settings.DataFolder, fault);
                }
                await new AwayAnswer(why).ExecuteAsync(http);
            }
        });
    }

    private static bool IsOurs(HttpContext http, Exception fault) =>
        !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && fault is not BadHttpRequestException;

    /// <summary>The pattern, not the address: that may hold a sign-in link.</summary>
    private static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
}
