using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>连续录入: one paper after the other by keyboard alone. The same act, law and marks as on the month's page.</summary>
public static class EntryRoutes
{
    private const string Pattern = "/statements/{village}/{month}/entry";

    /// <summary>
    /// Where typing goes on after each paper: an address that ends in a field's id moves the focus there, in every browser and without
    /// a script.
    /// </summary>
    public static readonly string First = FieldInput.KeyOf(BookActs.EnterVoucher.Name, "voucher");

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet(Pattern, ShowAsync);
        office.MapPost(Pattern, EnterAsync);
    }

    private static async Task<IResult> ShowAsync(
        Screen here, string village, string month, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await EntryDesk.ReadAsync(new(session, here, http.Query, ct), $"{village}/{month}") is { Enter: not null } desk
            ? here.Page<EntryPage>(("Desk", desk), ("Entered", desk.Entered.FirstOrDefault(v => v.Number == http.Query["entered"])))
            : Answers.NotFound(here);
    }

    private static async Task<IResult> EnterAsync(
        Screen here, string village, string month, IDocumentStore store, Ledger ledger, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var (reader, subject) = (new CaseReader(session, here, http.Query, ct), $"{village}/{month}");
        if (await EntryDesk.ReadAsync(reader, subject) is not { } desk) return Answers.NotFound(here);
        if (!long.TryParse(http.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return here.Sentence(StatusCodes.Status400BadRequest, "form.unreadable", desk.Path);
        var (act, inputs) = (BookActs.EnterVoucher, CaseRequest.InputsOf(http.Form));
        var request = CaseRequest.Of(here, act, subject, version, EntryDesk.Meant(new(inputs), desk.Of.Month));
        var number = request.Fields.GetValueOrDefault("voucher", "");
        var done = ScreenPages.Go($"{desk.Path}?entered={Uri.EscapeDataString(number)}#{First}");
        if (CaseRequest.IsDone(desk.History, request)) return done;
        if (await act.RunAsync(ledger, request, ct) is not Outcome.Refused { Why: var why }) return done;

        var now = (await EntryDesk.ReadAsync(reader, subject))!;
        if (CaseRequest.IsDone(now.History, request)) return done;
        var field = act.FieldOf(why) is { } name ? FieldInput.KeyOf(act.Name, name) : null;
        return here.Page<EntryPage>(Answers.StatusOf(why), ("Desk", now), ("Fault", new Fault(why, field)), ("Typed", inputs));
    }
}
