using Microsoft.AspNetCore.Http.Features;
using Transparency.Contracts;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Away;

/// <summary>A form as it was sent, to be shown and sent again without asking the store what it was about.</summary>
/// <param name="Fields">in the order of the form</param>
/// <param name="Files">names of the inputs whose files have to be chosen again: no page can give those back</param>
public sealed record TypedForm(
    string Path, IReadOnlyList<(string Name, string Value)> Fields, IReadOnlyList<string> Files, bool IsMultipart)
{
    /// <summary>What pages put into their forms for themselves, and the machines' trap.</summary>
    private static readonly HashSet<string> OfThePage = new(StringComparer.Ordinal)
    {
        Screen.TokenField, "version", "seen", "hash", "id", "once", "declaration", "website", "kind", "day", "matter", "village",
    };

    /// <summary>Typed by a person, as far as can be told without the page: shown to be read and copied.</summary>
    public static bool IsTyped((string Name, string Value) field) =>
        field.Value.Length > 0 && !OfThePage.Contains(field.Name) && !field.Name.EndsWith("hash", StringComparison.Ordinal);

    /// <summary>
    /// Null for what is no form, cannot be read, or comes without the cookie that goes with every form of ours: another site's words
    /// are not shown in our name.
    /// </summary>
    public static async Task<TypedForm?> OfAsync(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Cookies.ContainsKey(Screen.TokenCookie))
            return null;
        try
        {
            var form = await ReadAsync(http);
            var fields = form.SelectMany(field => field.Value.Select(value => (field.Key, value ?? ""))).ToList();
            return new(
                request.PathBase + request.Path + request.QueryString, fields, [.. form.Files.Select(file => file.Name).Distinct()],
                request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception crooked) when (crooked is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static Task<IFormCollection> ReadAsync(HttpContext http)
    {
        var isOffice = http.Request.Path.StartsWithSegments("/office", StringComparison.Ordinal);
        var typed = isOffice ? Guards.LargestOfficeForm : Guards.SmallForm;
        var largest = !isOffice ? typed : typed + (TakesFiles.In(http) ? TakesFiles.LargestUpload : (int)AttachmentList.LargestBytes);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = largest;
        return http.Request.ReadFormAsync(Guards.OptionsOf(typed, largest), http.RequestAborted);
    }
}
