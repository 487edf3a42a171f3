using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Declarations;

/// <summary>One declaration: its file, its page as the public would see it, and every act on it.</summary>
public static class DeclarationRoutes
{
    private static readonly string[] OfTheForm = [Screen.TokenField, "version"];

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/declarations/{id}", ShowAsync);
        office.MapGet("/declarations/{id}/preview", PreviewAsync);
        office.MapPost("/declarations/{id}/acts/{act}", ActAsync);
    }

    /// <summary>The page after a refusal, with what was typed.</summary>
    private static async Task<IResult> RefusedAsync(
        IQuerySession session, Screen here, SiteSettings site, CaseFile file, ActRequest request, Refusal why, CancellationToken ct)
    {
        var seen = request.Fields.TryGetValue("hash", out var hash) && hash != file.Now.Hash.Value
            ? file.Case.Sections.FirstOrDefault(s => s.Hash.Value == hash) : null;
        var way = why == StoreFault.Conflict ? $"/office/declarations/{file.Id}?seen={request.SeenVersion}#history" : null;
        return await PageAsync(session, here, site, file, Answers.StatusOf(why), ct,
            ("Fault", new Fault(why, InputOf(request, why), way)), ("MovedTo", seen), ("Seen", request.SeenVersion ?? long.MaxValue),
            ("TypedAct", request.Act), ("Typed", request.Fields));
    }

    /// <summary>Where what is missing is to be typed; a page may show several letters, each with a form of its own.</summary>
    private static string? InputOf(ActRequest request, Refusal why) =>
        ActOf(request.Act)?.FieldOf(why) is not { } field ? null
        : request.Fields.TryGetValue("objection", out var letter) ? $"{field}-{letter}"
        : $"{request.Act}-{field}";

    private static Act? ActOf(string name) => DeclarationActs.All.FirstOrDefault(act => act.Name == name);

    private static async Task<IResult> ShowAsync(
        Screen here, string id, IDocumentStore store, SiteSettings site, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await FindAsync(session, here, id, ct) is not { } file) return Answers.NotFound(here);
        var done = http.Query["done"].ToString();
        return await PageAsync(session, here, site, file, StatusCodes.Status200OK, ct,
            ("Done", ActOf(done)?.Name),
            ("Seen", long.TryParse(http.Query["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : long.MaxValue));
    }

    private static async Task<IResult> PreviewAsync(
        Screen here, string id, IDocumentStore store, SiteSettings site, HttpResponse answer, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await FindAsync(session, here, id, ct) is not { } file) return Answers.NotFound(here);
        var (page, why) = await Preview.OfAsync(session, here, site, file, ct);
        return Answers.Framed(here, answer, page?.Html(here.Language), why);
    }

    private static async Task<IResult> ActAsync(
        Screen here, string id, string act, IDocumentStore store, Ledger ledger, SiteSettings site, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await FindAsync(session, here, id, ct) is not { } file) return Answers.NotFound(here);
        if (!long.TryParse(http.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", here.Path);
        var fields = http.Form.Where(f => !OfTheForm.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.ToString());
        var request = CaseRequest.Of(here, act, id, version, fields);
        var done = ScreenPages.Go($"/office/declarations/{id}?done={act}");
        if (CaseRequest.IsDone(file.History, request)) return done;
        var outcome = ActOf(act) is { } known
            ? await known.RunAsync(ledger, request, ct)
            : await Outcome.No(Refusal.Mend(null, "act.unknown", act));
        if (outcome is not Outcome.Refused { Why: var why }) return done;

        var now = (await FindAsync(session, here, id, ct))!;
        // Two presses at once: the other one was faster.
        return CaseRequest.IsDone(now.History, request) ? done : await RefusedAsync(session, here, site, now, request, why, ct);
    }

    /// <summary>Null when there is none, or when it is not this officer's to see: the two answer alike.</summary>
    public static async Task<CaseFile?> FindAsync(IQuerySession session, Screen here, string id, CancellationToken ct) =>
        await CaseFile.LoadAsync(session, here.Rules, new(id), ct) is { } file && Sight.OfCase(here.Officer!, file.Village) ? file : null;

    private static async Task<IResult> PageAsync(
        IQuerySession session, Screen here, SiteSettings site, CaseFile file, int status, CancellationToken ct,
        params (string, object?)[] more)
    {
        var persons = await session.LoadManyAsync<Person>(ct, [.. file.History.Select(h => h.Event.By.Person.Value).Distinct()]);
        var names = persons.ToDictionary(p => p.Id, p => p.Name);
        var letters = file.ShowsLettersTo(here.Officer!, here.Rules) ? await LettersAsync(session, file, ct) : null;
        var acts = DeclarationActs.Offered(here.Rules, file, here.Officer!, here.Now);
        return here.Page<CasePage>(status,
            [("File", file), ("Site", site), ("Acts", acts), ("Names", names), ("LettersShown", letters), .. more]);
    }

    private static async Task<IReadOnlyList<ObjectionLetter>> LettersAsync(IQuerySession session, CaseFile file, CancellationToken ct)
    {
        var key = StreamKey.Of(file.Id);
        var letters = await session.Query<ObjectionLetter>().Where(l => l.Declaration == key).ToListAsync(ct);
        return [.. letters.OrderBy(l => l.ReceivedAt).ThenBy(l => l.Id, StringComparer.Ordinal)];
    }
}
