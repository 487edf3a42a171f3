using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Disclosure.Reports;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using PeriodWording = Transparency.Publishing.Notices.Reports.PeriodWording;

namespace Transparency.Portal.Cases.Reports;

/// <summary>What the officer's villages owe now, each with the way to its report, and what was reported last.</summary>
public static class ReportsList
{
    private const int Newest = 50;

    public static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var owed = await ReportTasks.OwedAsync(new CaseReader(session, here, QueryCollection.Empty, ct));
        var codes = here.Rules.Villages.Keys.Where(v => Sight.OfCase(here.Officer!, v)).Select(v => v.Value).ToArray();
        var rows = (await session.Query<ReportOnDesk>()
            .Where(r => r.Village.IsOneOf(codes))
            .OrderByDescending(r => r.Since).ThenBy(r => r.Id).Take(Newest)
            .ToListAsync(ct)).Where(r => r.Readers.Include(here.Officer!)).ToList();
        return here.Page<SheetsPage>(("Code", "office.reports"), ("Sheets", new[]
        {
            new Sheet("office.reports.due",
                ["field.title", "field.village", "office.report.period", "office.report.due", "office.list.state"],
                [.. owed.Select(c => (IReadOnlyList<Shown>)
                [
                    .. Head(here, new(c.Obligation.Code, c.Village, c.Period)), c.Due!.Value, new Shown(StateOf(c.Status))
                ])]),
            new Sheet("office.reports.newest",
                ["field.title", "field.village", "office.report.period", "office.list.state", "office.list.since"],
                [.. rows.Select(r => (IReadOnlyList<Shown>)
                [
                    .. Head(here, ReportKey.Parse(r.Subject)!.Value),
                    new Shown(new Word($"report-state.{r.State}")), Shanghai.DayOf(r.Since)
                ])]),
        }));
    }

    private static IEnumerable<Shown> Head(Screen here, ReportKey of) =>
    [
        new Shown(here.Rules.Obligation(of.Obligation)?.Name ?? new Text(of.Obligation), $"/office/reports/{of}"),
        here.Rules.Villages.GetValueOrDefault(of.Village)?.Name ?? new Text(of.Village.Value), PeriodWording.Of(here.Language, of.Period),
    ];

    private static object StateOf(CellStatus status) =>
        status is CellStatus.Late late ? new Sentence("duty.cell.Late", late.Days) : new Word("duty.cell.DueSoon");
}
