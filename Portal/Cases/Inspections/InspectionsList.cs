using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Escrow.Inspections;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using InspectionWording = Transparency.Publishing.Notices.Inspections.InspectionWording;

namespace Transparency.Portal.Cases.Inspections;

/// <summary>The town's inspections of the villages' money, and where the next one is planned.</summary>
public static class InspectionsList
{
    private const int Newest = 200;

    public static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var rows = await session.Query<InspectionOnDesk>().OrderByDescending(i => i.Since).Take(Newest).ToListAsync(ct);
        Sheet Of(string code, bool ended) => new(code,
            ["office.inspection.number", "field.title", "office.list.state", "office.list.since"],
            [.. rows.Where(i => i.Ended == ended).Select(i => (IReadOnlyList<Shown>)
            [
                new Shown(InspectionWording.Number(here.Language, new(i.Number)), $"/office/inspections/{i.Number}"), i.Title,
                new Shown(new Word($"inspection-state.{i.State}")), Shanghai.DayOf(i.Since),
            ])]);
        return here.Page<SheetsPage>(("Code", "office.inspections"),
            ("Sheets", new[] { Of("office.inspections.running", false), Of("office.inspections.ended", true) }),
            ("New", MayPlan(here) ? ("/office/inspections/new", "office.new-inspection") : null));
    }

    /// <summary>Leads to the page of the year's next number, where the law says what can be planned.</summary>
    public static async Task<IResult> NewAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var numbers = await session.Query<InspectionOnDesk>().Select(i => i.Number).ToListAsync(ct);
        var last = numbers.Select(n => new InspectionId(n)).Where(i => i.Year == here.Today.Year)
            .Select(i => i.Ordinal).DefaultIfEmpty(0).Max();
        return ScreenPages.Go($"/office/inspections/{InspectionId.Of(here.Today.Year, last + 1)}");
    }

    private static bool MayPlan(Screen here) =>
        here.Rules.Matters.TryGetValue(InspectionDecider.Matter, out var matter) && here.Officer!.Holds(matter.Declarant, null);
}
