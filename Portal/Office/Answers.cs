using Transparency.Contracts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office;

/// <summary>What an act's outcome is in terms of HTTP.</summary>
public static class Answers
{
    public static int StatusOf(Refusal why) => why.Nature switch
    {
        Nature.NotYours => StatusCodes.Status403Forbidden,
        Nature.Moved => StatusCodes.Status409Conflict,
        Nature.Away => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public static IResult NotFound(Screen here) => here.Sentence(StatusCodes.Status404NotFound, "office.not-found", "/office");

    /// <summary>A public page inside the office's own: no scripts, and only the office may frame it.</summary>
    public static IResult Framed(Screen here, HttpResponse answer, Preview? page, Refusal? why) => Framed(here, answer, page?.Html(here.Language), why);

    public static IResult Framed(Screen here, HttpResponse answer, byte[]? page, Refusal? why)
    {
        answer.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        return page is not null
            ? Results.Bytes(page, "text/html; charset=utf-8")
            : here.Page<NoPreview>(StatusCodes.Status422UnprocessableEntity, ("Why", why));
    }
}
