using Marten;
using Transparency.Contracts;
using Transparency.Contracts.Deadlines;
using Transparency.Contracts.Disclosure;
using Transparency.Contracts.Escrow.Statements;
using Transparency.Portal.Cases.Pages;
using Transparency.Portal.Office.Frame;
using Transparency.Portal.Store;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// 本月还差什么: for each village the month that is to be closed next, in one list. Small rows say which month that is;
/// only those months are folded.
/// </summary>
public static class MissingList
{
    /// <summary>Months that are looked through for the oldest open one.</summary>
    private const int Back = 13;

    private static readonly string[] Heads =
    [
        "field.village", "office.missing.month", "office.list.state", "office.missing.first", "office.missing.due", "office.missing.days",
    ];

    public static async Task<Sheet> OfAsync(IQuerySession session, Screen here, IReadOnlyList<Village> villages, CancellationToken ct)
    {
        var last = Month.Of(here.Today);
        var names = Enumerable.Range(0, Back).Select(back => new Month(last.Number - back).ToString()).ToArray();
        var books = (await session.Query<BookOnDesk>().Where(b => b.Month.IsOneOf(names)).ToListAsync(ct)).ToLookup(b => b.Village);
        var rows = new List<IReadOnlyList<Shown>>();
        foreach (var village in villages)
        {
            var next = NextToClose([.. books[village.Code.Value]], last);
            rows.Add(await RowAsync(session, here, new(village.Code, next), village.Name, ct));
        }
        return new Sheet("office.missing", Heads, rows);
    }

    /// <summary>The month after the last closed one, else the oldest begun, else the one that ended last.</summary>
    private static Month NextToClose(IReadOnlyList<BookOnDesk> books, Month last)
    {
        Month Of(BookOnDesk book) => Month.Parse(book.Month)!.Value;
        var closed = books.Where(b => b.IsClosed).Select(Of).DefaultIfEmpty(new(0)).Max();
        return closed.Number > 0 ? Min(closed.Next, last) : books.Count > 0 ? books.Min(Of) : last.Previous;
    }

    private static async Task<IReadOnlyList<Shown>> RowAsync(
        IQuerySession session, Screen here, VillageMonth of, Text name, CancellationToken ct)
    {
        var ledgers = await LedgersNow.OfAsync(session, of, ct);
        var statement = await Entry.LoadAsync(session, StreamKey.Statement(of), StatementDecider.Law, ct);
        var standing = MonthStanding.Of(here.Rules, ledgers.Ledgers, statement.State, here.Today);
        var page = $"/office/statements/{of}";
        var stage = new Shown(new Word($"office.stage.{standing.Stage}"));
        return [new Shown(name, page), new Shown(of.Month.ToString(), page), stage, First(standing, page), .. Due(here, of, standing)];
    }

    private static Shown First(MonthStanding standing, string page)
    {
        if ((standing.Blockers.FirstOrDefault(b => b.Stops) ?? standing.Blockers.FirstOrDefault()) is { Why: var why })
            return new(new Sentence($"refusal.{why.Code}", why.Arguments), $"{page}#todo");
        return new(new Word(
            standing.Stage < MonthStage.Prepared ? "office.missing.to-prepare"
            : standing.Stage < MonthStage.Public ? "office.missing.to-sign"
            : "office.missing.nothing"));
    }

    private static IEnumerable<Shown> Due(Screen here, VillageMonth of, MonthStanding standing)
    {
        var obligation = here.Rules.Obligations.FirstOrDefault(o => o.Evidence == Evidence.Statement);
        if (standing.Stage >= MonthStage.Public || obligation is null
            || here.Rules.Count(obligation.DueRule, of.Month.Last, of.Village) is not Result<Deadline>.Of(var due))
        {
            return [new((object?)null), new((object?)null)];
        }
        var left = due.Last.DayNumber - here.Today.DayNumber;
        return [due.Last, new(left < 0 ? new Sentence("office.missing.late", -left) : new Sentence("office.missing.left", left))];
    }

    private static Month Min(Month a, Month b) => a < b ? a : b;
}
