using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Contracts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Away;

/// <summary>
/// The answer of a portal that cannot ask its store: one sentence in both languages, and what was typed, in a form that is sent again by
/// one button. It asks the store nothing, and gives no new token: the one that came with the form goes back with it.
/// </summary>
/// <param name="why">away is answered with 503, anything else is a fault of ours</param>
public sealed class AwayAnswer(Refusal? why) : IResult
{
    private const string NoStore = "form.no-store";
    private const string Fault = "form.broke-off";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (http, answer, isAway) = (httpContext, httpContext.Response, why?.Nature == Nature.Away);
        answer.Clear();
        Guards.PutHeaders(answer.Headers);
        answer.StatusCode = isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        if (isAway) answer.Headers.RetryAfter = "15";
        answer.ContentType = "text/html; charset=utf-8";
        await answer.WriteAsync(await PageAsync(http, isAway ? NoStore : Fault, await TypedForm.OfAsync(http)), http.RequestAborted);
    }

    /// <summary>By a renderer of its own: that of the request may have broken off in the middle of another page.</summary>
    private static async Task<string> PageAsync(HttpContext http, string code, TypedForm? sent)
    {
        await using var renderer = new HtmlRenderer(http.RequestServices, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Here"] = Screen.WithoutStore(http), ["Code"] = code, ["Sent"] = sent,
        });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<AwayPage>(parameters)).ToHtmlString());
    }
}
