using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Agreements;

/// <summary>Agreements as the office keeps them: registered, changed, and public only with a declaration that carries them.</summary>
public static class AgreementRoutes
{
    private static readonly string[] OfTheForm = [Screen.TokenField, "version", "id"];

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/agreements/new", NewAsync);
        office.MapPost("/agreements", RegisterAsync);
        office.MapGet("/agreements/{id}", ShowAsync);
        office.MapPost("/agreements/{id}", ChangeAsync);
    }

    private static async Task<IResult> NewAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        var villages = here.Rules.Villages.Values.Where(v => Sight.OfMoney(here.Officer!, v.Code))
            .OrderBy(v => v.Code.Value, StringComparer.Ordinal).ToList();
        var isKnown = Enum.TryParse<AgreementKind>(http.Query["kind"], out var kind) && Enum.IsDefined(kind);
        if (villages.FirstOrDefault(v => v.Code.Value == http.Query["village"]) is not { } village || !isKnown)
            return here.Page<ChooseAgreementPage>(("Villages", villages));
        var id = new AgreementId(await NextNumber.OfAsync(store, village.Code.Value, here.Today.Year, kind, ct));
        var inputs = new Dictionary<string, string> { ["kind"] = NextNumber.LetterOf(kind), ["village"] = village.Code.Value };
        return here.Page<AgreementPage>(("Id", id), ("Version", 0L), ("Inputs", inputs), ("IsNew", true));
    }

    private static async Task<IResult> ShowAsync(Screen here, string id, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await FindAsync(session, here, id, http, ct) is not { State: Agreement.Registered known } file) return Answers.NotFound(here);
        var inputs = await AgreementFields.WriteAsync(session, known.Content, ct);
        return await PageAsync(session, here, known.Id, file.Version, inputs, ct, ("Done", http.Query["done"] == "1"));
    }

    private static async Task<IResult> RegisterAsync(
        Screen here, IDocumentStore store, Ledger ledger, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await DoAsync(session, here, AgreementActs.RegisterAgreement, http.Form["id"].ToString(), ledger, http, ct);
    }

    private static async Task<IResult> ChangeAsync(
        Screen here, string id, IDocumentStore store, Ledger ledger, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await DoAsync(session, here, AgreementActs.ChangeAgreement, id, ledger, http, ct);
    }

    private static async Task<IResult> DoAsync(
        IQuerySession session, Screen here, Act act, string id, Ledger ledger, HttpRequest http, CancellationToken ct)
    {
        var isReadable = long.TryParse(http.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        if (!isReadable || AgreementId.Parse(id) is not { } subject)
            return here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", here.Path);
        var isNew = act == AgreementActs.RegisterAgreement;
        var file = await FindAsync(session, here, id, http, ct);
        if (file is null && !isNew) return Answers.NotFound(here);
        var inputs = http.Form.Where(f => !OfTheForm.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.ToString());
        var done = ScreenPages.Go($"/office/agreements/{id}?done=1");
        var request = CaseRequest.Of(here, act.Name, id, version, inputs);
        if (CaseRequest.IsDone(file?.History ?? [], request)) return done;
        if (await act.RunAsync(ledger, request, ct) is not Outcome.Refused { Why: var why }) return done;

        var now = await FindAsync(session, here, id, http, ct);
        // Two presses at once: the other one was faster.
        return CaseRequest.IsDone(now?.History ?? [], request)
            ? done
            : await PageAsync(session, here, subject, version, inputs, ct, ("Fault", new Fault(why, why.Field)), ("IsNew", isNew));
    }

    private static async Task<IResult> PageAsync(
        IQuerySession session, Screen here, AgreementId id, long version, Dictionary<string, string> inputs,
        CancellationToken ct, params (string Name, object? Value)[] more)
    {
        var shown = await session.LoadAsync<AgreementOnRegister>(StreamKey.Of(id), ct);
        var fault = more.Select(m => m.Value).OfType<Fault>().FirstOrDefault();
        return here.Page<AgreementPage>(fault is null ? StatusCodes.Status200OK : Answers.StatusOf(fault.Why),
            [("Id", id), ("Version", version), ("Inputs", inputs), ("Shown", shown), .. more]);
    }

    /// <summary>Null when there is none, or when it is not this officer's to see: the two answer alike.</summary>
    private static async Task<Told<Agreement>?> FindAsync(
        IQuerySession session, Screen here, string id, HttpRequest http, CancellationToken ct)
    {
        if (AgreementId.Parse(id) is not { } known || !Sight.OfMoney(here.Officer!, known.Village)) return null;
        var file = await new CaseReader(session, here, http.Query, ct).ReadAsync(StreamKey.Of(known), AgreementDecider.Law);
        return file.State is Agreement.Registered ? file : null;
    }
}
