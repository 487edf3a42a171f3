using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Transparency.Contracts;
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

    /// <summary>Before routing: once a route is chosen, and <see cref="MapNotThere"/> takes all that is left, files are no longer looked at.</summary>
    public static void UseTreeFiles(this WebApplication app, string siteFolder)
    {
        Directory.CreateDirectory(siteFolder);
        var files = new PhysicalFileProvider(siteFolder);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = Types,
            // The checkpoint has no extension.
            ServeUnknownFileTypes = true,
            DefaultContentType = "text/plain; charset=utf-8",
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = "no-cache",
        });
    }

    /// <summary>What is neither a file nor an address of the portal.</summary>
    public static void MapNotThere(this WebApplication app, string siteFolder) => app.MapFallback(context => NotThereAsync(context, siteFolder));

    private static async Task NotThereAsync(HttpContext context, string siteFolder)
    {
        if (context.Request.Path.Value!.EndsWith("/notice.pdf", StringComparison.Ordinal) && CaseStands(context.Request.Path, siteFolder))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            await context.Response.WriteAsync($"{Catalogue.Say(Language.Zh, "serving.pdf-pending")}\n{Catalogue.Say(Language.En, "serving.pdf-pending")}\n");
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
        new PhysicalFileProvider(siteFolder).GetFileInfo(pdf.Value!.Replace("notice.pdf", "notice.json", StringComparison.Ordinal)).Exists;
}
