using System.Threading.RateLimiting;
using Transparency.Contracts;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Villagers;

/// <summary>
/// Stands before everything under <c>/act</c>, so that a flood there leaves the office alone: what one address sends beyond any
/// person's measure is turned away before a byte of it is read or the store is asked, and of the rest only a few are served at once
/// while the others wait their turn.
/// </summary>
public sealed class Door : IDisposable
{
    /// <summary>Posts of one address in ten minutes, whatever is in them; a village may share one.</summary>
    public const int PostsOfAddress = 60;

    private const int Waiting = 64;

    private readonly PartitionedRateLimiter<HttpContext> posts = Pace.Limiter(Pace.AddressOf, PostsOfAddress);

    private readonly ConcurrencyLimiter places = new(new()
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task ThroughAsync(HttpContext http, RequestDelegate next)
    {
        using var mine = HttpMethods.IsPost(http.Request.Method) ? posts.AttemptAcquire(http) : null;
        if (mine is { IsAcquired: false })
        {
            http.Response.Headers.RetryAfter = "600";
            await SayAsync(http, StatusCodes.Status429TooManyRequests, "act.too-many");
            return;
        }
        using var place = await places.AcquireAsync(1, http.RequestAborted);
        if (place.IsAcquired) await next(http);
        else await SayAsync(http, StatusCodes.Status503ServiceUnavailable, "act.full");
    }

    public void Dispose()
    {
        posts.Dispose();
        places.Dispose();
    }

    /// <summary>In both languages and without a page: which language somebody reads is not worth a look into the store here.</summary>
    private static Task SayAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync($"{Catalogue.Say(Language.Zh, $"{code}.why")}\n\n{Catalogue.Say(Language.En, $"{code}.why")}\n");
    }
}
