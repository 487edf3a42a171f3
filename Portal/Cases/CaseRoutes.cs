using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Files;
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

        public async Task<CaseView?> FindAsync() =>
            await Room.ReadAsync(new(Session, Here, Http.Query, Cancelled), Subject) is { Exists: true } file ? file : null;

        private string? Value(string part) => Http.RouteValues[part.Trim('{', '}')] as string;
    }

    private static async Task<IResult> OnAsync(
        CaseRoom room, Screen here, HttpRequest http, IDocumentStore store,
        Func<Call, CaseView, Task<IResult>> answer, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var call = new Call(room, here, http, session, ct);
        return await call.FindAsync() is { } file ? await answer(call, file) : Answers.NotFound(here);
    }

    private static async Task<IResult> ShowAsync(Call call, CaseView file)
    {
        var done = call.Http.Query["done"].ToString();
        var seen = Count(call.Http.Query["seen"]) ?? long.MaxValue;
        return await PageAsync(call, file, StatusCodes.Status200OK, ("Done", call.Room.Act(done)?.Name), ("Seen", seen));
    }

    private static async Task<IResult> PreviewAsync(Call call, CaseView file)
    {
        var here = call.Here;
        if (file.Foreseen is not { } foreseen) return Answers.NotFound(here);
        var town = await call.Session.LoadAsync<TownOnRegister>(StreamKey.Town, call.Cancelled)
            ?? TownOnRegister.Of(StreamKey.Town, here.Rules);
        var site = new SiteModel(PublicRegister.Of(town, foreseen.Rows), here.Today, call.Service<SiteSettings>());
        return Answers.Framed(here, call.Http.HttpContext.Response, foreseen.Page(site, here.Language), null);
    }

    private static async Task<IResult> ActAsync(Call call, CaseView file)
    {
        var form = call.Http.Form;
        if (Count(form["version"]) is not { } version || ActOf(call.Room, call.Http.RouteValues) is not { } act)
            return call.Here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", $"/office/{file.Path}");
        var inputs = CaseRequest.InputsOf(form);
        var unread = act.TakesFiles ? await TakeFilesAsync(call, act, inputs) : null;
        var request = CaseRequest.Of(call.Here, act, call.Subject, version, inputs);
        if (unread is { Why: var fault, Field: var at })
            return await RefusedAsync(call, file, act, request, inputs, fault, FieldInput.KeyOf(act.Name, at!));
        var done = ScreenPages.Go($"/office/{file.Path}?done={act.Name}");
        if (CaseRequest.IsDone(file, request)) return done;
        if (await act.RunAsync(call.Service<Ledger>(), request, call.Cancelled) is not Outcome.Refused { Why: var why }) return done;

        var now = (await call.FindAsync())!;
        // Two presses at once: the other one was faster.
        return CaseRequest.IsDone(now, request) ? done : await RefusedAsync(call, now, act, request, inputs, why);
    }

    private static async Task<Fault?> TakeFilesAsync(Call call, Act act, Dictionary<string, string> inputs) =>
        await AttachmentForm.TakeInAsync(call.Service<FileShelf>(), call.Here, call.Http.Form, inputs, call.Cancelled)
            ?? FormInputs.FaultInFiles(act.Form, inputs);

    /// <summary>The page after a refusal, with what was typed, what came meanwhile, and what has moved.</summary>
    /// <param name="at">the input at which it is to be mended, where it is known already</param>
    private static Task<IResult> RefusedAsync(
        Call call, CaseView file, Act act, ActRequest request, IReadOnlyDictionary<string, string> inputs, Refusal why, string? at = null)
    {
        var seen = Count(call.Http.Form["seen"]) ?? long.MaxValue;
        var offered = file.Acts.FirstOrDefault(a => a.Name == act.Name);
        var hasMoved = request.Fields.TryGetValue("hash", out var hash) && offered?.Hidden.GetValueOrDefault("hash") != hash;
        var moved = hasMoved ? file.Under(hash!) : null;
        var field = at ?? (act.FieldOf(why) is { } name && offered is { NotYet: null } ? FieldInput.KeyOf(act.Name, name) : null);
        var way = why == StoreFault.Conflict ? $"/office/{file.Path}?seen={seen}#history" : null;
        return PageAsync(call, file, Answers.StatusOf(why),
            ("Fault", new Fault(why, field, way)), ("MovedFrom", moved), ("Seen", seen), ("TypedAct", act.Name), ("Typed", inputs));
    }

    private static async Task<IResult> PageAsync(Call call, CaseView file, int status, params (string, object?)[] more)
    {
        var here = call.Here;
        var persons = file.History.Select(h => h.By.Person.Value).Distinct().ToArray();
        var names = (await call.Session.LoadManyAsync<Person>(call.Cancelled, persons)).ToDictionary(p => p.Id, p => p.Name);
        var back = (call.Room.List.Path, here.Say(call.Room.List.Code));
        var site = call.Service<SiteSettings>();
        return here.Page<CaseScreen>(status, [("File", file), ("Site", site), ("Names", names), ("Back", back), .. more]);
    }

    private static Act? ActOf(CaseRoom room, RouteValueDictionary values) => values["act"] is string name ? room.Act(name) : null;

    private static long? Count(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
