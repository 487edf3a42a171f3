using System.Security.Cryptography;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Declarations;
using Transparency.Contracts.Objections;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Publicity;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Villagers;

/// <summary>提意见: by anybody, while the window runs.</summary>
public static class ObjectionRoutes
{
    public static void Map(RouteGroupBuilder act)
    {
        act.MapGet("/objection", ShowAsync);
        act.MapPost("/objection", SendAsync)
            .AddEndpointFilter((call, next) => call.HttpContext.RequestServices.GetRequiredService<Pace>().OfLetters(call, next));
    }

    private static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        if (await NoticeNumber.FindAsync(session, http.Query["declaration"].ToString(), ct) is not { } notice) return NoNotice(here);
        return await WhyNotAsync(session, here, notice, ct) is { } why
            ? Closed(here, notice, why)
            : Form(here, notice, Once(), "", "", "", null);
    }

    private static async Task<IResult> SendAsync(
        Screen here, IDocumentStore store, Ledger ledger, SentOnce once, HttpRequest http, CancellationToken ct)
    {
        var form = http.Form;
        var (words, name, contact, key) =
            (form["words"].ToString(), form["name"].ToString(), form["contact"].ToString(), form["once"].ToString());
        await using var session = store.QuerySession();
        if (await NoticeNumber.FindAsync(session, form["declaration"].ToString(), ct) is not { } notice) return NoNotice(here);
        // Left empty by people, filled in by machines; an honest browser that fills it in is told what to do.
        if (form["website"].ToString().Length > 0)
            return Form(here, notice, key, words, name, contact, Refusal.Mend("website", "act.trap"));

        var id = new DeclarationId(StreamKey.IdOf(notice.Id));
        // Without the request's cancellation: a letter that is being stored must come to an end, and its receipt be remembered.
        var sent = await once.RunAsync(
            [key, notice.Id, words, name, contact],
            () => RaiseObjection.RunAsync(ledger, id, words, name, contact, here.Now, CancellationToken.None));
        return sent switch
        {
            { Receipt: { } receipt } => here.Page<ReceiptPage>(
                StatusCodes.Status201Created, ("Receipt", receipt), ("Heading", "act.receipt"), ("Number", $"{notice.Number}"),
                ("Taken", here.Say("act.receipt.taken", notice.Section.Title, here.Moment(here.Now))),
                ("Next", here.Say("act.receipt.next", notice.Window.Last)),
                ("Back", (NoticePath.Of(here, notice), here.Say("act.back-to-notice")))),
            { Outcome: Outcome.Refused { Why: { Nature: Nature.NotNow } why } } => Closed(here, notice, why),
            { Outcome: Outcome.Refused { Why: var why } } => Form(here, notice, key, words, name, contact, why),
            _ => throw new InvalidOperationException("an objection is stored with a receipt, or refused"),
        };
    }

    private static IResult Form(
        Screen here, DeclarationOnRegister notice, string once, string words, string name, string contact, Refusal? why) =>
        here.Page<ObjectionPage>(
            why is null
                ? StatusCodes.Status200OK
                : why.Nature == Nature.Away ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status422UnprocessableEntity,
            ("Notice", notice), ("Once", once), ("Words", words), ("Name", name), ("Contact", contact),
            ("Fault", why is null ? null : new Fault(why, why.Field ?? "words")));

    private static IResult Closed(Screen here, DeclarationOnRegister notice, Refusal why) =>
        here.Page<ClosedPage>(StatusCodes.Status409Conflict, ("Notice", notice), ("Why", why));

    private static IResult NoNotice(Screen here) => here.Sentence(StatusCodes.Status404NotFound, "act.no-notice", "/");

    /// <summary>The law is asked whether a letter that arrived now would be taken.</summary>
    private static async Task<Refusal?> WhyNotAsync(IQuerySession session, Screen here, DeclarationOnRegister notice, CancellationToken ct)
    {
        var file = await Entry.LoadAsync(session, notice.Id, DeclarationDecider.Law, ct);
        var raise = new ObjectionCommand.Raise(new("asked"), new(StreamKey.IdOf(notice.Id)), file.State, here.Now);
        return ObjectionDecider.Law.Decide(here.Rules, new Objection.None(), raise) is Decision<ObjectionEvent>.Refused no ? no.Why : null;
    }

    private static string Once() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
