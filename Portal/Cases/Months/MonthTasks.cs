using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Months;

/// <summary>What waits in the months of villages, and the statements that are due or late.</summary>
internal static class MonthTasks
{
    private static readonly string[] Acts = ["check-statement", "sign-statement", "book-vouchers", "prepare-statement", "answer-about-statement"];

    /// <summary>Months whose book is open, and those with a statement that waits or a question without an answer.</summary>
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        if (!r.Officer.Roles.Any(x => x is Role.Village or Role.Bookkeeper or Role.FinanceGroup or Role.Supervision)) return [];
        var books = await r.Session.Query<BookOnDesk>().Where(b => !b.IsClosed).ToListAsync(r.Cancelled);
        var open = books.ToDictionary(b => $"{b.Village}/{b.Month}", _ => (DateTimeOffset?)null);
        foreach (var s in await r.Session.Query<StatementOnDesk>().Where(s => s.State != "Disclosed" || s.Questions > 0).ToListAsync(r.Cancelled))
            open[$"{s.Village}/{s.Month}"] = s.Since;
        var tasks = new List<DeskTask>();
        foreach (var (month, since) in open.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (VillageMonth.Parse(month) is not { } of || !Sight.OfMoney(r.Officer, of.Village)) continue;
            if (await MonthCase.ReadAsync(r, month) is not { } file) continue;
            // What waits for others to check or sign is not to be prepared once more.
            var mine = since is null || file.State.EndsWith(".Returned", StringComparison.Ordinal) ? Acts : Acts.Where(a => a != "prepare-statement");
            tasks.AddRange(DeskTask.First(file, mine.Select(name => ActTable.All[name]), since is { } at ? Shanghai.DayOf(at) : of.Month.Next.First));
        }
        return tasks;
    }

    /// <summary>Statements that are due; whether one is public is told by its key alone.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r)
    {
        var villages = r.Rules.Villages.Keys.Where(v => Sight.OfMoney(r.Officer, v)).OrderBy(v => v.Value, StringComparer.Ordinal).ToList();
        var known = (await r.Session.Query<StatementOnRegister>().Select(s => s.Id).ToListAsync(r.Cancelled)).ToHashSet(StringComparer.Ordinal);
        var cells = DisclosureCalendar.Of(
            r.Rules.Obligations.Where(o => o.Evidence == Evidence.Statement), villages, r.Here.Today,
            (_, village, period) => known.Contains(StreamKey.Statement(new(village, new(period.Number)))) ? new(r.Now) : Finding.Silence,
            (obligation, village, period) => r.Rules.Count(obligation.DueRule, period.Last, village));
        return
        [
            .. from cell in cells
               where cell.Status is CellStatus.Late or CellStatus.DueSoon
               let village = r.Rules.Villages[cell.Village].Name.In(r.Here.Language)
               let path = $"/office/statements/{new VillageMonth(cell.Village, new(cell.Period.Number))}"
               select new Reminder("duty", cell.Obligation.Name, $"{village} · {cell.Period}", path, cell.Due!.Value),
        ];
    }
}
