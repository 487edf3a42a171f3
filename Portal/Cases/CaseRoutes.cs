using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Files;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases;

/// <summary>Page and acts of every case of the kinds in <see cref="CaseKinds"/>.</summary>
public static class CaseRoutes
{
    public static void Map(RouteGroupBuilder office)
    {
        foreach (var room in CaseKinds.All)
        {
            office.MapGet(room.Pattern, (Screen here, HttpRequest http, IDocumentStore store, CancellationToken ct) =>
                OnAsync(room, here, http, store, ShowAsync, ct));
            office.MapGet($"{room.Pattern}/preview", (Screen here, HttpRequest http, IDocumentStore store, CancellationToken ct) =>
                OnAsync(room, here, http, store, PreviewAsync, ct));
            office.MapPost($"{room.Pattern}/acts/{{act}}", (Screen here, HttpRequest http, IDocumentStore store, CancellationToken ct) =>
                OnAsync(room, here, http, store, ActAsync, ct))
                .WithMetadata(new TakesFiles(values => ActOf(room, values)?.TakesFiles == true));
        }
    }

    /// <summary>A request about one case that there is, and that this officer may see.</summary>
    private sealed record Call(CaseRoom Room, Screen Here, HttpRequest Http, IQuerySession Session, CancellationToken Cancelled)
    {
        public string Subject => string.Join('/', Room.Pattern.Split('/').Where(part => part.StartsWith('{')).Select(Value));

        public T Service<T>() where T : notnull => Http.HttpContext.RequestServices.GetRequiredService<T>();

        public CaseReader Reader => new(Session, Here, Http.Query, Cancelled);

        public Task<CaseView?> FindAsync() => Room.FindAsync(Reader, Subject);

        private string? Value(string part) => Http.RouteValues[part.Trim('{', '}')] as string;
    }

    private static async Task<IResult> OnAsync(
        CaseRoom room, Screen here, HttpRequest http, IDocumentStore store,
        Func<Call, CaseView, Task<IResult>> answer, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var identity = http.HttpContext.RequestServices.GetRequiredService<Ledger>().Identity;
        var officer = await here.Officer!.WithInterestsAsync(session, identity, ct);
        var call = new Call(room, here with { Officer = officer }, http, session, ct);
        return await call.FindAsync() is { } file ? await answer(call, file) : Answers.NotFound(here);
    }

    private static async Task<IResult> ShowAsync(Call call, CaseView file)
    {
        var done = call.Http.Query["done"].ToString();
        var seen = CaseRequest.Count(call.Http.Query["seen"]) ?? long.MaxValue;
        return await PageAsync(call, file, StatusCodes.Status200OK, ("Done", call.Room.Act(done)?.Name), ("Seen", seen));
    }

    private static async Task<IResult> PreviewAsync(Call call, CaseView file)
    {
        if (file is { Foreseen: null, Unforeseen: null }) return Answers.NotFound(call.Here);
        var page = file.Foreseen is { } foreseen ? await foreseen.RenderAsync(call.Reader, call.Service<SiteSettings>()) : null;
        return Answers.Framed(call.Here, call.Http.HttpContext.Response, page, file.Unforeseen);
    }

    private static async Task<IResult> ActAsync(Call call, CaseView file)
    {
        var form = call.Http.Form;
        if (CaseRequest.VersionIn(form) is not { } version)
            return call.Here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", $"/office/{file.Path}");
        if (ActOf(call.Room, call.Http.RouteValues) is not { } act)
            return await UnknownAsync(call, file);
        var inputs = CaseRequest.InputsOf(form);
        var unread = act.TakesFiles ? await TakeFilesAsync(call, act, inputs) : null;
        var request = CaseRequest.Of(call.Here, act, call.Subject, version, inputs);
        if (unread is { Why: var fault, Field: var at }) return await RefusedAsync(call, file, act, request, inputs, fault, at);

        var (now, ledger) = (file, call.Service<Ledger>());
        var why = await CaseRequest.DoAsync(
            ledger, act, request, file.History, async () => (now = (await call.FindAsync())!).History, call.Cancelled);
        return why is null
            ? ScreenPages.Go($"/office/{file.Path}?done={act.Name}")
            : await RefusedAsync(call, now, act, request, inputs, why);
    }

    private static async Task<Fault?> TakeFilesAsync(Call call, Act act, Dictionary<string, string> inputs) =>
        await AttachmentForm.TakeInAsync(call.Service<FileShelf>(), call.Here, call.Http.Form, inputs, call.Cancelled)
            ?? FormInputs.FaultInFiles(act.Form, inputs);

    private static Task<IResult> UnknownAsync(Call call, CaseView file)
    {
        var unknown = Refusal.Mend(null, "act.unknown", $"{call.Http.RouteValues["act"]}");
        return PageAsync(call, file, Answers.StatusOf(unknown), ("Fault", new Fault(unknown)));
    }

    /// <summary>The page after a refusal, with what was typed, what came meanwhile, and what has moved.</summary>
    /// <param name="at">the input at which it is to be mended, where it is known already</param>
    private static Task<IResult> RefusedAsync(
        Call call, CaseView file, Act act, ActRequest request, IReadOnlyDictionary<string, string> inputs, Refusal why, string? at = null)
    {
        var seen = CaseRequest.SeenIn(call.Http.Form);
        var offered = file.Acts.FirstOrDefault(a => a.IsOf(act, inputs));
        var hasMoved = request.Fields.TryGetValue("hash", out var hash) && offered?.Hidden.GetValueOrDefault("hash") != hash;
        var name = at ?? (offered is { NotYet: null } ? act.FieldOf(why) : null);
        var key = offered?.Key ?? act.Name;
        var fault = CaseRequest.FaultOf(why, file.Path, seen, name is null ? null : FieldInput.KeyOf(key, name));
        return PageAsync(call, file, Answers.StatusOf(why),
            ("Fault", fault), ("Moved", hasMoved ? file.MovedSince(hash!) : null), ("Seen", seen), ("TypedAct", key), ("Typed", inputs));
    }

    private static async Task<IResult> PageAsync(Call call, CaseView file, int status, params (string, object?)[] more)
    {
        var here = call.Here;
        // Whatever goes wrong here: what was not put on record was not shown.
        if (await ReadOnRecord.DoAsync(call.Service<Ledger>(), here.Officer!, here.Now, file.OnRecord, call.Cancelled) is { } unrecorded)
            return Answers.NotOnRecord(here, unrecorded, file.Path);
        var persons = file.History.Select(h => h.By.Person.Value).Distinct().ToArray();
        var names = (await call.Session.LoadManyAsync<Person>(call.Cancelled, persons)).ToDictionary(p => p.Id, p => p.Name);
        var (path, code) = file.Back ?? call.Room.List;
        var back = (path, here.Say(code));
        return here.Page<CaseScreen>(status, [("File", file), ("Names", names), ("Back", back), .. more]);
    }

    private static Act? ActOf(CaseRoom room, RouteValueDictionary values) => values["act"] is string name ? room.Act(name) : null;
}
