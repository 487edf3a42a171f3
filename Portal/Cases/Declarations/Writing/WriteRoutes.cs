using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Deliberations;
using Transparency.Contracts.Town;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Files;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Site;

namespace Transparency.Portal.Cases.Declarations.Writing;

/// <summary>Everything that is written in a form of its own: a new draft, and what changes a content.</summary>
public static class WriteRoutes
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/declarations/new", NewAsync);
        office.MapPost(
            "/declarations",
            (Screen here, IDocumentStore store, Ledger ledger, FileShelf shelf, HttpRequest http, CancellationToken ct) =>
                DoneAsync(here, http.Form["id"].ToString(), DeclarationActs.Draft, store, ledger, shelf, http, ct))
            .WithMetadata(new TakesFiles());
        office.MapPost("/declarations/preview", PreviewAsync).WithMetadata(new TakesFiles());
        foreach (var act in DeclarationActs.Rewriting)
        {
            office.MapGet(
                $"/declarations/{{id}}/{act.Name}",
                (Screen here, string id, IDocumentStore store, HttpRequest http, CancellationToken ct) =>
                    ShowAsync(here, id, act, store, http, ct));
            office.MapPost(
                $"/declarations/{{id}}/{act.Name}",
                (Screen here, string id, IDocumentStore store, Ledger ledger, FileShelf shelf, HttpRequest http, CancellationToken ct) =>
                    DoneAsync(here, id, act, store, ledger, shelf, http, ct))
                .WithMetadata(new TakesFiles(_ => act != DeclarationActs.FixWording));
        }
    }

    private static async Task<IResult> NewAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        var choices = Choices.Of(here);
        if (choices.Matters.FirstOrDefault(m => m.Code == http.Query["matter"]) is not { } matter)
            return here.Page<ChoosePage>(("Of", choices));
        var inputs = new Dictionary<string, string>
        {
            ["matter"] = matter.Code, ["village"] = http.Query["village"].ToString(),
            ["ask"] = here.Town.Contact.Zh, ["ask_en"] = here.Town.Contact.En ?? "",
        };
        await using var session = store.QuerySession();
        var r = new CaseReader(session, here, http.Query, ct);
        var decision = DeliberationId.Parse(http.Query["deliberation"].ToString());
        if (decision is { } number && Sight.OfCase(here.Officer!, number.Village)
            && await VotedAsync(r, number, matter.Code) is { } voted) ContentForm.FillFrom(inputs, number, voted);
        return await FormAsync(r, DeclarationActs.Draft, NewId.At(here.Now), (0, 0), matter.Code, inputs, null);
    }

    /// <summary>Null for a decision that is not posted, or of another matter.</summary>
    private static async Task<VotedText?> VotedAsync(CaseReader r, DeliberationId number, string matter)
    {
        var state = (await r.ReadAsync(StreamKey.Of(number), DeliberationDecider.Law)).State;
        return state is Deliberation.Known { File.Content.Matter: var of } && of == matter ? VillageDecision.Of(state)?.Voted : null;
    }

    private static async Task<IResult> ShowAsync(
        Screen here, string id, Act act, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var r = new CaseReader(session, here, http.Query, ct);
        if (await DeclarationInOffice.FindAsync(r, id) is not { } file) return Answers.NotFound(here);
        var inputs = ContentForm.Fill(SectionNow.ContentOf(file.State));
        var seen = CaseReader.LastAct(file.History);
        return await FormAsync(r, act, id, (file.Version, seen), file.Case.Content.Matter, inputs, null);
    }

    private static async Task<IResult> DoneAsync(
        Screen here, string id, Act act, IDocumentStore store, Ledger ledger, FileShelf shelf, HttpRequest http, CancellationToken ct)
    {
        var inputs = InputsOf(http);
        if (CaseRequest.VersionIn(http.Form) is not { } version || id.Length is 0 or > 40)
            return here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", here.Path);
        await using var session = store.QuerySession();
        var r = new CaseReader(session, here, http.Query, ct);
        var file = await DeclarationInOffice.FindAsync(r, id);
        if (file is null && act != DeclarationActs.Draft) return Answers.NotFound(here);
        var seen = CaseRequest.SeenIn(http.Form);
        Task<IResult> AgainAsync(Fault fault) =>
            FormAsync(r, act, id, (version, seen), inputs.GetValueOrDefault("matter", ""), inputs, fault);

        var notTaken = TakesFiles.In(http.HttpContext) ? await AttachmentForm.TakeInAsync(shelf, here, http.Form, inputs, ct) : null;
        if ((notTaken ?? ContentForm.FaultIn(inputs)) is { } unreadable) return await AgainAsync(unreadable);
        var request = CaseRequest.Of(here, act.Name, id, version, ContentForm.FieldsOf(inputs));
        var why = await CaseRequest.DoAsync(
            ledger, act, request, file?.History ?? [],
            async () => (await DeclarationInOffice.FindAsync(r, id))?.History ?? [], ct);
        return why is null
            ? ScreenPages.Go($"/office/declarations/{id}?done={act.Name}")
            : await AgainAsync(CaseRequest.FaultOf(why, $"declarations/{id}", seen, why.Field));
    }

    /// <summary>The page that the form would make; nothing is stored.</summary>
    private static async Task<IResult> PreviewAsync(
        Screen here, IDocumentStore store, FileShelf shelf, SiteSettings site, HttpRequest http, HttpResponse answer, CancellationToken ct)
    {
        var inputs = InputsOf(http);
        var notTaken = await AttachmentForm.TakeInAsync(shelf, here, http.Form, inputs, ct);
        if ((notTaken ?? AttachmentForm.FaultIn(ContentForm.Attachments, inputs)) is { } fault)
            return Answers.Framed(here, answer, null, fault.Why);
        var fields = new Fields(ContentForm.FieldsOf(inputs), here.Today, DeclarationActs.Draft.Name);
        var content = ContentFields.Read(fields, null);
        _ = (fields.Has("note"), fields.Has("reason"));
        // It shows the working copies of what it names, so only to those whose case it would be.
        var whose = new Readers(Readers.Of(here.Rules, content.Matter), content.Village, Others.Nobody);
        if (fields.Fault is null && !whose.IsOwn(here.Officer!)) return Answers.NotFound(here);
        await using var session = store.QuerySession();
        var r = new CaseReader(session, here, http.Query, ct);
        var (page, why) = fields.Fault is { } no ? (null, no) : await Preview.OfAsync(r, content);
        return Answers.Framed(here, answer, page is null ? null : await page.RenderAsync(r, site), why);
    }

    /// <param name="of">what the form is about as it was read: its version, and the newest act that was seen</param>
    private static async Task<IResult> FormAsync(
        CaseReader r, Act act, string id, (long Version, long Seen) of, string matter, IReadOnlyDictionary<string, string> inputs,
        Fault? fault)
    {
        var here = r.Here;
        if (!here.Rules.Matters.TryGetValue(matter, out var known))
        {
            var unknown = new Fault(Refusal.NotNow("matter.unknown", matter));
            return here.Page<ChoosePage>(StatusCodes.Status422UnprocessableEntity, ("Of", Choices.Of(here)), ("Fault", unknown));
        }
        return here.Page<WritePage>(fault is null ? StatusCodes.Status200OK : Answers.StatusOf(fault.Why),
            ("Act", act.Name), ("Subject", id), ("Version", of.Version), ("LastAct", of.Seen), ("Matter", known), ("Inputs", inputs),
            ("Fitting", await FittingAsync(r.Session, known, id, inputs, r.Cancelled)), ("Fault", fault));
    }

    /// <summary>
    /// Posted decisions of the village, or of the town, about the matter, that carry no other declaration; whether one of them does is
    /// said by the law.
    /// </summary>
    private static async Task<IReadOnlyList<DeliberationOnDesk>> FittingAsync(
        IQuerySession session, Matter matter, string id, IReadOnlyDictionary<string, string> inputs, CancellationToken ct)
    {
        if (matter.Deliberation is null) return [];
        var village = VillageCode.Parse(inputs.GetValueOrDefault("village", ""))?.Value;
        var rows = await session.Query<DeliberationOnDesk>().Where(d => d.Matter == matter.Code && d.Village == village)
            .Where(d => d.State == "ResolutionPosted" || d.State == "ResultPosted")
            .Where(d => d.Carries == null || d.Carries == id).ToListAsync(ct);
        return [.. rows.OrderByDescending(d => d.Since)];
    }

    /// <summary>The id of a new draft stands in its form too.</summary>
    private static Dictionary<string, string> InputsOf(HttpRequest http)
    {
        var inputs = CaseRequest.InputsOf(http.Form);
        inputs.Remove("id");
        return inputs;
    }
}
