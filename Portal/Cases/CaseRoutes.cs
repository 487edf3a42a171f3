using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Files;
using Transparency.Portal.Office;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases;

/// <summary>Page and acts of every case of the kinds in <see cref="CaseKinds"/>.</summary>
public static class CaseRoutes
{
    public static void Map(RouteGroupBuilder office)
    {
        foreach (var kind in CaseKinds.All)
        {
            office.MapGet(kind.Pattern, (Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct) => ShowAsync(kind, here, store, http, ct));
            office.MapGet($"{kind.Pattern}/preview", (Screen here, IDocumentStore store, SiteSettings site, HttpRequest http, CancellationToken ct) => PreviewAsync(kind, here, store, site, http, ct));
            office.MapPost($"{kind.Pattern}/acts/{{act}}", (Screen here, string act, IDocumentStore store, Ledger ledger, FileShelf shelf, HttpRequest http, CancellationToken ct) => ActAsync(kind, here, act, store, ledger, shelf, http, ct))
                .WithMetadata(new TakesFiles(values => values["act"] is string act && ActTable.All.GetValueOrDefault(act)?.TakesFiles == true));
        }
    }

    private static async Task<IResult> ShowAsync(CaseRoom kind, Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await FindAsync(kind, session, here, http, ct) is not { } file) return Answers.NotFound(here);
        var done = http.Query["done"].ToString();
        return await PageAsync(kind, session, here, http, file, StatusCodes.Status200OK, ct,
            ("Done", ActTable.All.ContainsKey(done) ? done : null),
            ("Seen", long.TryParse(http.Query["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : long.MaxValue));
    }

    private static async Task<IResult> PreviewAsync(CaseRoom kind, Screen here, IDocumentStore store, SiteSettings site, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await FindAsync(kind, session, here, http, ct) is not { Foreseen: { } foreseen }) return Answers.NotFound(here);
        var town = await session.LoadAsync<TownOnRegister>(StreamKey.Town, ct) ?? TownOnRegister.Of(StreamKey.Town, here.Rules);
        var page = foreseen.Page(new SiteModel(PublicRegister.Of(town, foreseen.Rows), here.Today, site), here.Language);
        return Answers.Framed(here, http.HttpContext.Response, Preview.ForFrame(page), null);
    }

    private static async Task<IResult> ActAsync(CaseRoom kind, Screen here, string act, IDocumentStore store, Ledger ledger, FileShelf shelf, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await FindAsync(kind, session, here, http, ct) is not { } file) return Answers.NotFound(here);
        if (!long.TryParse(http.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || ActTable.All.GetValueOrDefault(act) is not { } known)
            return here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", $"/office/{file.Path}");
        var inputs = CaseRequest.InputsOf(http.Form);
        var unread = known.TakesFiles ? await AttachmentForm.TakeInAsync(shelf, here, http.Form, inputs, ct) ?? FormInputs.FaultInFiles(known.Form, inputs) : null;
        var request = CaseRequest.Of(here, known, SubjectOf(kind, http), version, inputs);
        var done = ScreenPages.Go($"/office/{file.Path}?done={act}");
        if (unread is { } fault) return await RefusedAsync(kind, session, here, http, file, request, inputs, fault.Why, ct, FieldInput.KeyOf(act, fault.Field!));
        if (CaseRequest.IsDone(file, request) || await known.RunAsync(ledger, request, ct) is not Outcome.Refused { Why: var why }) return done;

        var now = (await FindAsync(kind, session, here, http, ct))!;
        // Two presses at once: the other one was faster.
        return CaseRequest.IsDone(now, request) ? done : await RefusedAsync(kind, session, here, http, now, request, inputs, why, ct);
    }

    /// <summary>The page after a refusal, with what was typed, what came meanwhile, and what has moved.</summary>
    private static Task<IResult> RefusedAsync(CaseRoom kind, IQuerySession session, Screen here, HttpRequest http, CaseView file, ActRequest request, IReadOnlyDictionary<string, string> inputs, Refusal why, CancellationToken ct, string? at = null)
    {
        var seen = long.TryParse(http.Form["seen"], CultureInfo.InvariantCulture, out var last) ? last : long.MaxValue;
        var offered = file.Acts.FirstOrDefault(a => a.Name == request.Act);
        var moved = request.Fields.TryGetValue("hash", out var hash) && offered?.Hidden.GetValueOrDefault("hash") != hash ? file.Under(hash) : null;
        var field = at ?? (ActTable.All[request.Act].FieldOf(why) is { } name && offered is { NotYet: null } ? FieldInput.KeyOf(request.Act, name) : null);
        var way = why == StoreFault.Conflict ? $"/office/{file.Path}?seen={seen}#history" : null;
        return PageAsync(kind, session, here, http, file, Answers.StatusOf(why), ct,
            ("Fault", new Fault(why, field, way)), ("MovedFrom", moved), ("Seen", seen), ("TypedAct", request.Act), ("Typed", inputs));
    }

    private static async Task<CaseView?> FindAsync(CaseRoom kind, IQuerySession session, Screen here, HttpRequest http, CancellationToken ct) =>
        await kind.ReadAsync(new(session, here, http.Query, ct), SubjectOf(kind, http)) is { Exists: true } file ? file : null;

    private static string SubjectOf(CaseRoom kind, HttpRequest http) =>
        string.Join('/', kind.Pattern.Split('/').Where(part => part.StartsWith('{')).Select(part => http.RouteValues[part.Trim('{', '}')] as string));

    private static async Task<IResult> PageAsync(CaseRoom kind, IQuerySession session, Screen here, HttpRequest http, CaseView file, int status, CancellationToken ct, params (string, object?)[] more)
    {
        var names = (await session.LoadManyAsync<Person>(ct, [.. file.History.Select(h => h.By.Person.Value).Distinct()])).ToDictionary(p => p.Id, p => p.Name);
        var site = http.HttpContext.RequestServices.GetRequiredService<SiteSettings>();
        return here.Page<CaseScreen>(status, [("File", file), ("Site", site), ("Names", names), ("Back", (kind.List.Path, here.Say(kind.List.Code))), .. more]);
    }
}
