using System.Net.Sockets;
using System.Threading.RateLimiting;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Villagers;

/// <summary>
/// How often one address may write, and how often one notice may be written to (letters about none share one measure); wide enough for
/// a village behind one address. Kept in memory only.
/// </summary>
public sealed class Pace : IDisposable
{
    public const int LettersOfAddress = 10;
    public const int LettersOnNotice = 100;
    public const int LookUpsOfAddress = 30;

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<HttpContext> letters = PartitionedRateLimiter.CreateChained(
        Limiter(AddressOf, LettersOfAddress), Limiter(http => http.Request.Form["declaration"].ToString(), LettersOnNotice));

    private readonly PartitionedRateLimiter<HttpContext> lookUps = Limiter(AddressOf, LookUpsOfAddress);

    public ValueTask<object?> OfLetters(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        Through(letters, call, next);

    public ValueTask<object?> OfLookUps(EndpointFilterInvocationContext call, EndpointFilterDelegate next) => Through(lookUps, call, next);

    public void Dispose()
    {
        letters.Dispose();
        lookUps.Dispose();
    }

    private static async ValueTask<object?> Through(
        PartitionedRateLimiter<HttpContext> limiter, EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired) return await next(call);
        http.Response.Headers.RetryAfter = "600";
        return (await Screen.BindAsync(http))!.Sentence(StatusCodes.Status429TooManyRequests, "act.too-many");
    }

    internal static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> key, int permits) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            RateLimitPartition.GetFixedWindowLimiter(key(http), _ => new() { PermitLimit = permits, Window = Span, QueueLimit = 0 }));

    /// <summary>An IPv6 subscriber has a whole /64.</summary>
    internal static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } v6 =>
            Convert.ToHexString(v6.GetAddressBytes().AsSpan(0, 8)),
        var v4 => v4.MapToIPv4().ToString(),
    };
}
