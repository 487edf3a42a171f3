using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Office;
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
        office.MapPost("/agreements", (Screen here, IDocumentStore store, Ledger ledger, HttpRequest http, CancellationToken ct) => DoneAsync(here, "register-agreement", http.Form["id"].ToString(), store, ledger, http, ct));
        office.MapGet("/agreements/{id}", ShowAsync);
        office.MapPost("/agreements/{id}", (Screen here, string id, IDocumentStore store, Ledger ledger, HttpRequest http, CancellationToken ct) => DoneAsync(here, "change-agreement", id, store, ledger, http, ct));
    }

    private static async Task<IResult> NewAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        var villages = here.Rules.Villages.Values.Where(v => Sight.OfMoney(here.Officer!, v.Code)).OrderBy(v => v.Code.Value, StringComparer.Ordinal).ToList();
        if (villages.FirstOrDefault(v => v.Code.Value == http.Query["village"]) is not { } village || !Enum.TryParse<AgreementKind>(http.Query["kind"], out var kind) || !Enum.IsDefined(kind))
            return here.Page<ChooseAgreementPage>(("Villages", villages));
        var id = new AgreementId(await NextNumber.OfAsync(store, village.Code.Value, here.Today.Year, kind, ct));
        var inputs = new Dictionary<string, string> { ["kind"] = AgreementInputs.Letter(kind), ["village"] = village.Code.Value };
        return here.Page<AgreementPage>(("Id", id), ("Version", 0L), ("Inputs", inputs), ("IsNew", true));
    }

    private static async Task<IResult> ShowAsync(Screen here, string id, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await FindAsync(session, here, id, ct) is { State: Agreement.Registered known } file
            ? await PageAsync(session, here, known.Id, file.Version, await AgreementInputs.FillAsync(session, known.Content, ct), ct, ("Done", http.Query["done"] == "1"))
            : Answers.NotFound(here);
    }

    private static async Task<IResult> DoneAsync(Screen here, string act, string id, IDocumentStore store, Ledger ledger, HttpRequest http, CancellationToken ct)
    {
        if (!long.TryParse(http.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || AgreementId.Parse(id) is not { } subject)
            return here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", here.Path);
        await using var session = store.QuerySession();
        if (act == "change-agreement" && await FindAsync(session, here, id, ct) is not { State: Agreement.Registered }) return Answers.NotFound(here);
        var inputs = http.Form.Where(f => !OfTheForm.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value.ToString());
        if (await ActTable.RunAsync(ledger, new(act, id, inputs, here.Officer!, here.Now, version), ct) is not Outcome.Refused { Why: var why })
            return ScreenPages.Go($"/office/agreements/{id}?done=1");
        var now = await FindAsync(session, here, id, ct);
        if (now?.Version == version + 1 && await IsSameAsync(session, now.State, inputs, ct)) return ScreenPages.Go($"/office/agreements/{id}?done=1");
        return await PageAsync(session, here, subject, version, inputs, ct, ("Fault", new Fault(why, why.Field)), ("IsNew", act == "register-agreement"));
    }

    /// <summary>A button pressed twice: what stands is what was typed.</summary>
    private static async Task<bool> IsSameAsync(IQuerySession session, Agreement state, Dictionary<string, string> inputs, CancellationToken ct) =>
        state is Agreement.Registered known && (await AgreementInputs.FillAsync(session, known.Content, ct)).All(f => !inputs.TryGetValue(f.Key, out var given) || given.Trim() == f.Value);

    private static async Task<IResult> PageAsync(IQuerySession session, Screen here, AgreementId id, long version, Dictionary<string, string> inputs, CancellationToken ct, params (string Name, object? Value)[] more)
    {
        var shown = await session.LoadAsync<AgreementOnRegister>(StreamKey.Of(id), ct);
        var fault = more.Select(m => m.Value).OfType<Fault>().FirstOrDefault();
        return here.Page<AgreementPage>(fault is null ? StatusCodes.Status200OK : Answers.StatusOf(fault.Why), [("Id", id), ("Version", version), ("Inputs", inputs), ("Shown", shown), .. more]);
    }

    private static async Task<Loaded<Agreement, AgreementCommand, AgreementEvent>?> FindAsync(IQuerySession session, Screen here, string id, CancellationToken ct)
    {
        if (AgreementId.Parse(id) is not { } known || !Sight.OfMoney(here.Officer!, known.Village)) return null;
        var file = await Entry.LoadAsync(session, StreamKey.Of(known), AgreementDecider.Law, ct);
        return file.State is Agreement.Registered ? file : null;
    }
}
