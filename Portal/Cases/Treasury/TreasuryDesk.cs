using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Treasury;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Treasury;

/// <summary>Where a month of the town's payments stands, for the office's lists; private.</summary>
/// <param name="Id">the stream's key</param>
/// <param name="Waiting">payments that are entered and not signed</param>
/// <param name="Signed">payments that are public</param>
/// <param name="IsChecked">all that waits was checked</param>
public sealed record TreasuryOnDesk(string Id, int Waiting, int Signed, bool IsChecked, DateTimeOffset Since)
{
    public string Subject => StreamKey.IdOf(Id);

    public Readers Readers => ReadersOf(Signed > 0 && Waiting == 0);

    public static Readers ReadersOf(bool isPublic) => new(Access.Readers.Town, null, isPublic ? Others.OfCase : Others.Nobody);

    /// <summary>Code of its state's words.</summary>
    public string State => Waiting == 0 ? "treasury-state.Signed" : IsChecked ? "treasury-state.Checked" : "treasury-state.Entered";

    public static TreasuryOnDesk? Next(TreasuryOnDesk? now, string id, object e) => (now, e) switch
    {
        (_, TreasuryPaymentEntered x) => new(id, (now?.Waiting ?? 0) + 1, now?.Signed ?? 0, false, x.By.At),
        (null, _) => null,
        (_, TreasuryPaymentRefused x) => now with { Waiting = now.Waiting - 1, IsChecked = false, Since = x.By.At },
        (_, TreasuryChecked x) => now with { IsChecked = true, Since = x.By.At },
        (_, TreasuryDisclosed x) => now with { Waiting = 0, Signed = x.Section.Lines.Count, IsChecked = false, Since = x.By.At },
        _ => now,
    };
}

/// <summary>Months of the town's payments that wait to be checked or signed.</summary>
internal static class TreasuryTasks
{
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        var tasks = new List<DeskTask>();
        if (!Sight.OfCase(r.Officer, village: null)) return tasks;
        foreach (var row in await r.Session.Query<TreasuryOnDesk>().Where(t => t.Waiting > 0).ToListAsync(r.Cancelled))
        {
            if (await TreasuryCase.ReadAsync(r, row.Subject) is { } file)
                tasks.AddRange(DeskTask.First(r, file, [TreasuryActs.Check, TreasuryActs.Sign], Shanghai.DayOf(row.Since)));
        }
        return tasks;
    }
}

/// <summary>What the town paid, month by month.</summary>
public static class TreasuryList
{
    private const int Newest = 60;

    public static async Task<IResult> ShowAsync(Screen here, IDocumentStore store, CancellationToken ct)
    {
        if (!Sight.OfCase(here.Officer!, village: null)) return Answers.NotFound(here);
        await using var session = store.QuerySession();
        var rows = (await session.Query<TreasuryOnDesk>().OrderByDescending(t => t.Id).Take(Newest).ToListAsync(ct))
            .Where(row => row.Readers.Include(here.Officer!)).ToList();
        return here.Page<SheetsPage>(
            ("Code", "office.treasury"),
            ("Sheets", new[]
            {
                new Sheet(
                    "office.treasury.months",
                    ["office.treasury.month", "office.treasury.waiting", "office.treasury.signed", "office.list.state"],
                    [.. rows.Select(row => (IReadOnlyList<Shown>)
                    [
                        new Shown(row.Subject, $"/office/treasury/{row.Subject}"), new Shown(row.Waiting), new Shown(row.Signed),
                        new Shown(new Word(row.State)),
                    ])]),
            }),
            ("New", ($"/office/treasury/{Month.Of(here.Today)}", "office.treasury.this-month")));
    }
}
