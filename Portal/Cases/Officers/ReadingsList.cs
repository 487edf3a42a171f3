using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Readings;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Officers;

/// <summary>Who read which letter and took which file out of the office, month by month. For administrators.</summary>
public static class ReadingsList
{
    private static readonly string[] Of = ["office.readings.when", "office.readings.kind", "office.readings.of"];

    public static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, HttpRequest http, CancellationToken ct)
    {
        if (!here.Officer!.Roles.Contains(Role.Administrator)) return Answers.NotFound(here);
        await using var session = store.QuerySession();
        var r = new CaseReader(session, here, http.Query, ct);
        var month = Month.Parse(http.Query["month"].ToString()) ?? Month.Of(here.Today);
        var asked = month.ToString();
        var rows = await session.Query<ReadingOnRecord>().Where(x => x.Month == asked).ToListAsync(ct);
        var officers = (await session.Query<OfficerOnRecord>().ToListAsync(ct)).ToDictionary(o => o.Key);
        var persons = await session.LoadManyAsync<Person>(ct, [.. officers.Values.Select(o => o.Officer.Person.Value).Distinct()]);
        var names = persons.ToDictionary(p => p.Id, p => p.Name);
        Shown NameOf(string key) => new(
            names.GetValueOrDefault(officers.GetValueOrDefault(key)?.Officer.Person.Value ?? "") ?? key, $"/office/officers/{key}");
        var numbers = await NumbersAsync(r, rows);
        var sheet = new Sheet("office.readings", ["office.readings.when", "office.sign-in.name", .. Of[1..]],
        [
            .. rows.SelectMany(row => row.Lines.Select(line => (row.Officer, Line: line)))
                .OrderByDescending(x => x.Line.At).ThenBy(x => x.Officer, StringComparer.Ordinal)
                .Select(x => (Name: NameOf(x.Officer), Cells: Cells(x.Line, numbers)))
                .Select(x => (IReadOnlyList<Shown>)[x.Cells[0], x.Name, .. x.Cells.Skip(1)]),
        ]);
        return here.Page<ReadingsPage>(("Of", month), ("Rows", sheet));
    }

    /// <summary>What one officer was shown this month, newest first.</summary>
    public static async Task<Sheet> OfAsync(CaseReader r, OfficerId officer)
    {
        var key = StreamKey.Reading(officer, Month.Of(r.Here.Today));
        IReadOnlyList<ReadingOnRecord> rows = await r.Session.LoadAsync<ReadingOnRecord>(key, r.Cancelled) is { } row ? [row] : [];
        var numbers = await NumbersAsync(r, rows);
        return new("office.readings", Of, [.. rows.SelectMany(x => x.Lines).OrderByDescending(x => x.At).Select(x => Cells(x, numbers))]);
    }

    private static IReadOnlyList<Shown> Cells(ReadingLine line, Dictionary<string, string> numbers) =>
        [new(line.At), new(new Word($"reading.{line.Kind}")), numbers.GetValueOrDefault(line.Of, line.Of)];

    /// <summary>The public numbers of the cases, by what the lines call them; others stay as the office's addresses name them.</summary>
    private static async Task<Dictionary<string, string>> NumbersAsync(CaseReader r, IReadOnlyList<ReadingOnRecord> rows)
    {
        var lines = rows.SelectMany(x => x.Lines).ToList();
        string[] KeysOf(ReadingKind kind, string stream) =>
            [.. lines.Where(x => x.Kind == kind).Select(x => $"{stream}/{StreamKey.IdOf(x.Of)}").Distinct()];
        var declarations = await r.Session.LoadManyAsync<DeclarationOnRegister>(
            r.Cancelled, KeysOf(ReadingKind.Objections, "declaration"));
        var proposals = await r.Session.LoadManyAsync<ProposalOnRegister>(r.Cancelled, KeysOf(ReadingKind.Proposal, "proposal"));
        return declarations.Select(d => (Of: $"declarations/{StreamKey.IdOf(d.Id)}", Number: d.Number.ToString()))
            .Concat(proposals.Select(p => (Of: $"proposals/{StreamKey.IdOf(p.Id)}", Number: p.Number.ToString())))
            .ToDictionary(x => x.Of, x => x.Number);
    }
}
