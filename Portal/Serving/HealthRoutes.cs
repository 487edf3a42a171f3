using Transparency.Contracts;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;

namespace Transparency.Portal.Serving;

/// <summary>
/// Whether the process answers (<c>/health/live</c>, which asks nothing) and whether the portal can do its work
/// (<c>/health/ready</c>, the same as <c>/health</c>): <c>ok</c>, or 503 with one line <c>{check} {code}</c> for each thing that lacks;
/// last, how old the newest backup is.
/// </summary>
public static class HealthRoutes
{
    private static readonly Refusal NoAnswer = Refusal.Away("health.no-answer");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="backup">one line on the newest backup</param>
    public static void MapHealth(this WebApplication app, IReadOnlyList<HealthCheck> checks, Func<string> backup)
    {
        app.MapGet("/health/live", () => "ok").ShortCircuit();
        foreach (var path in new[] { "/health", "/health/ready" })
            app.MapGet(path, (HttpResponse answer, CancellationToken ct) => ReadyAsync(checks, backup, answer, ct)).ShortCircuit();
    }

    private static async Task<IResult> ReadyAsync(
        IReadOnlyList<HealthCheck> checks, Func<string> backup, HttpResponse answer, CancellationToken ct)
    {
        answer.Headers.CacheControl = "no-store";
        var found = await Task.WhenAll(checks.Select(check => AskAsync(check, ct)));
        var lacking = found.OfType<string>().ToList();
        List<string> lines = [.. lacking.DefaultIfEmpty("ok"), backup()];
        return Results.Text(
            string.Concat(lines.Select(line => $"{line}\n")),
            statusCode: lacking.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A check that breaks off, or takes longer than anybody waits, is answered with no.</summary>
    private static async Task<string?> AskAsync(HealthCheck check, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await check.AskAsync(limit.Token).WaitAsync(limit.Token) is { } why ? $"{check.Name} {why.Code}" : null;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            return $"{check.Name} {(StoreFault.Of(fault) ?? Faults.Named(fault) ?? NoAnswer).Code}";
        }
    }
}
