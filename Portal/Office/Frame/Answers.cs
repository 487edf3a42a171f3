using System.Text;
using Transparency.Contracts;

namespace Transparency.Portal.Office.Frame;

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

    /// <summary>What is shown only on record is not shown without.</summary>
    /// <param name="path">under <c>/office/</c></param>
    public static IResult NotOnRecord(Screen here, Refusal why, string path) =>
        here.Sentence(StatusOf(why), "office.not-on-record", $"/office/{path}");

    /// <summary>
    /// A public page inside the office's own: no scripts, only the office may frame it, and links leave it for a window of their own.
    /// </summary>
    /// <param name="page">null when there is none, as <paramref name="why"/> says</param>
    public static IResult Framed(Screen here, HttpResponse answer, byte[]? page, Refusal? why)
    {
        answer.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
        return page is not null
            ? Results.Bytes(ForFrame(page), "text/html; charset=utf-8")
            : here.Page<NoPreview>(StatusCodes.Status422UnprocessableEntity, ("Why", why));
    }

    // Files that are not public yet are shown by the office.
    private static byte[] ForFrame(byte[] page) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page)
        .Replace("<head>", "<head><base target=\"_blank\" />", StringComparison.Ordinal)
        .Replace("href=\"/files/", "href=\"/office/files/", StringComparison.Ordinal));
}
