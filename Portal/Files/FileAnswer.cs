using Microsoft.Net.Http.Headers;

namespace Transparency.Portal.Files;

/// <summary>An attachment as an answer: what strangers made is shown and never run, on whichever address it stands.</summary>
public static class FileAnswer
{
    // A picture has nothing that could act. A browser's own PDF reader does not open in a sandbox: for it everything is shut
    // that such a file could reach.
    private const string Picture = "default-src 'none'; sandbox";
    private const string Reader = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data: blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>
    /// Sends <c>{sha256}.{ext}</c> from a path, in pieces and in parts where a reader asks for parts.
    /// What such a name holds never changes.
    /// </summary>
    /// <returns>null when the name is none of an attachment, or no such file is there</returns>
    public static IResult? Of(HttpResponse answer, string name, string path)
    {
        if (name.Split('.') is not [{ Length: 64 } hash, var extension] || !hash.All(char.IsAsciiHexDigitLower)
            || FileType.Named(extension) is not { } type || !File.Exists(path)) return null;
        answer.Headers.ContentSecurityPolicy = type == FileType.Pdf ? Reader : Picture;
        answer.Headers.XContentTypeOptions = "nosniff";
        return Results.File(path, type.Media, entityTag: new EntityTagHeaderValue($"\"{hash}\""), enableRangeProcessing: true);
    }
}
