using Marten;
using Transparency.Contracts;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Suppressions;

/// <summary>What waits to be confirmed, and what was decided; here a new one begins.</summary>
public static class SuppressionsList
{
    private const int Newest = 200;

    public static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        if (!Sight.OfCase(here.Officer!, village: null)) return Answers.NotFound(here);
        await using var session = store.QuerySession();
        var newest = session.Query<SuppressionOnDesk>().OrderByDescending(s => s.Since).ThenBy(s => s.Id).Take(Newest);
        var rows = (await newest.ToListAsync(ct)).Where(row => row.Readers.Include(here.Officer!)).ToList();
        Sheet Of(string code, bool waits) => new(
            code, ["office.suppression.number", "field.address", "office.list.state", "office.list.since"],
            [.. rows.Where(row => row.State == "Proposed" == waits).Select(row => (IReadOnlyList<Shown>)
            [
                row.Number ?? "—", new Shown(row.Address, $"/office/suppressions/{row.Subject}"),
                new Shown(new Word($"suppression-state.{row.State}")), Shanghai.DayOf(row.Since),
            ])]);
        return here.Page<SheetsPage>(
            ("Code", "office.suppressions"),
            ("Sheets", new[] { Of("office.suppressions.waiting", true), Of("office.suppressions.decided", false) }),
            ("New", here.Officer!.Roles.Contains(Role.Administrator) ? null : ("/office/suppressions/new", "office.new-suppression")));
    }

    public static IResult New(Screen here) => ScreenPages.Go($"/office/suppressions/{NewId.At(here.Now)}");
}
