using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Officers;

/// <summary>Who holds what: all sign-ins, and by village who acts, who checks and who supervises. For administrators.</summary>
public static class OfficersList
{
    private static readonly Role[] OfVillages = [Role.Village, Role.FinanceGroup, Role.Supervision];
    private static readonly Role[] OfTheTown = [Role.Town, Role.TownReview, Role.TownApprove, Role.Bookkeeper, Role.Administrator];

    public static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        if (!Administers(here)) return Answers.NotFound(here);
        await using var session = store.QuerySession();
        var rows = (await session.Query<OfficerOnRecord>().ToListAsync(ct)).OrderBy(o => o.Key, StringComparer.Ordinal).ToList();
        string[] ids = [.. rows.Select(o => o.Officer.Person.Value).Distinct()];
        var names = (await session.LoadManyAsync<Person>(ct, ids)).ToDictionary(p => p.Id, p => p.Name);
        Shown NameOf(OfficerOnRecord o) =>
            new(names.GetValueOrDefault(o.Officer.Person.Value) ?? o.Key, $"/office/officers/{o.Key}");
        var onDuty = rows.Where(o => o.IsOnDuty).ToList();
        var waiting = rows.Where(o => o.Waiting is not null || o.State == "Suspended").ToList();
        return here.Page<SheetsPage>(
            ("Code", "office.officers"),
            ("Sheets", new[]
            {
                ListOf(here, "office.officers.waiting", waiting, rows, NameOf),
                ListOf(here, "office.officers.on-duty", onDuty, rows, NameOf),
                ByVillage(here, onDuty, names), ByRole(here, onDuty, names),
                ListOf(here, "office.officers.ended", [.. rows.Where(o => o.IsEnded)], rows, NameOf),
            }),
            ("New", ("/office/officers/new", "office.new-officer")), ("Beside", ("/office/readings", "office.readings")));
    }

    public static IResult New(Screen here) =>
        Administers(here) ? ScreenPages.Go($"/office/officers/{NewId.At(here.Now)}") : Answers.NotFound(here);

    /// <summary>The link is shown this once: the store has its hash alone.</summary>
    public static async Task<IResult> LinkAsync(Screen here, string id, HttpRequest http, Ledger ledger, CancellationToken ct)
    {
        if (!Administers(here)) return Answers.NotFound(here);
        return await SignIn.IssueLinkAsync(ledger, new(id), here.Officer!, "office", here.Now, ct) switch
        {
            Result<string>.Of(var token) => here.Page<LinkPage>(
                ("Key", id), ("Link", $"{http.Scheme}://{http.Host}/office/sign-in/{token}"), ("Refused", null)),
            Result<string>.Refused no => here.Page<LinkPage>(
                Answers.StatusOf(no.Why), ("Key", id), ("Link", null), ("Refused", no.Why)),
            _ => throw new InvalidOperationException("a link is issued or refused"),
        };
    }

    private static bool Administers(Screen here) => here.Officer!.Roles.Contains(Role.Administrator);

    private static Sheet ListOf(
        Screen here, string code, IReadOnlyList<OfficerOnRecord> some, IReadOnlyList<OfficerOnRecord> all,
        Func<OfficerOnRecord, Shown> name) =>
        new(code, [
                "office.sign-in.name", "field.sign_in", "office.sign-in.unit", "office.sign-in.roles", "field.villages",
                "office.list.state",
            ],
            [.. some.Select(o => (IReadOnlyList<Shown>)
            [
                name(o), o.Key, o.Officer.Unit, Joined(here, o.Officer.Roles.Select(role => here.Say($"role.{role}"))),
                Joined(here, o.Officer.Villages.Select(v => VillageOf(here, v).In(here.Language))),
                ConflictOf(here, o, all) is { } conflict ? new Shown(conflict) { Look = "stopped" }
                    : o is { IsOnDuty: true, Waiting: not null } ? new Shown(new Word("officer-state.Changing"))
                    : new Shown(new Word($"officer-state.{o.State}")),
            ])]);

    private static string? ConflictOf(Screen here, OfficerOnRecord o, IReadOnlyList<OfficerOnRecord> all) =>
        o.IsEnded ? null : RoleConflicts.In(here.Rules, [.. o.Held, .. Personnel.Others(all, o.Officer)]) is { } no ? here.Say(no) : null;

    private static Sheet ByVillage(Screen here, IReadOnlyList<OfficerOnRecord> onDuty, Dictionary<string, string> names) =>
        new("office.officers.by-village", ["field.village", .. OfVillages.Select(role => $"role.{role}")],
            [.. here.Rules.Villages.Values.OrderBy(v => v.Code.Value, StringComparer.Ordinal).Select(v => (IReadOnlyList<Shown>)
            [
                v.Name, .. OfVillages.Select(role => Names(here, onDuty.Where(o => o.Officer.Holds(role, v.Code)), names)),
            ])]);

    private static Sheet ByRole(Screen here, IReadOnlyList<OfficerOnRecord> onDuty, Dictionary<string, string> names) =>
        new("office.officers.of-town", ["office.sign-in.roles", "office.sign-in.name"],
            [.. OfTheTown.Select(role => (IReadOnlyList<Shown>)
            [
                new Shown(new Word($"role.{role}")), Names(here, onDuty.Where(o => o.Officer.Holds(role, null)), names),
            ])]);

    private static Shown Names(Screen here, IEnumerable<OfficerOnRecord> officers, Dictionary<string, string> names) =>
        Joined(here, officers.Select(o => names.GetValueOrDefault(o.Officer.Person.Value) ?? o.Key).Distinct());

    private static Text VillageOf(Screen here, VillageCode code) => here.Rules.Villages.GetValueOrDefault(code)?.Name ?? new(code.Value);

    private static Shown Joined(Screen here, IEnumerable<string> words) =>
        string.Join(here.Language == Language.Zh ? "、" : ", ", words) is { Length: > 0 } all ? all : "—";
}
