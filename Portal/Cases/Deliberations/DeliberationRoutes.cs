using Marten;
using Transparency.Contracts;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Desk;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Cases.Deliberations;

/// <summary>The list of village decisions, and where one is begun.</summary>
public static class DeliberationRoutes
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/deliberations", ListAsync);
        office.MapGet("/deliberations/new", NewAsync);
    }

    private static async Task<IResult> ListAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var newest = await session.Query<DeliberationOnDesk>()
            .OrderByDescending(d => d.Since).ThenByDescending(d => d.Id).Take(500).ToListAsync(ct);
        var rows = newest.Where(d => d.ReadersBy(here.Rules).Include(here.Officer!)).ToList();
        Sheet Of(string code, bool ended) => new(
            code,
            ["office.deliberation.number", "field.title", "field.village", "field.matter", "office.list.state", "office.list.since"],
            [.. rows.Where(d => d.Ended == ended).Select(d => RowOf(here, d))]);
        return here.Page<SheetsPage>(
            ("Code", "office.deliberations"),
            ("Sheets", new[] { Of("office.deliberations.running", false), Of("office.deliberations.ended", true) }),
            ("New", BodiesOf(here).Count > 0 ? ("/office/deliberations/new", "office.new-deliberation") : null));
    }

    private static IReadOnlyList<Shown> RowOf(Screen here, DeliberationOnDesk d) =>
    [
        new Shown(d.Number, $"/office/deliberations/{d.Number}"), d.Title,
        CodeOf(d) is { } v ? here.Rules.Villages.GetValueOrDefault(v)?.Name ?? new Text(v.Value) : here.Town.Name,
        here.Rules.Matters.GetValueOrDefault(d.Matter)?.Name ?? new Text(d.Matter),
        new Shown(new Word($"deliberation-state.{d.State}")), Shanghai.DayOf(d.Since),
    ];

    /// <summary>Leads to the page of the next free number, where the law says what can be proposed.</summary>
    private static async Task<IResult> NewAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        var (bodies, chosen, matter) = (BodiesOf(here), http.Query["village"].ToString(), http.Query["matter"].ToString());
        if (bodies.Count == 1 && chosen.Length == 0) chosen = bodies[0].Value;
        if (!bodies.Exists(b => b.Value == chosen))
        {
            return here.Page<NewCasePage>(
                ("Code", "office.new-deliberation"), ("Path", "/office/deliberations/new"),
                ("Back", ("/office/deliberations", "office.deliberations")), ("ForWhom", "office.deliberation.of"), ("Bodies", bodies));
        }
        var next = await NextNumber.OfDeliberationAsync(store, chosen, here.Today.Year, ct);
        var query = here.Rules.Matters.ContainsKey(matter) ? $"?matter={matter}" : "";
        return ScreenPages.Go($"/office/deliberations/{next}{query}");
    }

    /// <summary>For whom this officer may begin one.</summary>
    private static List<Option> BodiesOf(Screen here)
    {
        var bodies = new List<Option>();
        if (here.Officer!.Roles.Contains(Role.Town)) bodies.Add(new(NextNumber.Town, here.Town.Name.In(here.Language)));
        var villages = here.Rules.Villages.Values.Where(v => here.Officer.Holds(Role.Village, v.Code));
        bodies.AddRange(villages.OrderBy(v => v.Code.Value, StringComparer.Ordinal)
            .Select(v => new Option(v.Code.Value, v.Name.In(here.Language))));
        return bodies;
    }

    private static VillageCode? CodeOf(DeliberationOnDesk d) => d.Village is { } v ? new(v) : null;
}
