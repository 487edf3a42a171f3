using Transparency.Contracts;
using Transparency.Contracts.Escrow.Ledgers;
using Transparency.Portal.Importing;
using Transparency.Portal.Store;
using Transparency.Portal.Store.Documents;
using static Transparency.Portal.Importing.Column;

namespace Transparency.Portal.Cases.Months;

/// <summary>
/// Bank statements, a line by account, date, reference, amount and how many like it stood before. Rows stand in the bank's order and each
/// one's balance follows from the one before; a row with neither income nor expense states the balance of a month without dealings.
/// </summary>
public static class BankRows
{
    public static readonly IReadOnlyList<Column> Columns =
        [Must("account"), Must("date"), May("reference"), May("summary"), Must("income"), Must("expense"), Must("balance")];

    /// <param name="Balance">after the line, yuan</param>
    public sealed record Told(RowReader Row, VillageMonth Of, BankLine Line, string Summary, Yuan Balance)
    {
        public bool IsBalanceOnly => Line.In == Yuan.Zero && Line.Out == Yuan.Zero;

        public Yuan Before => Balance - Line.Net;
    }

    public static Told Read(RowReader row)
    {
        var date = row.Day("date");
        var reference = Crooked.Fold(row.May("reference") ?? "");
        var line = new BankLine(date, reference, row.AmountOrNone("income") ?? Yuan.Zero, row.AmountOrNone("expense") ?? Yuan.Zero);
        return new(row, new(row.Village("account"), Month.Of(date)), line, row.May("summary") ?? "", row.Amount("balance"));
    }

    public static async Task<int> EnterAsync(ImportRun run)
    {
        var stored = 0;
        var rows = run.Rows.Select(Read).Where(r => r.Row.Findings.Count == 0).ToList();
        foreach (var account in rows.GroupBy(r => r.Of.Village))
        {
            if (!Follow([.. account])) continue;
            Yuan? before = null;
            foreach (var month in account.GroupBy(r => r.Of))
            {
                stored += await EnterMonthAsync(run, month.Key, [.. month], before);
                before = month.Last().Balance;
            }
        }
        return stored;
    }

    /// <summary>A row that is left out, doubled or out of order shows in the balance.</summary>
    private static bool Follow(IReadOnlyList<Told> rows)
    {
        foreach (var (last, next) in rows.Zip(rows.Skip(1)))
        {
            if (next.Before == last.Balance && next.Line.Date >= last.Line.Date) continue;
            next.Row.Refuse("balance", Refusal.Mend(null, "cell.balance", last.Balance, next.Before));
            return false;
        }
        return true;
    }

    private static async Task<int> EnterMonthAsync(ImportRun run, VillageMonth of, IReadOnlyList<Told> rows, Yuan? before)
    {
        var file = await run.Entry.LoadAsync(StreamKey.Bank(of), BankDecider.Law);
        var known = file.State as BankMonth.Entered;
        var fresh = Fresh(rows, known);
        run.Tell(new(of, fresh.Count, fresh.Sum(r => r.Line.In), fresh.Sum(r => r.Line.Out), rows.Count - fresh.Count, 0));
        if (fresh.Count == 0) return 0;
        before ??= await ClosingAsync(run, of.Previous);
        var lines = fresh.Where(r => !r.IsBalanceOnly).ToList();
        var hands = await LedgersNow.HandsAsync(run.Entry, of);
        var enter = new BankCommand.Enter(
            of.Village, of.Month, fresh[0].Before, [.. lines.Select(r => r.Line)], fresh[^1].Balance, before, hands, run.By, run.At);
        if (run.Entry.Decide(file, enter) is { } no) fresh[0].Row.Refuse(null, no);
        else await KeepWordsAsync(run, of, known?.Lines.Count ?? 0, lines);
        return fresh.Count;
    }

    /// <summary>Null for a month of which the bank told nothing.</summary>
    private static async Task<Yuan?> ClosingAsync(ImportRun run, VillageMonth of) =>
        (await run.Entry.LoadAsync(StreamKey.Bank(of), BankDecider.Law)).State is BankMonth.Entered month ? month.Closing : null;

    /// <summary>What the month does not hold yet; a balance alone says something only where nothing is known.</summary>
    private static IReadOnlyList<Told> Fresh(IReadOnlyList<Told> rows, BankMonth.Entered? known)
    {
        var waiting = known?.Lines.ToList() ?? [];
        return [.. rows.Where(r => !(r.IsBalanceOnly ? known is not null : waiting.Remove(r.Line)))];
    }

    private static async Task KeepWordsAsync(ImportRun run, VillageMonth of, int linesBefore, IReadOnlyList<Told> lines)
    {
        if (lines.All(r => r.Summary.Length == 0)) return;
        var id = StreamKey.Bank(of);
        var paper = linesBefore == 0 ? null : await run.Entry.Documents.LoadAsync<BankPaper>(id, run.Entry.Cancelled);
        var kept = paper?.Summaries ?? [.. Enumerable.Repeat("", linesBefore)];
        run.Entry.Documents.Store(new BankPaper(id, [.. kept, .. lines.Select(r => r.Summary)]));
    }
}
