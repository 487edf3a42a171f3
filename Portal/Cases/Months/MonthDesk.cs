using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Access;
using Transparency.Portal.Cases.Acts;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Store;
using Transparency.Publishing.Register;

namespace Transparency.Portal.Cases.Months;

/// <summary>One month of a village's own book, counted; private.</summary>
/// <param name="Entered">vouchers</param>
/// <param name="IsFirst">the village's books were opened with it</param>
public sealed record BookOnDesk(string Id, string Village, string Month, int Entered, bool IsFirst, bool IsClosed)
{
    public static BookOnDesk? Next(BookOnDesk? now, string id, object e) => e switch
    {
        BookOpened x => (now ?? New(id, x.Village, x.Month)) with { IsFirst = true },
        VouchersEntered x => More(now ?? New(id, x.Village, x.Month), x.Vouchers.Count),
        BookClosed x => (now ?? New(id, x.Village, x.Month)) with { IsClosed = true },
        _ => now,
    };

    private static BookOnDesk New(string id, VillageCode village, Month month) => new(id, village.Value, month.ToString(), 0, false, false);

    private static BookOnDesk More(BookOnDesk book, int entered) => book with { Entered = book.Entered + entered };
}

/// <summary>One month of the trust ledger, counted by village; private.</summary>
/// <param name="Settled">vouchers booked or refused</param>
public sealed record TrustOnDesk(string Id, IReadOnlyDictionary<string, int> Settled)
{
    public static TrustOnDesk? Next(TrustOnDesk? now, string id, object e) => e switch
    {
        VouchersBooked x => More(now, id, x.Village, x.Vouchers.Count),
        VoucherRefused x => More(now, id, x.Village, 1),
        _ => now,
    };

    private static TrustOnDesk More(TrustOnDesk? now, string id, VillageCode village, int count)
    {
        var settled = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (known, number) in now?.Settled ?? new Dictionary<string, int>()) settled[known] = number;
        settled[village.Value] = settled.GetValueOrDefault(village.Value) + count;
        return new(id, settled);
    }
}

/// <summary>That a month of a bank account is there; private.</summary>
public sealed record BankOnDesk(string Id, string Village, string Month)
{
    public static BankOnDesk? Next(BankOnDesk? now, string id, object e) =>
        e is BankLinesEntered x ? new(id, x.Account.Value, x.Month.ToString()) : now;
}

/// <summary>Where a month's statement stands; private.</summary>
/// <param name="State">name of the state</param>
/// <param name="Edition">0 = never public</param>
public sealed record StatementOnDesk(
    string Id, string Village, string Month, string State, int Edition, int Questions, DateTimeOffset Since)
{
    /// <summary>Books and statement are the people's who keep and check them, until the last signature.</summary>
    public static Readers ReadersOf(VillageCode village, bool isPublic) =>
        new(Readers.OfMoney, village, isPublic ? Others.OfMoney : Others.Nobody);

    public static StatementOnDesk? Next(StatementOnDesk? now, string id, object e) => (now, e) switch
    {
        (_, StatementPrepared x) => (now ?? New(id, x)) with { State = "Prepared", Since = x.By.At },
        (null, _) => null,
        (_, StatementReturned x) => now with { State = "Returned", Since = x.By.At },
        (_, StatementChecked x) => now with { State = "Checked", Since = x.By.At },
        (_, StatementDisclosed x) => now with { State = "Disclosed", Edition = x.Edition, Since = x.By.At },
        (_, StatementQuestioned x) => now with { Questions = now.Questions + 1, Since = x.By.At },
        (_, StatementAnswered) => now with { Questions = now.Questions - 1 },
        _ => now,
    };

    private static StatementOnDesk New(string id, StatementPrepared x) =>
        new(id, x.Section.Village.Value, x.Section.Month.ToString(), "", 0, 0, x.By.At);
}

/// <summary>What waits in the months of villages, and the statements that are due or late.</summary>
internal static class MonthTasks
{
    private static readonly Act[] Tasks =
    [
        MonthActs.CheckStatement, MonthActs.SignStatement, TrustActs.BookVouchers,
        MonthActs.PrepareStatement, MonthActs.AnswerAboutStatement,
    ];

    /// <summary>Months whose book is open, and those with a statement that waits or a question without an answer.</summary>
    public static async Task<IReadOnlyList<DeskTask>> OfAsync(CaseReader r)
    {
        if (!r.Officer.Roles.Any(x => x is Role.Village or Role.Bookkeeper or Role.FinanceGroup or Role.Supervision)) return [];
        var books = await r.Session.Query<BookOnDesk>().Where(b => !b.IsClosed).ToListAsync(r.Cancelled);
        var open = books.ToDictionary(b => $"{b.Village}/{b.Month}", _ => (DateTimeOffset?)null);
        var waiting = r.Session.Query<StatementOnDesk>().Where(s => s.State != "Disclosed" || s.Questions > 0);
        foreach (var s in await waiting.ToListAsync(r.Cancelled))
            open[$"{s.Village}/{s.Month}"] = s.Since;
        var tasks = new List<DeskTask>();
        foreach (var (month, since) in open.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (VillageMonth.Parse(month) is not { } of) continue;
            if (await MonthCase.ReadAsync(r, month) is not { } file) continue;
            // What waits for others to check or sign is not to be prepared once more.
            var toPrepare = since is null || file.State.EndsWith(".Returned", StringComparison.Ordinal);
            var mine = Tasks.Where(act => toPrepare || act != MonthActs.PrepareStatement);
            tasks.AddRange(DeskTask.First(r, file, mine, since is { } at ? Shanghai.DayOf(at) : of.Month.Next.First));
        }
        return tasks;
    }

    /// <summary>Statements that are due; whether one is public is told by its key alone.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersAsync(CaseReader r)
    {
        var villages = r.Rules.Villages.Keys.Where(v => StatementOnDesk.ReadersOf(v, isPublic: false).IsOwn(r.Officer))
            .OrderBy(v => v.Value, StringComparer.Ordinal).ToList();
        var known = (await r.Session.Query<StatementOnRegister>().Select(s => s.Id).ToListAsync(r.Cancelled))
            .ToHashSet(StringComparer.Ordinal);
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
