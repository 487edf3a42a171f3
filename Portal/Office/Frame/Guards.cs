using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Transparency.Portal.Office.Frame;

/// <summary>What stands before every dynamic page: headers on each answer, and on each post its size, its form and its token.</summary>
public static class Guards
{
    /// <summary>Widest form of all: a declaration's text of 20,000 characters in two languages, each written as nine bytes.</summary>
    public const int LargestOfficeForm = 1_000_000;

    /// <summary>Widest form of the public: 4,000 characters as nine bytes each, and a margin.</summary>
    public const int SmallForm = 65_536;

    public static RouteGroupBuilder Guarded(this RouteGroupBuilder routes, int largestForm) =>
        routes.AddEndpointFilter((call, next) => Through(call, next, largestForm));

    private static async ValueTask<object?> Through(EndpointFilterInvocationContext call, EndpointFilterDelegate next, int largestForm)
    {
        var http = call.HttpContext;
        PutHeaders(http.Response.Headers);
        if (!HttpMethods.IsPost(http.Request.Method)) return await next(call);
        var here = (await Screen.BindAsync(http))!;
        // Only a form that carries files may be as large as these; what is typed into it keeps the small limit.
        var largest =
            TakesFiles.In(http)
            && http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true
                ? largestForm + TakesFiles.LargestUpload
                : largestForm;
        return await FaultAsync(http, largestForm, largest) is { } fault
            ? here.Sentence(fault.Status, fault.Code, http.Request.Path)
            : await next(call);
    }

    internal static FormOptions OptionsOf(int largestValue, int largestForm) => new()
    {
        KeyLengthLimit = 100, ValueCountLimit = 400, ValueLengthLimit = largestValue,
        BufferBodyLengthLimit = largestForm, MultipartBodyLengthLimit = largestForm,
    };

    /// <summary>Scripts nowhere; styles and frames from here; forms go nowhere else.</summary>
    internal static void PutHeaders(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static async Task<(int Status, string Code)?> FaultAsync(HttpContext http, int largestValue, int largestForm)
    {
        if (!http.Request.HasFormContentType) return (StatusCodes.Status415UnsupportedMediaType, "form.unreadable");
        if (http.Request.ContentLength > largestForm) return (StatusCodes.Status413PayloadTooLarge, "form.too-large");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = largestForm;
        try
        {
            await http.Request.ReadFormAsync(OptionsOf(largestValue, largestForm), http.RequestAborted);
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            return null;
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (StatusCodes.Status413PayloadTooLarge, "form.too-large");
        }
        catch (AntiforgeryValidationException)
        {
            return (StatusCodes.Status400BadRequest, "form.expired");
        }
        catch (Exception crooked) when (crooked is BadHttpRequestException or InvalidDataException or IOException)
        {
            return (StatusCodes.Status400BadRequest, "form.unreadable");
        }
    }
}
