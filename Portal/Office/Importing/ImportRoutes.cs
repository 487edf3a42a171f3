using Transparency.Contracts;
using Transparency.Portal.Cases;
using Transparency.Portal.Importing;
using Transparency.Portal.Office.Away;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Problems;
using Transparency.Portal.Store;

namespace Transparency.Portal.Office.Importing;

/// <summary>
/// Bringing a file in: uploaded, looked through row by row, and stored whole when its officer confirms it.
/// The same code and rights as the verb.
/// </summary>
public static class ImportRoutes
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/import", Show);
        office.MapGet("/import/{kind}/template", TemplateOf);
        office.MapPost("/import", LookAsync);
        office.MapPost("/import/confirm", ConfirmAsync);
    }

    private static IResult Show(Screen here, HttpRequest http) =>
        Page(here, StatusCodes.Status200OK, ("Chosen", http.Query["kind"].ToString()), ("Done", DoneOf(http.Query)));

    private static (int Stored, int AlreadyThere)? DoneOf(IQueryCollection query) =>
        int.TryParse(query["stored"], out var stored) && int.TryParse(query["there"], out var there) ? (stored, there) : null;

    private static IResult TemplateOf(Screen here, string kind, HttpResponse answer)
    {
        if (KindsOf(here.Officer!).FirstOrDefault(k => k.Name == kind) is not { } known) return Answers.NotFound(here);
        return Results.File(Template.Bytes(known.Columns), "text/csv; charset=utf-8", $"{known.Name}.csv");
    }

    private static async Task<IResult> LookAsync(Screen here, Ledger ledger, Uploads uploads, HttpRequest http, CancellationToken ct)
    {
        var chosen = http.Form["kind"].ToString();
        if (KindsOf(here.Officer!).FirstOrDefault(k => k.Name == chosen) is not { } kind)
            return Refused(here, chosen, Refusal.NotYours("import.may-not", here.Officer!.Id.Value).At("kind"));
        if (http.Form.Files.GetFile("file") is not { Length: > 0 } file)
            return Refused(here, chosen, Refusal.Mend("file", "field.missing", new Word("office.import.file")));
        var waiting = await uploads.KeepAsync(here.Officer!, file, ct);
        return await RunAsync(here, ledger, kind, waiting, dryRun: true, ct);
    }

    private static async Task<IResult> ConfirmAsync(Screen here, Ledger ledger, Uploads uploads, HttpRequest http, CancellationToken ct)
    {
        var chosen = http.Form["kind"].ToString();
        if (KindsOf(here.Officer!).FirstOrDefault(k => k.Name == chosen) is not { } kind)
            return Refused(here, chosen, Refusal.NotYours("import.may-not", here.Officer!.Id.Value).At("kind"));
        return await uploads.FindAsync(here.Officer!, http.Form["hash"].ToString(), http.Form["name"].ToString(), ct) is { } waiting
            ? await RunAsync(here, ledger, kind, waiting, dryRun: false, ct)
            : Refused(here, chosen, Refusal.Mend("file", "import.upload-gone"));
    }

    private static async Task<IResult> RunAsync(
        Screen here, Ledger ledger, ImportKind kind, Uploads.Waiting file, bool dryRun, CancellationToken ct)
    {
        ImportResult result;
        try
        {
            result = await ImportFile.RunAsync(ledger, kind, file.Path, here.Officer!, here.Now, dryRun, ct);
        }
        catch (CannotRun unreadable)
        {
            return Refused(here, kind.Name, unreadable.Why.At("file"));
        }
        // The confirmation is given back to be sent again: the file waits on the portal's own disk.
        if (result.Findings is [{ Why: { Nature: Nature.Away } why }]) return new AwayAnswer(why);
        if (result.Findings.Count == 0 && !dryRun)
        {
            Uploads.Drop(file);
            return ScreenPages.Go($"/office/import?kind={kind.Name}&stored={result.Stored}&there={result.AlreadyThere}");
        }
        return Page(
            here, result.Findings.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            ("Chosen", kind.Name), ("Looked", result), ("File", file));
    }

    private static IResult Refused(Screen here, string chosen, Refusal why) =>
        Page(here, Answers.StatusOf(why), ("Chosen", chosen), ("Fault", new Fault(why, why.Field)));

    private static IResult Page(Screen here, int status, params ReadOnlySpan<(string, object?)> more) =>
        here.Page<ImportPage>(status, [("Kinds", KindsOf(here.Officer!)), .. more]);

    /// <summary>Who neither declares nor keeps books nor administers brings no files in.</summary>
    private static List<ImportKind> KindsOf(Officer officer) =>
        officer.Roles.Any(r => r is Role.Village or Role.Town or Role.Bookkeeper or Role.Administrator)
            ? [.. FileKinds.Imports.Where(k => k.MayImport(officer))] : [];
}
