using System.Globalization;
using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Agreements;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Agreements;
using Transparency.Portal.Cases.CleanUp;
using Transparency.Portal.Cases.Inspections;
using Transparency.Portal.Cases.Months;
using Transparency.Portal.Cases.Officers;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Cases.Proposals;
using Transparency.Portal.Cases.Reports;
using Transparency.Portal.Cases.Suppressions;
using Transparency.Portal.Cases.Tenders;
using Transparency.Portal.Cases.Treasury;
using Transparency.Portal.Office.Frame;

namespace Transparency.Portal.Office.Lists;

/// <summary>What the office keeps, by kind: agreements, tenders, the villages' money, clean-up drives.</summary>
public static class ListRoutes
{
    public static void Map(RouteGroupBuilder office)
    {
        office.MapGet("/agreements", AgreementsAsync);
        office.MapGet("/agreements/new", NewAgreementAsync);
        office.MapGet("/tenders", TendersAsync);
        office.MapGet("/tenders/new", NewTenderAsync);
        office.MapGet("/money", MoneyAsync);
        office.MapGet("/clean-up", DrivesAsync);
        office.MapGet("/reports", ReportsList.ShowAsync);
        office.MapGet("/treasury", TreasuryList.ShowAsync);
        office.MapGet("/inspections", InspectionsList.ShowAsync);
        office.MapGet("/inspections/new", InspectionsList.NewAsync);
        office.MapGet("/proposals", ProposalsList.ShowAsync);
        office.MapGet("/suppressions", SuppressionsList.ShowAsync);
        office.MapGet("/suppressions/new", SuppressionsList.New);
        office.MapGet("/officers", OfficersList.ShowAsync);
        office.MapGet("/officers/new", OfficersList.New);
        office.MapGet("/readings", ReadingsList.ShowAsync);
        office.MapPost("/officers/{id}/link", OfficersList.LinkAsync);
        office.MapGet("/rent", RentOf);
    }

    /// <summary>Of one village at a time, so that the list never grows past a page of its own.</summary>
    private static async Task<IResult> AgreementsAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var villages = VillagesOf(here);
        var village = villages.FirstOrDefault(v => v.Code.Value == http.Query["village"]) ?? villages.FirstOrDefault();
        var code = village?.Code.Value ?? "";
        var all = session.Query<AgreementOnDesk>().Where(a => a.Village == code).OrderByDescending(a => a.Number).Take(500);
        var rows = (await all.ToListAsync(ct)).Where(a => a.Readers.Include(here.Officer!)).ToList();
        var drive = DriveId.Parse(http.Query["drive"].ToString())?.Value;
        var sheet = new Sheet("office.agreements",
            [
                "office.agreement.number", "field.title", "field.with", "field.end", "field.total", "office.list.state",
                .. drive is null ? Array.Empty<string>() : ["office.act.list-case"],
            ],
            [.. rows.Select(a => (IReadOnlyList<Shown>)
            [
                new Shown(a.Number, $"/office/agreements/{a.Number}"), a.Title, a.With, a.End, a.Total,
                new Shown(new Word(a.Edition == 0
                    ? "office.agreements.kept"
                    : a.IsChanged ? "office.agreements.changed" : "office.agreements.public")),
                .. drive is null
                    ? Array.Empty<Shown>()
                    : [new Shown(new Word("office.act.list-case"), $"/office/clean-up/{drive}/{a.Number}")],
            ])]);
        return here.Page<VillageListPage>(
            ("Code", "office.agreements"), ("Villages", villages), ("Chosen", code), ("Drive", drive), ("Rows", sheet));
    }

    private static async Task<IResult> TendersAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var rows = (await session.Query<TenderOnDesk>().OrderByDescending(t => t.Since).Take(500).ToListAsync(ct))
            .Where(t => t.Readers.Include(here.Officer!)).ToList();
        Sheet Of(string code, bool ended) => new(
            code, ["office.tender.number", "field.title", "field.village", "office.list.state", "office.list.since"],
            [.. rows.Where(t => t.Ended == ended).Select(t => (IReadOnlyList<Shown>)
            [
                new Shown(t.Number, $"/office/tenders/{t.Number}"), t.Title, NameOf(here, t.Village),
                new Shown(new Word($"tender-state.{t.State}")), Shanghai.DayOf(t.Since),
            ])]);
        return here.Page<SheetsPage>(
            ("Code", "office.tenders"), ("Sheets", new[] { Of("office.tenders.running", false), Of("office.tenders.ended", true) }),
            ("New", MayPlan(here) ? ("/office/tenders/new", "office.new-tender") : null));
    }

    private static Task<IResult> NewTenderAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        var villages = OptionsOf(here, VillagesOf(here).Where(v => here.Officer!.Holds(Role.Village, v.Code)));
        var town = new Option(NextNumber.Town, here.Town.Name.In(here.Language));
        return NewAsync(
            here, store, http, ("tenders", "office.new-tender"), ("/office/tenders", "office.tenders"), "office.tender.buyer",
            here.Officer!.Roles.Contains(Role.Town) ? [town, .. villages] : villages, ct);
    }

    private static Task<IResult> NewAgreementAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        var villages = VillagesOf(here).Where(v => AgreementActs.MayRegister(here.Rules, here.Officer!, v.Code, here.Now));
        return NewAsync(
            here, store, http, ("agreements", "office.new-agreement"), ("/office", "office.desk"), "field.village",
            OptionsOf(here, villages), ct);
    }

    /// <summary>Leads to the page of the next free number, where the law says what can be begun.</summary>
    private static async Task<IResult> NewAsync(
        Screen here, IDocumentStore store, HttpRequest http, (string Path, string Code) what, (string Path, string Code) back,
        string forWhom, IReadOnlyList<Option> bodies, CancellationToken ct)
    {
        var chosen = http.Query["village"].ToString();
        if (bodies.Any(b => b.Value == chosen)
            && Enum.TryParse<AgreementKind>(http.Query["kind"], out var kind) && Enum.IsDefined(kind))
            return ScreenPages.Go($"/office/{what.Path}/{await NextNumber.OfAsync(store, chosen, here.Today.Year, kind, ct)}");
        var kinds = Enum.GetValues<AgreementKind>().Select(k => new Option($"{k}", here.Say($"agreement.kind.{k}"))).ToList();
        return here.Page<NewCasePage>(
            ("Code", what.Code), ("Path", $"/office/{what.Path}/new"), ("Back", back), ("ForWhom", forWhom), ("Bodies", bodies),
            ("Kinds", kinds));
    }

    private static async Task<IResult> MoneyAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var (villages, asked) = (VillagesOf(here), Month.Parse(http.Query["until"].ToString()));
        // Earlier months are looked at for what they are; what is missing is of now.
        var own = villages.Where(v => StatementOnDesk.ReadersOf(v.Code, isPublic: false).IsOwn(here.Officer!)).ToList();
        var missing = asked is null && own.Count > 0 ? await MissingList.OfAsync(session, here, own, ct) : null;
        var money = await MoneyList.OfAsync(session, here, villages, asked ?? Month.Of(here.Today), ct);
        return here.Page<MoneyPage>(("Of", money), ("Missing", missing));
    }

    private static async Task<IResult> DrivesAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        // The code that was typed for a new drive leads to its page, where the law says whether it can be opened.
        if (DriveId.Parse(http.Query["drive"].ToString().Trim()) is { } named) return ScreenPages.Go($"/office/clean-up/{named}");
        await using var session = store.QuerySession();
        var drives = await session.Query<DriveOnDesk>().OrderByDescending(d => d.Since).Take(100).ToListAsync(ct);
        var sheet = new Sheet("office.clean-up", ["field.title", "office.list.state", "office.list.since"],
            [.. drives.Select(d => (IReadOnlyList<Shown>)
            [
                new Shown(d.Title, $"/office/clean-up/{d.Drive}"),
                new Shown(new Word(d.IsClosed ? "office.drive.Closed" : "office.drive.Open")),
                Shanghai.DayOf(d.Since),
            ])]);
        return here.Page<DrivesPage>(
            ("Rows", sheet), ("MayOpen", here.Officer!.Roles.Contains(Role.Town)), ("Unreadable", http.Query["drive"].Count > 0));
    }

    /// <summary>From an agreement's page: the year that was chosen there.</summary>
    private static IResult RentOf(Screen here, HttpRequest http) =>
        AgreementId.Parse(http.Query["agreement"].ToString()) is { } id
        && Fields.Count(http.Query["year"].ToString().Trim()) is { } year and > 1990 and < 2100
            ? ScreenPages.Go(string.Create(CultureInfo.InvariantCulture, $"/office/rent/{id}/{year}"))
            : Answers.NotFound(here);

    private static bool MayPlan(Screen here) => here.Officer!.Roles.Any(r => r is Role.Town or Role.Village);

    private static List<Village> VillagesOf(Screen here) =>
        [.. here.Rules.Villages.Values.Where(v => Sight.OfMoney(here.Officer!, v.Code)).OrderBy(v => v.Code.Value, StringComparer.Ordinal)];

    private static List<Option> OptionsOf(Screen here, IEnumerable<Village> villages) =>
        [.. villages.Select(v => new Option(v.Code.Value, v.Name.In(here.Language)))];

    private static Shown NameOf(Screen here, string? village) => village is null
        ? here.Town.Name
        : here.Rules.Villages.GetValueOrDefault(new VillageCode(village))?.Name ?? new Text(village);
}
