using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Transparency.Contracts;
using Transparency.Portal.Disk;
using Transparency.Portal.Files;
using Transparency.Publishing.Texts;

namespace Transparency.Portal.Serving;

/// <summary>
/// Serves the published tree as it lies on disk: nothing is computed, so any web server or a copy on another host shows the same.
/// Pages are asked for anew each time (a notice must never be old), answered with 304 when they are not.
/// </summary>
public static class TreeFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new(new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".atom"] = "application/atom+xml; charset=utf-8",
        [".ics"] = "text/calendar; charset=utf-8",
        [".xml"] = "application/xml; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".pdf"] = "application/pdf",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });

    /// <summary>
    /// Before routing: once a route is chosen, and <see cref="MapNotThere"/> takes all that is left, files are no longer looked at.
    /// </summary>
    public static void UseTreeFiles(this WebApplication app, string siteFolder)
    {
        OwnFiles.Make(siteFolder, OwnFiles.Open);
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path.Value!;
            var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
            if (!isRead || FileOf(siteFolder, path) is not { } file) await next();
            else if (Directory.Exists(file)) context.Response.Redirect($"{path}/{context.Request.QueryString}", permanent: true);
            else if (!await SendForEverAsync(context, file) && !await SendAsync(context, file)) await next();
        });
    }

    /// <summary>What is neither a file nor an address of the portal.</summary>
    public static void MapNotThere(this WebApplication app, string siteFolder) =>
        app.MapFallback(context => NotThereAsync(context, siteFolder));

    /// <returns>null for names that are never public: hidden and temporary files, ways out of the folder</returns>
    private static string? FileOf(string siteFolder, string path)
    {
        var names = path.Split('/')[1..];
        if (names[^1].Length == 0) names[^1] = "index.html";
        return names.Any(name => name.Length == 0 || name[0] == '.' || name.AsSpan().ContainsAny('\\', '\0'))
            ? null
            : Path.Combine([siteFolder, .. names]);
    }

    /// <summary>
    /// Reads the file through one handle, so that a page replaced meanwhile is sent whole, old or new. The tag is the content's hash:
    /// a time stamp would call two editions of one second the same.
    /// </summary>
    private static async Task<bool> SendAsync(HttpContext context, string file)
    {
        if (await ReadAsync(file, context.RequestAborted) is not { } bytes) return false;
        var (request, response) = (context.Request, context.Response);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"";
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = tag;
        if (request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }
        // The checkpoint has no extension.
        response.ContentType = Types.TryGetContentType(file, out var type) ? type : "text/plain; charset=utf-8";
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
        return true;
    }

    /// <summary>An attachment's name is its hash: whoever has it once need not ask again, and it is read in pieces.</summary>
    private static async Task<bool> SendForEverAsync(HttpContext context, string file)
    {
        if (!context.Request.Path.StartsWithSegments("/files", StringComparison.Ordinal, out var name)
            || FileAnswer.Of(context.Response, name.Value!.TrimStart('/'), file) is not { } answer) return false;
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await answer.ExecuteAsync(context);
        return true;
    }

    private static async Task<byte[]?> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            await using var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, useAsync: true);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, ct);
            return bytes;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task NotThereAsync(HttpContext context, string siteFolder)
    {
        if (context.Request.Path.Value!.EndsWith("/notice.pdf", StringComparison.Ordinal) && CaseStands(context.Request.Path, siteFolder))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            await context.Response.WriteAsync(
                $"{Catalogue.Say(Language.Zh, "serving.pdf-pending")}\n{Catalogue.Say(Language.En, "serving.pdf-pending")}\n");
            return;
        }
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        var page = Path.Combine(siteFolder, "404.html");
        if (!File.Exists(page)) return;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.SendFileAsync(page);
    }

    // The page is there before its sheet: a dead typesetter delays the PDF, never the page.
    private static bool CaseStands(PathString pdf, string siteFolder) =>
        FileOf(siteFolder, pdf.Value!.Replace("notice.pdf", "notice.json", StringComparison.Ordinal)) is { } notice && File.Exists(notice);
}
