using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Officers;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;

namespace Transparency.Portal.Cases.Officers;

/// <summary>The card of one sign-in: who it is, what it may do, who said so. Administrators see it, and the officer himself.</summary>
public static class OfficerCase
{
    public static async Task<CaseView?> ReadAsync(CaseReader r, string subject)
    {
        var id = new OfficerId(subject);
        var told = await r.ReadAsync(StreamKey.Of(id), OfficerDecider.Law);
        var rows = await r.Session.Query<OfficerOnRecord>().ToListAsync(r.Cancelled);
        var row = rows.FirstOrDefault(o => o.Officer.Id == id);
        var person = row is null ? null : await r.Session.LoadAsync<Person>(row.Officer.Person.Value, r.Cancelled);
        var relatives = await RelativesAsync(r, row?.Interests ?? []);
        return new(
            new([Role.Administrator], null, Others.Nobody) { Oneself = id }, $"officers/{subject}",
            row is null ? new Shown(new Word("office.officer")) : new Text(person?.Name ?? subject), subject,
            row is null ? "office.case.none" : $"officer-state.{row.State}", ColourOf(row))
        {
            Facts = row is null ? [] : [.. Facts(r, row, person, rows), .. Interests(row, relatives)],
            // The list is for administrators.
            Back = r.Officer.Roles.Contains(Role.Administrator) ? null : ("/office", "office.desk"),
            History = told.History,
            Acts = [.. OfficerActs.Offered(r, id, told, rows, relatives)],
            Sheets = row is null ? [] : [await ReadingsList.OfAsync(r, id)],
            Sections = row is { IsOnDuty: true } && r.Officer.Roles.Contains(Role.Administrator)
                ? [Section.Of<LinkForm>("link", "office.officer.link", ("Key", subject))] : [],
            Note = NoteOf(r, row, rows),
        };
    }

    private static string ColourOf(OfficerOnRecord? row) =>
        row is { IsOnDuty: true, Waiting: null } ? "good" : row is { IsEnded: true } or { State: "Suspended" } ? "stopped" : "waiting";

    private static Sentence? NoteOf(CaseReader r, OfficerOnRecord? row, IReadOnlyList<OfficerOnRecord> rows) =>
        row is null or { IsEnded: true } ? null
        : RoleConflicts.In(r.Rules, [.. row.Held, .. Personnel.Others(rows, row.Officer)]) is { } conflict
            ? new Sentence("office.officer.conflict", r.Here.Say(conflict))
        : row.Waiting is null ? null
        : new Sentence("office.officer.waits");

    private static IEnumerable<Fact> Facts(CaseReader r, OfficerOnRecord row, Person? person, IReadOnlyList<OfficerOnRecord> rows)
    {
        yield return new("office.sign-in.unit", row.Officer.Unit);
        yield return new("office.sign-in.roles", [.. row.Officer.Roles.Select(Of)]);
        if (row.Officer.Villages.Count > 0) yield return new("field.villages", [.. row.Officer.Villages.Select(r.Village)]);
        if (row.Waiting is { } wanted && row.IsOnDuty)
            yield return new("office.officer.wanted",
                [wanted.Unit, .. wanted.Roles.Select(Of), .. wanted.Villages.Select(r.Village)]);
        var isKnown = person is { IdHash: not null } or { IdNumber: not null };
        yield return new("field.id_number", new Shown(new Word(isKnown ? "office.officer.id-known" : "office.officer.id-unknown")));
        var others = rows.Where(o => o.Officer.Id != row.Officer.Id && o.Officer.Person == row.Officer.Person).ToList();
        if (others.Count > 0)
            yield return new("office.officer.others", [.. others.Select(o => new Shown(o.Key, $"/office/officers/{o.Key}"))]);
    }

    private static IEnumerable<Fact> Interests(OfficerOnRecord row, IReadOnlyDictionary<string, string> relatives) =>
        row.Interests.Count == 0 ? []
            : [new("office.officer.interests", [.. row.Interests.Select(i => new Shown(OfficerActs.InWords(i, relatives)))])];

    private static async Task<IReadOnlyDictionary<string, string>> RelativesAsync(CaseReader r, IReadOnlyList<Interest> interests)
    {
        string[] ids = [.. interests.Select(i => i.Relative?.Value).OfType<string>()];
        return ids.Length == 0 ? new Dictionary<string, string>()
            : (await r.Session.LoadManyAsync<Person>(r.Cancelled, ids)).ToDictionary(p => p.Id, p => p.Name);
    }

    private static Shown Of(Role role) => new(new Word($"role.{role}"));
}
