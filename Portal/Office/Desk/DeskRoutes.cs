using Marten;
using Transparency.Contracts;
using Transparency.Portal.Backup;
using Transparency.Portal.Cases.Declarations;
using Transparency.Portal.Cases.Declarations.Writing;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Hosting;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Press;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Office.Desk;

/// <summary>What waits for the one who is signed in; for the demo's administrator also the clock.</summary>
public static class DeskRoutes
{
    /// <summary>The demo's day begins when the office opens.</summary>
    private static readonly TimeOnly Morning = new(9, 0);

    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("", ShowAsync);
        office.MapGet("/declarations", ClosedAsync);
        office.MapPost("/clock", Step);
    }

    private static async Task<IResult> ShowAsync(
        Screen here, IDocumentStore store, TimeProvider clock, PortalSettings settings, ILoggerFactory logs, HttpContext http,
        CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var rooms = new RoomByRoom(
            new CaseReader(session, here, QueryCollection.Empty, ct), settings.DataFolder, logs.CreateLogger<RoomByRoom>());
        var (desk, reminders) = (await MyDesk.OfAsync(rooms), await Reminders.OfAsync(rooms, here.Today));
        var published = http.RequestServices.GetService<PublicationState>()?.Now;
        var backups = here.Officer!.Roles.Contains(Role.Administrator) ? http.RequestServices.GetService<BackupFolder>()?.Read() : null;
        var guardsOff = here.Officer!.Roles.Contains(Role.Administrator) ? await Guard.OffAsync(store, ct) : [];
        var choices = Choices.Of(here);
        return here.Page<DeskPage>(
            ("Desk", desk), ("Reminders", reminders), ("IsWhole", rooms.IsWhole),
            ("Publication", published), ("Lacked", http.RequestServices.GetService<JobsState>()?.Last),
            ("NotYetPublic", await NotYetPublicAsync(session, published, ct)), ("Backups", backups), ("GuardsOff", guardsOff),
            ("MayWrite", choices.Matters.Count > 0), ("Steppable", clock is PortalClock { IsSteppable: true }));
    }

    private static async Task<IResult> ClosedAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var number = http.Query["number"].ToString().Trim();
        if (await NoticeNumber.FindAsync(session, number, ct) is { } notice
            && await session.LoadAsync<DeclarationOnDesk>(notice.Id, ct) is { } row && row.ReadersBy(here.Rules).Include(here.Officer!))
            return ScreenPages.Go($"/office/declarations/{StreamKey.IdOf(notice.Id)}");
        var rows = number.Length > 0
            ? []
            : await session.Query<DeclarationOnDesk>().Where(d => d.Ended).OrderByDescending(d => d.Since).Take(500).ToListAsync(ct);
        var seen = rows.Where(r => r.ReadersBy(here.Rules).Include(here.Officer!)).Take(50);
        return here.Page<ClosedPage>(("Rows", seen.ToList()), ("Number", number));
    }

    /// <summary>Acts since the last good run of the press; the newest of them are named.</summary>
    private static async Task<IReadOnlyList<DeclarationOnRegister>> NotYetPublicAsync(
        IQuerySession session, PublicationState.Snapshot? published, CancellationToken ct) =>
        published?.EndedAt is not { } last
            ? []
            : [.. await session.Query<DeclarationOnRegister>()
                .Where(d => d.LastAct > last).OrderByDescending(d => d.LastAct).Take(20).ToListAsync(ct)];

    private static IResult Step(Screen here, TimeProvider clock, HttpRequest http)
    {
        if (!here.Officer!.Roles.Contains(Role.Administrator) || clock is not PortalClock { IsSteppable: true } demo)
            return here.Sentence(StatusCodes.Status403Forbidden, "office.not-allowed", "/office");
        // The day stands in the form, so a button pressed twice steps once.
        if (Cases.Acts.Fields.Day(http.Form["day"].ToString()) is { } day && day == here.Today.AddDays(1))
            demo.StepTo(Shanghai.At(day, Morning));
        return ScreenPages.Go("/office");
    }
}
